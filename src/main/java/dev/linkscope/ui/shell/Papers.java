package dev.linkscope.ui.shell;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.history.PrinterNotes;
import dev.linkscope.ui.printer.PageMenu;
import dev.linkscope.ui.printer.SpanActions;
import dev.linkscope.ui.timeline.TimelineSource;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What is written and kept: reports, notes, comparisons, and how large the history is. */
final class Papers {
    private final Wording wording;
    private final Reports reports;
    private final ReportFiles files;
    private final PastCards past;
    private final HistoryWatch history;
    private final Supplier<Optional<SessionSnapshot>> shown;

    /**
     * Nothing is open yet.
     *
     * @param shown the printer whose page is shown
     * @param owner the window that the platform's dialogs belong to
     */
    Papers(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast,
            Undo undo,
            StatusLine status,
            Supplier<Optional<SessionSnapshot>> shown,
            Supplier<@Nullable Window> owner) {
        this.wording = wording;
        this.shown = shown;
        reports = new Reports(services, wording, overlay, background, toast, owner);
        files = new ReportFiles(wording, toast);
        past = new PastCards(services, wording, overlay, background, toast, undo, shown);
        history =
                new HistoryWatch(services.past().book(), background, wording, status::showHistory);
    }

    /** Makes reports. */
    Reports reports() {
        return reports;
    }

    /** Opens reports. */
    ReportFiles files() {
        return files;
    }

    /** What a printer's page shows of the user's notes. */
    PrinterNotes notes() {
        return past.notes();
    }

    /** The menu of a printer's page. */
    PageMenu menu(PrinterFixes changes) {
        var menu = new PageMenu(wording);
        menu.add("page.note", printer -> past.add());
        menu.add("page.compare", printer -> past.compare(printer, changes));
        menu.add("page.report", printer -> reports.one(printer.id()));
        return menu;
    }

    /** Where the charts of a printer's page read what lies before the live trace. */
    TimelineSource timelines() {
        return past.timelines();
    }

    /** What can be done with a part of the time on a printer's page. */
    SpanActions spans(PrinterFixes changes) {
        return new SpanActions() {
            @Override
            public void compareBefore(Span span) {
                past.compareBefore(span, changes);
            }

            @Override
            public void report(Span span) {
                shown.get().ifPresent(snapshot -> reports.one(snapshot.printer().id(), span));
            }

            @Override
            public void note(Instant at) {
                past.noteAt(at);
            }
        };
    }

    /** Looks whether there is news; cheap. */
    void tick(Instant clock) {
        history.tick(clock);
    }
}
