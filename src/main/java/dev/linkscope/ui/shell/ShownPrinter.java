package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.support.FirstAsked;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmModel;
import dev.linkscope.ui.printer.PrinterPage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the page of the chosen printer and the status line up to date. */
final class ShownPrinter {
    private final Services services;
    private final Wording wording;
    private final FarmModel farm;
    private final FirstAsked<PrinterPage> page;
    private final StatusLine status;
    private @Nullable Shown shown;

    /**
     * What the page shows: of whom, which state, as of when, and what the user said and changed.
     */
    private record Shown(
            PrinterId id,
            long revision,
            long fixes,
            long notes,
            Instant now,
            Attention attention) {}

    ShownPrinter(
            Services services,
            Wording wording,
            FarmModel farm,
            Supplier<PrinterPage> makePage,
            StatusLine status) {
        this.services = services;
        this.wording = wording;
        this.farm = farm;
        page = new FirstAsked<>(makePage);
        this.status = status;
    }

    /**
     * The page, which is made when it is first wanted: who has no printer yet never waits for it.
     */
    PrinterPage page() {
        return page.get();
    }

    /** The page if it was ever shown. */
    Optional<PrinterPage> pageIfMade() {
        return page.ifMade();
    }

    /** Draws what has changed. */
    void refresh() {
        farm.selectedSnapshot().ifPresentOrElse(this::show, status::clear);
    }

    /** Draws everything the next time. */
    void forget() {
        shown = null;
    }

    private void show(SessionSnapshot snapshot) {
        Instant clock = services.clock().instant();
        Instant now = Wording.now(snapshot, clock);
        PrinterId id = snapshot.printer().id();
        Attention attention = services.settings().load().alerts().of(id);
        var next =
                new Shown(
                        id,
                        snapshot.revision(),
                        services.fixes().revision(),
                        page().notesRevision(),
                        now,
                        attention);
        if (!next.equals(shown)) {
            shown = next;
            page().show(snapshot, services.witness().apply(snapshot), attention, clock);
            status.show(StatusText.of(snapshot, now, wording));
        }
    }
}
