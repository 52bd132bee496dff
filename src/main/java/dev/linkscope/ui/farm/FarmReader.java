package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.FarmView.Shared;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.OutageLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws up what the page of the farm shows. Only printers of which something changed are put into
 * words again. Not thread-safe, and not for the window's thread: a thousand printers take it a
 * while.
 */
final class FarmReader {
    private static final Duration SPAN = Duration.ofHours(2);
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    /** What is said of times long past need not be said anew at each look. */
    private static final Duration WORDS_KEPT = Duration.ofSeconds(10);

    private final FarmControl farm;
    private final Supplier<FarmView> view;
    private final SettingsStore settings;
    private final InstantSource clock;
    private final FarmRows rows;
    private final OutageLines lines;
    private final PrintsHit prints = new PrintsHit();
    private final HourTally hours;
    private final FarmPulse pulse;
    private final Map<PrinterId, Known> known = new HashMap<>();

    FarmReader(
            FarmControl farm,
            Supplier<FarmView> view,
            SettingsStore settings,
            InstantSource clock,
            Wording wording) {
        this.farm = farm;
        this.view = view;
        this.settings = settings;
        this.clock = clock;
        rows = new FarmRows(wording);
        lines = new OutageLines(wording);
        hours = new HourTally(wording.messages().zone());
        pulse = new FarmPulse(wording);
    }

    /** What was made of a printer, and of what. */
    private record Known(
            SessionSnapshot of,
            FarmRows.Beside beside,
            Instant worded,
            FarmRow row,
            List<Shared> shared,
            OutageLine line) {}

    /** The page as it stands now. */
    FarmPicture read() {
        List<SessionSnapshot> snapshots = farm.snapshots();
        FarmView common = view.get();
        Alerts alerts = settings.load().alerts();
        Instant now = clock.instant();
        List<PrinterId> ids =
                snapshots.stream().map(SessionSnapshot::printer).map(Printer::id).toList();
        known.keySet().retainAll(ids);
        prints.retain(ids);
        hours.retain(ids);
        Instant to =
                snapshots.stream()
                        .map(one -> Wording.now(one, now))
                        .max(Instant::compareTo)
                        .orElse(now);
        Map<PrinterId, List<Shared>> shared = byMember(common);
        var newRows = new ArrayList<FarmRow>(ids.size());
        var newLines = new ArrayList<OutageLine>(ids.size());
        for (SessionSnapshot snapshot : snapshots) {
            PrinterId id = snapshot.printer().id();
            var beside =
                    new FarmRows.Beside(
                            common.ownRates().get(id),
                            alerts.of(id),
                            prints.seen(snapshot, Wording.now(snapshot, now)));
            Known next = known(snapshot, beside, shared.getOrDefault(id, List.of()), now, to);
            known.put(id, next);
            newRows.add(next.row());
            newLines.add(next.line());
        }
        return new FarmPicture(
                now,
                from(snapshots, to),
                to,
                newRows,
                newLines,
                common,
                hours.hours(),
                pulse.of(snapshots, now));
    }

    private Known known(
            SessionSnapshot snapshot,
            FarmRows.Beside beside,
            List<Shared> shared,
            Instant now,
            Instant to) {
        Known old = known.get(snapshot.printer().id());
        boolean sameTrace = old != null && same(old.of().server(), snapshot.server());
        if (!sameTrace) {
            hours.add(snapshot.printer().id(), snapshot.server().trace());
        }
        boolean late =
                old == null || Duration.between(old.worded(), now).compareTo(WORDS_KEPT) >= 0;
        if (old != null
                && !late
                && sameTrace
                && old.shared().equals(shared)
                && old.beside().equals(beside)
                && says(old.of(), snapshot)) {
            return old;
        }
        FarmRow row = rows.of(snapshot, beside, now);
        OutageLine line = lines.of(snapshot, shared, to.minus(SPAN), to);
        return new Known(
                snapshot,
                beside,
                now,
                old != null && old.row().equals(row) ? old.row() : row,
                shared,
                old != null && old.line().equals(line) ? old.line() : line);
    }

    /** Whether both say the same in the table, their times left aside. */
    private static boolean says(SessionSnapshot one, SessionSnapshot other) {
        return one.link() == other.link()
                && same(one.webcam(), other.webcam())
                && one.printer().equals(other.printer())
                && one.findings().equals(other.findings())
                && one.facts().equals(other.facts());
    }

    // The engine hands out the same pane until it changes; comparing slot by slot takes long.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private static Map<PrinterId, List<Shared>> byMember(FarmView common) {
        var members = new HashMap<PrinterId, List<Shared>>();
        for (Shared outage : common.shared()) {
            for (PrinterId id : outage.members()) {
                members.computeIfAbsent(id, _ -> new ArrayList<>()).add(outage);
            }
        }
        return members;
    }

    private static Instant from(List<SessionSnapshot> snapshots, Instant to) {
        Instant earliest = to.minus(SHORTEST);
        for (SessionSnapshot snapshot : snapshots) {
            if (!snapshot.server().trace().isEmpty()) {
                Instant start = snapshot.server().trace().segments().getFirst().start();
                earliest = start.isBefore(earliest) ? start : earliest;
            }
        }
        Instant longest = to.minus(SPAN);
        return earliest.isBefore(longest) ? longest : earliest;
    }
}
