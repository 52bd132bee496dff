package dev.linkscope.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.shell.DrawnWindow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another machine draws otherwise is the same to the comparer; what is wrong is not. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class LikenessTest {
    private static @Nullable DrawnWindow window;
    private static BufferedImage page;

    @TempDir private static Path folder;

    @BeforeAll
    static void draw() throws Exception {
        TestFont.load();
        window = open(TestFont.SHEET);
        page = window.picture();
    }

    private static DrawnWindow open(String sheet) throws Exception {
        Staging staging = new Staging().sick();
        DrawnWindow open = DrawnWindow.of(staging.services(), "light", sheet);
        open.resize(1280, 800);
        open.printer(FixWindow.PRUSA.id());
        open.settle();
        return open;
    }

    @AfterAll
    static void close() throws Exception {
        if (window != null) {
            window.close();
        }
    }

    private static BufferedImage copy(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage shifted(int right, int down) {
        BufferedImage moved = copy(page.getWidth(), page.getHeight());
        Graphics2D graphics = moved.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.drawImage(page, right, down, null);
        graphics.dispose();
        return moved;
    }

    private static void assertSame(BufferedImage other) {
        assertThat(Likeness.differences(page, other)).isEmpty();
    }

    private static void assertOther(BufferedImage other) {
        assertThat(Likeness.differences(page, other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "1, 1", "-1, 1"})
    void aPixelAsideIsTheSame(int right, int down) {
        assertSame(shifted(right, down));
    }

    /** Halfway between two pixels, each edge is spread over both. */
    @Test
    void otherEdgesAreTheSame() {
        BufferedImage half = copy(page.getWidth(), page.getHeight());
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(page, 0, 0, null);
        graphics.drawImage(page, AffineTransform.getTranslateInstance(0.5, 0.5), null);
        graphics.dispose();
        assertSame(half);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".text { -fx-font-smoothing-type: lcd; }",
                ".text { -fx-font-smoothing-type: gray; -fx-translate-x: 0.4; }",
                ".text { -fx-stroke: derive(-fx-fill, 20%); -fx-stroke-width: 0.15; }",
                ".text { -fx-opacity: 0.95; }"
            })
    void anotherRasteriserIsTheSame(String rule) throws Exception {
        String sheet =
                "data:text/css;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        (".root { -fx-font-family: \"Liberation Sans\"; }" + rule)
                                                .getBytes(StandardCharsets.UTF_8));
        try (DrawnWindow other = open(sheet)) {
            assertSame(other.picture());
        }
    }

    @Test
    void whatTheFileKeepsIsTheSame() throws Exception {
        Path file = folder.resolve("page.png");
        PalettePng.write(page, file);
        assertSame(ImageIO.read(file.toFile()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#fix-it",
                "#page-menu",
                ".verdict .pill",
                "#theme-button .ikonli-font-icon",
                "#server-pane .error-timeline",
                "#search .text"
            })
    void aMissingPartIsSeen(String query) throws Exception {
        assertOther(changed(query, node -> node.setOpacity(0), node -> node.setOpacity(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "#fix-it, -fx-background-color: -color-success-emphasis",
        ".verdict .pill, -fx-background-color: -color-success-subtle",
        "#server-pane, -fx-border-color: -color-accent-emphasis",
        "#search, -fx-border-color: -color-danger-emphasis",
        "#webcam-pane .pill, -fx-background-color: -color-danger-subtle"
    })
    void anotherColourIsSeen(String query, String style) throws Exception {
        assertOther(changed(query, node -> node.setStyle(style), node -> node.setStyle("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#server-pane .pane-title", "#fix-it", ".farm-summary"})
    void aClippedTextIsSeen(String query) throws Exception {
        double[] before = {0, 0};
        assertOther(
                changed(
                        query,
                        node -> {
                            var region = (Region) node;
                            before[0] = region.getMinWidth();
                            before[1] = region.getMaxWidth();
                            region.setMinWidth(0);
                            region.setMaxWidth(
                                    Math.min(region.getWidth(), region.prefWidth(-1)) - 14);
                        },
                        node -> {
                            ((Region) node).setMinWidth(before[0]);
                            ((Region) node).setMaxWidth(before[1]);
                        }));
    }

    @Test
    void anotherFigureIsSeen() throws Exception {
        String[] before = {""};
        assertOther(
                changed(
                        "#server-pane .big-figure",
                        node -> {
                            before[0] = ((Labeled) node).getText();
                            ((Labeled) node).setText("14.7%");
                        },
                        node -> ((Labeled) node).setText(before[0])));
    }

    @Test
    void aMissingTickIsSeen() {
        BufferedImage ticked = shifted(0, 0);
        Graphics2D graphics = ticked.createGraphics();
        graphics.setColor(new Color(0xcf222e));
        graphics.fillRect(640, 500, 2, 20);
        graphics.dispose();
        assertOther(ticked);
    }

    @Test
    void anotherSizeIsSeen() {
        assertOther(page.getSubimage(0, 0, 1280, 790));
    }

    private static BufferedImage changed(String query, Consumer<Node> change, Consumer<Node> back)
            throws Exception {
        DrawnWindow shown = Objects.requireNonNull(window);
        shown.on(query, change);
        shown.settle();
        BufferedImage other = shown.picture();
        shown.on(query, back);
        shown.settle();
        return other;
    }
}
