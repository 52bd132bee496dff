package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.demo.DemoReports;
import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.draft.Drafts;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.report.pdf.PdfReport;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of the demo, written as PDF and opened in the window. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class OpenedReportsTest {
    private static final Messages BERLIN = Messages.in(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    private static final Path PICTURES = Path.of("target", "pictures");

    /** Machines that build do other things too. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir private static Path folder;

    private static Path pdf;
    private static Report report;

    @BeforeAll
    static void write() throws Exception {
        report =
                DemoReports.of(
                        BERLIN, "weak-wifi", "frozen-camera", "unreachable", "dns-dead", "healthy");
        pdf = folder.resolve("report.pdf");
        new PdfReport(BERLIN, "1", Redaction.byLooks(), PaneCurve::of).write(report, pdf);
    }

    private static OpenedReports reports(Runnable onLastClosed) {
        return new OpenedReports(
                new ReportFiles(BERLIN),
                new Drafts(BERLIN, "1", Redaction.byLooks(), PaneCurve::of),
                BERLIN,
                () -> "light",
                onLastClosed);
    }

    private static OpenedContent content(Statement... remarks) throws Exception {
        OpenedReport opened = new ReportFiles(BERLIN).read(pdf);
        ReportScope scope = opened.report().scope();
        Report noted =
                opened.report()
                        .withScope(
                                new ReportScope(
                                        scope.from(),
                                        scope.to(),
                                        scope.level(),
                                        "Moved the printer into the garage."));
        return reports(() -> {})
                .prepare(pdf, new OpenedReport(noted, List.of(remarks), opened.id()));
    }

    private static PrinterId id(int printer) {
        return new PrinterId(UUID.fromString(report.printers().get(printer).id()));
    }

    @AfterEach
    void closeWindows() throws Exception {
        List<Stage> open = titled();
        FxToolkit.onFx(() -> open.forEach(Stage::close));
    }

    @ParameterizedTest
    @CsvSource({"light, farm", "dark, farm", "light, 0", "dark, 0", "light, 1", "light, 2"})
    void drawsWhatTheReportHolds(String theme, String page) throws Exception {
        OpenedContent content =
                content(Statement.of("report.as_written", "slots.csv in this file is damaged."));
        BufferedImage image =
                drawn(
                        content,
                        theme,
                        window -> {
                            if (page.equals("farm")) {
                                window.showFarm();
                            } else {
                                window.open(id(Integer.parseInt(page)));
                            }
                        });
        Files.createDirectories(PICTURES);
        ImageIO.write(
                image, "png", PICTURES.resolve("opened-%s-%s.png".formatted(page, theme)).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private static BufferedImage drawn(
            OpenedContent content, String theme, Consumer<MainWindow> prepare) throws Exception {
        return FxToolkit.onFx(() -> {
            var window = MainWindow.opened(content, theme);
            try {
                lay(window, prepare);
                return OffscreenPictures.copy(window.root().getScene().snapshot(null));
            } finally {
                window.stop();
            }
        });
    }

    private static void lay(MainWindow window, Consumer<MainWindow> prepare) {
        window.theme().apply();
        var scene = new Scene(window.root(), 1280, 800);
        Theme.dress(scene);
        window.drawNow();
        prepare.accept(window);
        for (int round = 0; round < 2; round++) {
            window.root().applyCss();
            window.root().layout();
            window.drawNow();
        }
    }

    @Test
    void saysTheReportsSentencesAndOffersNothingThatConnects() throws Exception {
        OpenedContent content = content();
        FxToolkit.onFx(() -> {
            var window = MainWindow.opened(content, "light");
            lay(window, one -> one.open(id(0)));
            String said = said(window.root());
            PrinterReport written = report.printers().getFirst();
            assertThat(said).contains(BERLIN.render(written.headline().getFirst()));
            assertThat(said)
                    .contains(
                            BERLIN.text(
                                    "figure.percent",
                                    Objects.requireNonNull(written.server()).figures().errorRate()
                                            * 100))
                    .contains("Nothing is measured here")
                    .contains("redacted for support")
                    .contains("Moved the printer into the garage.")
                    .containsPattern("LS-[0-9A-Z]{4}-[0-9A-Z]{3}")
                    .doesNotContain("Agent on", "Measuring has ended");
            for (String button :
                    List.of(
                            "add-printer-button",
                            "discover-button",
                            "retry",
                            "fix-it",
                            "read-plugin")) {
                Node found = window.root().lookup("#" + button);
                assertThat(found == null || !isShown(found)).as(button).isTrue();
            }
            assertThat(isShown(window.root().lookup("#export-button"))).isTrue();
            window.open(id(2));
            window.drawNow();
            assertThat(said(window.root()))
                    .contains(BERLIN.text("opened.link"))
                    .contains(BERLIN.render(report.printers().get(2).headline().getFirst()));
            Node retry = window.root().lookup("#retry");
            assertThat(retry == null || !isShown(retry)).isTrue();
            window.stop();
        });
    }

    @Test
    void writesTheSameReportOnceMore() throws Exception {
        OpenedContent content = content();
        Path again = folder.resolve("again.pdf");
        content.services(new SettingsInMemory("light", ""))
                .reports()
                .exportPdf(List.of(id(0), id(1), id(2), id(3), id(4)), again);
        Report back = new ReportFiles(BERLIN).read(again).report();
        assertThat(back.printers().equals(new ReportFiles(BERLIN).read(pdf).report().printers()))
                .as("the same figures, slots and findings")
                .isTrue();
    }

    @Test
    void windowsOpenInTheBackgroundAndTheLastOneTells() throws Exception {
        var closed = new AtomicReference<>(false);
        OpenedReports reports = reports(() -> closed.set(true));
        reports.open(pdf, problem -> {});
        reports.open(pdf, problem -> {});
        await().atMost(PATIENCE).until(() -> titled().size() == 2);
        List<Stage> open = titled();
        FxToolkit.onFx(() -> open.getFirst().close());
        assertThat(closed.get()).isFalse();
        FxToolkit.onFx(() -> open.getLast().close());
        await().atMost(PATIENCE).until(closed::get);
    }

    private static List<Stage> titled() throws InterruptedException {
        return FxToolkit.onFx(() ->
                Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .map(Stage.class::cast)
                        .filter(stage -> stage.getTitle() != null)
                        .filter(stage -> stage.getTitle().startsWith("Report LS-"))
                        .toList());
    }

    @Test
    void whatIsNoReportIsSaidWithTheNextStep() throws Exception {
        Path other = Files.writeString(folder.resolve("other.pdf"), "hello");
        var told = new AtomicReference<String>();
        reports(() -> {}).open(other, told::set);
        await().atMost(PATIENCE).until(() -> told.get() != null);
        assertThat(told.get())
                .isEqualTo(
                        BERLIN.text("report.unreadable.damaged_pdf")
                                + " "
                                + BERLIN.text("report.unreadable.damaged_pdf.next"));
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String said(Parent root) {
        var all = new StringBuilder();
        collect(root, all);
        return all.toString();
    }

    private static void collect(Node node, StringBuilder all) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !(node instanceof Button)) {
            all.append(labeled.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
