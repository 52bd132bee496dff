package dev.linkscope.faults;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a history holds, and what was told, with what was done. */
final class ChaosCheck {
    /** Outages shorter than that may fall between attempts. */
    private static final Duration LONG = Duration.ofSeconds(30);

    /**
     * An incident needs an outage of 60 s, and where others began with it another 60 s, in which
     * the farm is compared; three attempts come on top.
     */
    static final Duration TOLD = Duration.ofSeconds(135);

    /** Of {@code server.http}: so long an attempt may go on. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** On a busy machine, until it asks all printers again. */
    private static final Duration STARTING = Duration.ofSeconds(120);

    /** A state of a pane may lag behind what made it. */
    private static final Duration AFTERMATH = Duration.ofMinutes(5);

    private static final Duration TWICE = ChaosWatch.CADENCE.multipliedBy(2);

    private final ChaosTruth truth;
    private final int printers;
    private final Map<Integer, List<Attempted>> attempts = new HashMap<>();
    private long missing;
    private long doubled;
    private long outcomes;
    private int runs;
    private int outages;
    private int exempt;
    private final List<String> holes = new ArrayList<>();
    private final List<String> notFound = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    ChaosCheck(ChaosTruth truth, Path history, Map<String, String> ids, int printers) {
        this.truth = truth;
        this.printers = printers;
        try (OutcomeStore store = SqliteHistory.open(history, InstantSource.system()).store()) {
            for (int number = 0; number < printers; number++) {
                PrinterId id = new PrinterId(UUID.fromString(ids.get("printer-" + number)));
                for (String target : List.of("server", "dns", "gateway")) {
                    count(number, target, read(store, id, target));
                }
            }
        }
        for (int number = 0; number < printers; number++) {
            findOutages(number);
        }
    }

    private static List<RecordedRun> read(OutcomeStore store, PrinterId id, String target) {
        Instant now = Instant.now();
        return store.read(id, target, now.minus(Duration.ofHours(3)), now.plusSeconds(3600));
    }

    private void count(int number, String target, List<RecordedRun> recorded) {
        for (RecordedRun run : recorded) {
            long[] slots = run.outcomes().stream().mapToLong(Outcome::slot).sorted().toArray();
            runs += target.equals("server") ? 1 : 0;
            outcomes += slots.length;
            String where = "printer-%d %s %s: ".formatted(number, target, run.run().runId());
            for (int i = 0; i < slots.length; i++) {
                long expected = i == 0 ? 0 : slots[i - 1] + 1;
                if (slots[i] < expected) {
                    doubled++;
                } else if (slots[i] > expected) {
                    missing += slots[i] - expected;
                    holes.add(
                            where
                                    + "slots %d to %d of %d, before %s"
                                            .formatted(
                                                    expected,
                                                    slots[i] - 1,
                                                    slots[slots.length - 1],
                                                    utc(run, slots[i])));
                }
            }
            if (target.equals("server")) {
                run.outcomes().stream()
                        .filter(one -> one.state() != SlotState.NOT_MEASURED)
                        .map(one -> attempted(run, one))
                        .forEach(attempts.computeIfAbsent(number, _ -> new ArrayList<>())::add);
            }
        }
    }

    private static Instant utc(RecordedRun run, long slot) {
        return run.outcomes().stream()
                .filter(one -> one.slot() == slot)
                .map(one -> ClockMap.utcOf(run.clocks(), one.startMillis()))
                .findFirst()
                .orElseThrow();
    }

    private static Attempted attempted(RecordedRun run, Outcome outcome) {
        return new Attempted(
                run.run().runId(),
                outcome.target(),
                outcome.slot(),
                ClockMap.utcOf(run.clocks(), outcome.startMillis()),
                outcome.state() == SlotState.FAILED ? "failed" : "ok",
                "");
    }

    private void findOutages(int number) {
        for (ChaosTruth.Outage outage : truth.outages(number)) {
            if (outage.length().compareTo(LONG) <= 0) {
                continue;
            }
            // What an agent that was killed had seen and nobody had fetched is gone with it.
            if (truth.agentEnded(number, outage.begin().minus(TWICE), fetched(outage))) {
                exempt++;
                continue;
            }
            outages++;
            List<Attempted> within =
                    attempts.getOrDefault(number, List.of()).stream()
                            .filter(one -> one.start().isAfter(outage.begin().plusMillis(500)))
                            .filter(one -> one.start().isBefore(outage.end().minus(DEADLINE)))
                            .toList();
            if (within.size() < 2 || !within.stream().allMatch(Attempted::failed)) {
                notFound.add(
                        "printer-%d %s: %d attempts, %d failed"
                                .formatted(
                                        number,
                                        outage,
                                        within.size(),
                                        within.stream().filter(Attempted::failed).count()));
            }
        }
    }

    /** Slots without outcome between others of the same run, and where. */
    List<String> holes() {
        return holes;
    }

    long doubled() {
        return doubled;
    }

    /** Outages over 30 s whose attempts did not all fail, or that have fewer than two. */
    List<String> notFound() {
        return notFound;
    }

    /** Outages of which an incident has to tell, and none does. */
    List<String> untold() {
        return untold;
    }

    /** Incidents of printers of which none had anything happen to it within five minutes before. */
    List<ChaosWatch.Told> falseIncidents(List<ChaosWatch.Told> told) {
        return told.stream()
                .filter(ChaosWatch.Told::opened)
                .filter(one ->
                        one.printers().stream()
                                .map(ChaosCheck::number)
                                .noneMatch(number ->
                                        truth.anything(
                                                number, one.told().minus(AFTERMATH), one.told())))
                .toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring("printer-".length()));
    }

    /** Whether Linkscope itself was away in a span, so that it could tell nobody. */
    private boolean linkscopeAway(Instant from, Instant to) {
        return truth.all().stream()
                .filter(one -> one.event().kind() == ChaosEvent.Kind.LINKSCOPE_KILLED)
                .anyMatch(one -> one.begin().isBefore(to) && one.end().isAfter(from));
    }

    /** By when what an outage left behind is fetched: a Linkscope that starts takes its time. */
    private Instant fetched(ChaosTruth.Outage outage) {
        Duration longest =
                linkscopeAway(outage.begin(), outage.end().plus(TWICE)) ? STARTING : TWICE;
        return outage.end().plus(longest);
    }

    /** Whether the link was cut in a span: then outcomes came afterwards only. */
    private boolean unseen(int number, Instant from, Instant to) {
        return truth.all().stream()
                .filter(one -> one.event().kind() == ChaosEvent.Kind.LINK_CUT)
                .filter(one -> one.event().printer() == number)
                .anyMatch(one -> one.begin().isBefore(to) && one.end().isAfter(from));
    }

    /** Everything that is not as it should be, a line each; after {@link #report}. */
    String details() {
        return Stream.of(holes, notFound, untold)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    /** The figures as Markdown; also finds what was not told. */
    String report(long seed, Duration length, List<ChaosWatch.Told> told) {
        int tellable = 0;
        for (int number = 0; number < printers; number++) {
            for (ChaosTruth.Outage outage : truth.outages(number)) {
                Instant from = outage.begin().minus(TWICE);
                Instant to = outage.end().plus(TWICE);
                if (outage.length().compareTo(TOLD) < 0
                        || linkscopeAway(from, to)
                        || unseen(number, from, to)
                        || truth.agentEnded(number, from, to)) {
                    continue;
                }
                tellable++;
                String name = "printer-" + number;
                boolean found =
                        told.stream()
                                .filter(one -> one.printers().contains(name))
                                .anyMatch(one ->
                                        one.began().isBefore(to)
                                                && one.over().isAfter(outage.begin()));
                if (!found) {
                    untold.add(name + " " + outage);
                }
            }
        }
        var kinds = new TreeMap<String, Integer>();
        truth.all().forEach(one -> kinds.merge(one.event().kind().name(), 1, Integer::sum));
        return """
        | chaos | |
        | --- | --- |
        | seed, printers, length | %d, %d, %s |
        | events | %d: %s |
        | runs of agents, outcomes of server, dns and gateway | %d, %d |
        | slots without outcome, with two | %d, %d |
        | outages over 30 s: found, not found, not to be judged as agent or Pi were off | %d, %d, %d |
        | outages of 135 s and more that could be told at once: told, not told | %d, %d |
        | incidents, false ones | %d, %d |
        """
                .formatted(
                        seed,
                        printers,
                        length,
                        truth.all().size(),
                        kinds,
                        runs,
                        outcomes,
                        missing,
                        doubled,
                        outages - notFound.size(),
                        notFound.size(),
                        exempt,
                        tellable - untold.size(),
                        untold.size(),
                        told.stream().filter(ChaosWatch.Told::opened).count(),
                        falseIncidents(told).size());
    }
}
