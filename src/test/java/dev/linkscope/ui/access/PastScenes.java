package dev.linkscope.ui.access;

import dev.linkscope.demo.DemoReports;
import dev.linkscope.domain.Statement;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.draft.Drafts;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.report.pdf.PdfReport;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.shell.OpenedReports;
import dev.linkscope.ui.shell.PastServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Reports, notes and comparisons. */
final class PastScenes {
    private PastScenes() {}

    static List<AccessScene> all() {
        return List.of(
                new AccessScene("report", PastScenes::report),
                new AccessScene("report-chosen", PastScenes::chosen),
                new AccessScene("report-removed", PastScenes::removed),
                new AccessScene("report-failed", PastScenes::failed),
                new AccessScene("compare", PastScenes::compare),
                new AccessScene("note", PastScenes::note),
                new AccessScene("notes", PastScenes::open),
                new AccessScene("opened-farm", window -> opened(window, false)),
                new AccessScene("opened-printer", window -> opened(window, true)));
    }

    private static void open(AccessWindow window) throws Exception {
        window.fakes.farm.put(FakeSnapshots.bursts(FixWindow.PRUSA, 7));
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-01", 3));
        var book = new MemoryBook();
        book.size = FakeServices.HISTORY;
        book.keep(note("a", 26, "Moved the printer to the garage."));
        book.keep(
                note(
                        "b",
                        1,
                        "New router in the cellar; the Pi is now on the 5 GHz band and stands"
                                + " behind the washing machine, which I cannot change for now."));
        window.fakes.past =
                new PastServices(
                        book,
                        (printer, first, second) ->
                                List.of(
                                        compared("server", 0.3, 0.02, Result.FEWER, 0.0004),
                                        compared("webcam", 0.01, 0.012, Result.TOO_LITTLE, null)),
                        Timelines.NONE,
                        file -> {
                            throw new IOException(file.toString());
                        });
        window.open();
        window.press("#to-printer");
        window.printer(0);
        window.tab("history");
        window.await("#user-notes");
    }

    private static UserNote note(String id, int hours, String text) {
        return new UserNote(
                id,
                id.equals("a") ? null : FixWindow.PRUSA.id(),
                FakeSnapshots.NOW.minus(Duration.ofHours(hours)),
                FakeSnapshots.NOW,
                text);
    }

    private static SpanComparison compared(
            String pane, double first, double second, Result result, @Nullable Double p) {
        return new SpanComparison(
                pane,
                new FakePane(1, 720).scattered(first).snapshot("a", FakeSnapshots.NOW).figures(),
                new FakePane(2, 720).scattered(second).snapshot("a", FakeSnapshots.NOW).figures(),
                result,
                p,
                List.of(Statement.of("fake.fix.weak"), Statement.of("fake.fix.weak")));
    }

    private static void report(AccessWindow window) throws Exception {
        open(window);
        window.choose("#export-button", "export-selected");
        window.await("#export");
        window.awaitThat(() -> !window.find("#export-save").isDisabled());
    }

    private static void chosen(AccessWindow window) throws Exception {
        report(window);
        FxToolkit.onFx(() -> {
            ((RadioButton) window.find("#export-chosen")).setSelected(true);
            ((RadioButton) window.find("#export-span-OWN")).setSelected(true);
        });
        // The report is drawn anew, and what is drawn meanwhile is dimmed.
        window.awaitThat(() ->
                window.fakes.reports.requests.size() > 1
                        && !window.find("#export-save").isDisabled()
                        && window.find("#export-preview").getOpacity() == 1);
    }

    private static void removed(AccessWindow window) throws Exception {
        report(window);
        window.press("#export-to-removed");
    }

    private static void failed(AccessWindow window) throws Exception {
        window.fakes.reports.problem = "OctoPrint on prusa-07.local did not give its log.";
        open(window);
        window.choose("#export-button", "export-selected");
        window.await("#export-again");
    }

    private static void compare(AccessWindow window) throws Exception {
        open(window);
        window.choose("#page-menu", "page-compare");
        window.press("#compare-go");
        window.press(".compared-details");
    }

    private static void note(AccessWindow window) throws Exception {
        open(window);
        window.choose("#page-menu", "page-note");
        window.await("#note-card");
    }

    private static void opened(AccessWindow window, boolean printer) throws Exception {
        Messages messages =
                window.look().longTexts() ? LongTexts.messages() : FakeServices.MESSAGES;
        Path file = Files.createTempFile("access", ".pdf");
        new PdfReport(messages, "1", Redaction.byLooks(), PaneCurve::of)
                .write(DemoReports.of(messages, "weak-wifi", "frozen-camera", "healthy"), file);
        var reports =
                new OpenedReports(
                        new ReportFiles(messages),
                        new Drafts(messages, "1", Redaction.byLooks(), PaneCurve::of),
                        messages,
                        () -> window.look().dark() ? "dark" : "light",
                        () -> {});
        reports.open(file, problem -> {});
        UiWindow.await().until(() -> FxToolkit.onFx(PastScenes::stage).isPresent());
        FxToolkit.onFx(() -> window.take(stage().orElseThrow()));
        Files.deleteIfExists(file);
        if (printer) {
            window.printer(0);
        }
    }

    private static Optional<Stage> stage() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getTitle() != null)
                .filter(stage -> stage.getScene().lookup("#opened-banner") != null)
                .findFirst();
    }
}
