package dev.linkscope.engine.farm;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.FarmComparison;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.rules.farm.Explanation;
import dev.linkscope.rules.farm.FarmPrinter;
import dev.linkscope.rules.farm.SharedCase;
import dev.linkscope.rules.farm.SharedCause;
import dev.linkscope.stats.FarmFigures;
import dev.linkscope.stats.NamedTrace;
import dev.linkscope.stats.SharedOutages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the printers of a farm, one look after the other. A shared outage that was shown keeps
 * its begin while it goes on, and stays until the span that is compared has left it behind. Not
 * thread-safe.
 */
final class FarmRounds {
    /** Whether more is shared over the span hardly changes, and is the dearest part of a look. */
    private static final Duration SPAN_EVERY = Duration.ofMinutes(1);

    /** A chance of one in 2,000 is the smallest that so many turns can show. */
    private static final int SPAN_SHIFTS = 1_999;

    private final InstantSource clock;
    private List<SharedOutage> known = List.of();
    private Instant spanDue = Instant.MIN;
    private boolean sharedInSpan;
    private FarmView view = FarmView.NONE;

    FarmRounds(InstantSource clock) {
        this.clock = clock;
    }

    /** Compares printers; the same view as before if nothing that it tells has changed. */
    FarmView look(List<SessionSnapshot> sessions) {
        Instant now = clock.instant();
        Map<String, SessionSnapshot> compared = new LinkedHashMap<>();
        List<NamedTrace> traces = FarmComparison.traces(sessions);
        Set<String> names = new HashSet<>();
        traces.forEach(trace -> names.add(trace.name()));
        for (SessionSnapshot session : sessions) {
            String id = session.printer().id().toString();
            if (names.contains(id)) {
                compared.put(id, session);
            }
        }
        FarmFigures figures = figures(traces, now);
        List<SharedOutage> outages = identified(figures.sharedOutages());
        known = outages;
        Map<PrinterId, Double> rates = new HashMap<>();
        for (FarmFigures.PrinterRate rate : figures.printers()) {
            SessionSnapshot session = compared.get(rate.name());
            Double own = rate.ownErrorRate();
            if (session != null && own != null) {
                rates.put(session.printer().id(), own);
            }
        }
        List<FarmView.Shared> shared = new ArrayList<>();
        for (SharedOutage outage : outages) {
            shared.add(shared(outage, compared));
        }
        var next =
                new FarmView(
                        view.revision(),
                        view.at(),
                        shared,
                        rates,
                        sharedInSpan,
                        CommonTraits.of(List.copyOf(compared.values()), outages));
        if (!next.equals(view)) {
            view =
                    new FarmView(
                            view.revision() + 1,
                            now,
                            next.shared(),
                            next.ownRates(),
                            next.sharedInSpan(),
                            next.traits());
        }
        return view;
    }

    private FarmFigures figures(List<NamedTrace> traces, Instant now) {
        if (traces.size() < 2) {
            sharedInSpan = false;
            return new FarmFigures(List.of(), List.of(), null, false);
        }
        // A clock that was set back must not stop the test for long.
        boolean due = !now.isBefore(spanDue) || spanDue.isAfter(now.plus(SPAN_EVERY));
        FarmFigures figures =
                SharedOutages.find(traces, Duration.ofMillis(1), known, due ? SPAN_SHIFTS : 0);
        if (due) {
            spanDue = now.plus(SPAN_EVERY);
            sharedInSpan = figures.sharedCauseInSpan();
        }
        return figures;
    }

    /** Outages that were shown before keep the begin that they were shown with. */
    private List<SharedOutage> identified(List<SharedOutage> found) {
        List<SharedOutage> left = new ArrayList<>(known);
        List<SharedOutage> all = new ArrayList<>();
        for (SharedOutage outage : found) {
            SharedOutage same =
                    left.stream().filter(old -> isSame(old, outage)).findFirst().orElse(null);
            if (same == null) {
                all.add(outage);
            } else {
                left.remove(same);
                all.add(
                        new SharedOutage(
                                same.from(),
                                outage.to(),
                                outage.members(),
                                outage.measured(),
                                outage.pValue(),
                                outage.test()));
            }
        }
        return all;
    }

    private static boolean isSame(SharedOutage old, SharedOutage outage) {
        Set<String> common = new HashSet<>(old.members());
        common.retainAll(outage.members());
        return old.from().isBefore(outage.to())
                && outage.from().isBefore(old.to())
                && 2 * common.size() >= old.members().size();
    }

    private static FarmView.Shared shared(
            SharedOutage outage, Map<String, SessionSnapshot> compared) {
        Set<String> memberIds = Set.copyOf(outage.members());
        List<PrinterId> ids = new ArrayList<>();
        List<FarmPrinter> members = new ArrayList<>();
        List<FarmPrinter> others = new ArrayList<>();
        int failing = 0;
        for (Map.Entry<String, SessionSnapshot> one : compared.entrySet()) {
            SessionSnapshot session = one.getValue();
            if (memberIds.contains(one.getKey())) {
                ids.add(session.printer().id());
                members.add(Hangings.of(session));
                failing += stillFails(session, outage) ? 1 : 0;
            } else if (wasMeasured(session, outage)) {
                others.add(Hangings.of(session));
            }
        }
        boolean lasts = 2 * failing > members.size();
        Explanation explanation =
                SharedCause.of(
                        new SharedCase(
                                outage.from(),
                                outage.to(),
                                lasts,
                                outage.measured(),
                                members,
                                others));
        Double p = outage.pValue();
        return new FarmView.Shared(
                outage.from(),
                outage.to(),
                lasts,
                ids,
                outage.measured(),
                p == null ? Double.NaN : p,
                explanation.where(),
                explanation.statements());
    }

    /** Whether the last that was seen of a printer is a failure that belongs to an outage. */
    private static boolean stillFails(SessionSnapshot session, SharedOutage outage) {
        List<Slot> measured = session.server().trace().slots().filter(Slot::measured).toList();
        return !measured.isEmpty()
                && measured.getLast().failed()
                && !measured.getLast()
                        .scheduled()
                        .minus(session.printer().cadence().multipliedBy(2))
                        .isAfter(outage.to());
    }

    private static boolean wasMeasured(SessionSnapshot session, SharedOutage outage) {
        return session.server()
                .trace()
                .slots()
                .anyMatch(slot ->
                        slot.measured()
                                && !slot.scheduled().isBefore(outage.from())
                                && slot.scheduled().isBefore(outage.to()));
    }
}
