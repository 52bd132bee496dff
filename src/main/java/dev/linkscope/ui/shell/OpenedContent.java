package dev.linkscope.ui.shell;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.ShownTimelines;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.ReportPress;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.engine.report.ReopenedFarm;
import dev.linkscope.engine.report.ReopenedReportDesk;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the window of an opened report shows and says. Immutable but for where it complains. */
public final class OpenedContent {
    private final Path file;
    private final OpenedReport opened;
    private final Wording wording;
    private final ReopenedFarm farm;
    private final ReportPress press;
    private volatile Consumer<String> refused = sentence -> {};

    /** Draws the curves, which takes a while. */
    OpenedContent(Path file, OpenedReport opened, ReportPress press, Wording wording) {
        this.file = file;
        this.opened = opened;
        this.wording = wording;
        this.press = press;
        farm = new ReopenedFarm(opened.report(), this::refuse);
    }

    private void refuse(Statement why) {
        String sentence = wording.messages().render(why);
        FxExecutor.FX.execute(() -> refused.accept(sentence));
    }

    /** From now on this is told, on the window's thread, what is not done in such a window. */
    void refusedTo(Consumer<String> listener) {
        refused = listener;
    }

    /** Services that know this report alone. */
    Services services(SettingsStore settings) {
        return new Services(
                farm,
                session -> WitnessView.NONE,
                new ConnectionTest(
                        (printer, questions) ->
                                (request, progress) -> {
                                    throw new LinkException(
                                            Failure.of(FailureCode.CANCELLED, ""), null, null);
                                },
                        host -> List.of(),
                        OctoPrintDesk.closed(),
                        ""),
                OctoPrintDesk.closed(),
                new ReopenedReportDesk(opened.report(), farm, press),
                settings,
                wording.messages(),
                // As of then: an hour ago is an hour before the report was made.
                InstantSource.fixed(opened.report().generatedAt()),
                List::of,
                FarmServices.NONE.withView(farm::view),
                FixDesk.NONE,
                new PastServices(
                        HistoryBook.NONE,
                        Comparisons.NONE,
                        new ShownTimelines(),
                        PastServices.NONE.reader()),
                _ -> {},
                List::of);
    }

    /** Title of the window. */
    String title() {
        String id = opened.id();
        return wording.text("opened.title", id == null ? String.valueOf(file.getFileName()) : id);
    }

    /** What this is: which report, of when, redacted for whom. */
    String banner() {
        Report report = opened.report();
        String id = opened.id();
        String level = wording.text("opened.level." + report.scope().level());
        String when = when(report.generatedAt());
        return id == null
                ? wording.text("opened.banner.unnamed", when, level)
                : wording.text("opened.banner", id, when, level);
    }

    /** What is to be known of the file, and what its author said; may be empty. */
    List<String> remarks() {
        List<Statement> remarks = opened.remarks();
        String note = opened.report().scope().note();
        String before = note == null ? "" : wording.text("opened.before", note);
        return Stream.concat(remarks.stream().map(wording.messages()::render), Stream.of(before))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the line at the lower edge says of all printers. */
    StatusText status() {
        return new StatusText(
                wording.text("opened.status", when(opened.report().generatedAt())),
                "",
                opened.report().simulated() ? wording.text("status.simulated") : "");
    }

    private String when(Instant time) {
        return wording.messages().clock().moment(time);
    }
}
