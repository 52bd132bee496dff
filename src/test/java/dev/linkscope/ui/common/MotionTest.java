package dev.linkscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.ui.FxToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing moves that need not where somebody asked for that. */
@ExtendWith(FxToolkit.class)
class MotionTest {
    private static final Path CODE = Path.of("src/main/java/dev/linkscope/ui");
    private static final Pattern MOVES =
            Pattern.compile(
                    "new (Fade|Translate|Scale|Rotate|Fill|Stroke|Path|Parallel|Sequential)Transition|new Progress(Indicator|Bar)\\(\\)");

    @Test
    void theWishOfTheUserCountsMoreThanTheSystem() throws Exception {
        FxToolkit.onFx(() -> {
            var root = new StackPane();
            var scene = new Scene(root);
            boolean system = Platform.getPreferences().isReducedMotion();
            assertThat(Motion.isReduced(root)).isEqualTo(system);
            Motion.apply(scene, Preferences.Motion.REDUCED);
            assertThat(Motion.isReduced(root)).isTrue();
            Motion.apply(scene, Preferences.Motion.FULL);
            assertThat(Motion.isReduced(root)).isFalse();
            Motion.apply(scene, Preferences.Motion.SYSTEM);
            assertThat(Motion.isReduced(root)).isEqualTo(system);
        });
    }

    @Test
    void theWheelBecomesAnHourglassAtOnce() throws Exception {
        FxToolkit.onFx(() -> {
            var sign = new BusySign("Reading");
            var scene = new Scene(new StackPane(sign));
            Motion.apply(scene, Preferences.Motion.FULL);
            assertThat(sign.isMoving()).isTrue();
            Motion.apply(scene, Preferences.Motion.REDUCED);
            assertThat(sign.isMoving()).isFalse();
            assertThat(sign.getAccessibleText()).isEqualTo("Reading");
        });
    }

    @Test
    void whatComesIsThereAtOnce() throws Exception {
        FxToolkit.onFx(() -> {
            var node = new StackPane();
            Motion.apply(new Scene(node), Preferences.Motion.REDUCED);
            node.setOpacity(0);
            Motion.fadeIn(node);
            assertThat(node.getOpacity()).isEqualTo(1);
        });
    }

    @Test
    void everythingThatMovesAsksFirst() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            List<String> movers =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(MotionTest::moves)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList();
            // The bar of a report tells its share as soon as there is one.
            assertThat(movers).containsExactly("BusySign.java", "Motion.java", "ReportCard.java");
        }
    }

    private static boolean moves(Path file) {
        try {
            return MOVES.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
