package dev.linkscope.rules.scenario;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.Sightings;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.stats.BesidePane;
import dev.linkscope.stats.BrokenAt;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a printer for the rules from the courses of its probes, by the same computations that a
 * session makes.
 */
public final class MadeUpPrinter {
    /** When every course begins. */
    public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

    /** Resolves the p-value of a rhythm, which a rule asks for, to 0.001: enough for 0.01. */
    private static final Thresholds LIMITS = Thresholds.DEFAULT.withPermutations(999);

    private static final Map<ProbeKind, Duration> CADENCES =
            Map.of(
                    ProbeKind.GATEWAY, Duration.ofSeconds(5),
                    ProbeKind.INTERNET, Duration.ofSeconds(30),
                    ProbeKind.SERVER_WS, Duration.ofSeconds(60),
                    ProbeKind.WEBCAM_STREAM, Duration.ofSeconds(60),
                    ProbeKind.STUN, Duration.ofSeconds(300),
                    ProbeKind.TURN, Duration.ofSeconds(300));

    private final Map<String, Seen> probes = new LinkedHashMap<>();
    private final List<WitnessRow> witness = new ArrayList<>();
    private final Map<String, List<Course.Step>> places = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<PastRecord> past = new ArrayList<>();
    private final List<Coincidence> coincidences = new ArrayList<>();
    private @Nullable PluginReport plugin;

    private record Seen(ProbeKind kind, List<Course.Step> steps, Map<String, String> details) {
        Duration cadence() {
            return CADENCES.getOrDefault(kind, Duration.ofSeconds(10));
        }
    }

    /**
     * Adds a probe.
     *
     * @param target its wire name, or that and something after {@code :} to tell two apart
     * @param course what came of its slots, see {@link Course}
     * @param details readings of its newest attempt
     */
    public MadeUpPrinter probe(String target, String course, Map<String, String> details) {
        String kind = target.contains(":") ? target.substring(0, target.indexOf(':')) : target;
        probes.put(
                target,
                new Seen(ProbeKind.ofWireName(kind).orElseThrow(), Course.of(course), details));
        return this;
    }

    /** Adds a fact; of two with one key the later counts. */
    public MadeUpPrinter fact(Fact fact) {
        facts.put(fact.key(), fact);
        return this;
    }

    /**
     * Adds a place that this computer looked at, every 10 s.
     *
     * @param place {@code router:ADDRESS}, {@code reference:NAME} or {@code server}
     */
    public MadeUpPrinter witness(String place, String course) {
        places.put(place, Course.of(course));
        return this;
    }

    /** Adds what a log tells. */
    public MadeUpPrinter past(PastRecord log) {
        past.add(log);
        return this;
    }

    /** Adds what outages fell together with. */
    public MadeUpPrinter coincidence(Coincidence one) {
        coincidences.add(one);
        return this;
    }

    /** Adds the plugin's own report. */
    public MadeUpPrinter plugin(PluginReport report) {
        plugin = report;
        return this;
    }

    /** The printer as the rules see it. */
    public PrinterCase build() {
        Trace server = trace("server.http");
        Trace webcam = trace("webcam.snapshot");
        places.forEach((place, steps) -> witness.add(row(place, steps, server)));
        return new PrinterCase(
                PaneCase.of("server", PaneJudge.judge(server, LIMITS), server),
                probes.containsKey("webcam.snapshot")
                        ? PaneCase.of("webcam", PaneJudge.judge(webcam, LIMITS), webcam)
                        : null,
                probes.entrySet().stream()
                        .map(entry -> tally(entry.getKey(), entry.getValue(), server, webcam))
                        .toList(),
                BrokenAt.counts(
                        BrokenAt.of(
                                server,
                                sightings(ProbeKind.GATEWAY),
                                sightings(ProbeKind.INTERNET))),
                new FactSheet(List.copyOf(facts.values())),
                witness,
                past,
                plugin,
                coincidences);
    }

    private Trace trace(String target) {
        Seen seen = probes.get(target);
        if (seen == null || seen.steps.isEmpty()) {
            return Trace.EMPTY;
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < seen.steps.size(); i++) {
            Instant due = START.plus(seen.cadence().multipliedBy(i));
            Course.Step step = seen.steps.get(i);
            slots.add(
                    switch (step.state()) {
                        case OK -> Slot.ok(due, 30_000);
                        case FAILED ->
                                new Slot(
                                        due,
                                        due,
                                        SlotState.FAILED,
                                        step.phase(),
                                        step.errorClass(),
                                        null,
                                        -1);
                        case NOT_MEASURED -> Slot.notMeasured(due, NotMeasured.NOT_ASKED);
                        case null -> Slot.notMeasured(due, NotMeasured.NOT_ASKED);
                    });
        }
        return new Trace(List.of(new Segment(seen.cadence(), slots)));
    }

    private List<Sightings> sightings(ProbeKind kind) {
        return probes.values().stream()
                .filter(seen -> seen.kind == kind)
                .map(seen -> sightings(seen.steps, seen.cadence()))
                .toList();
    }

    private static Sightings sightings(List<Course.Step> steps, Duration cadence) {
        var sightings = new Sightings(Duration.ofDays(1));
        for (int i = 0; i < steps.size(); i++) {
            SlotState state = steps.get(i).state();
            if (state == SlotState.OK || state == SlotState.FAILED) {
                sightings.add(START.plus(cadence.multipliedBy(i)), state == SlotState.FAILED);
            }
        }
        return sightings;
    }

    private static ProbeTally tally(String target, Seen seen, Trace server, Trace webcam) {
        var classes = new HashMap<String, Integer>();
        int measured = 0;
        int failed = 0;
        int retried = 0;
        int inARow = 0;
        Outcome last = null;
        Instant lastAt = null;
        for (int i = 0; i < seen.steps.size(); i++) {
            Course.Step step = seen.steps.get(i);
            Phase phase = step.phase();
            if (step.errorClass() != null) {
                String name =
                        phase == null
                                ? step.errorClass()
                                : phase.wireName() + "." + step.errorClass();
                classes.merge(name, 1, Integer::sum);
            }
            if (step.state() != SlotState.OK && step.state() != SlotState.FAILED) {
                continue;
            }
            boolean bad = step.state() == SlotState.FAILED;
            measured++;
            failed += bad ? 1 : 0;
            retried += step.again() ? 1 : 0;
            inARow = bad ? inARow + 1 : 0;
            lastAt = START.plus(seen.cadence().multipliedBy(i));
            last =
                    new Outcome(
                            i + 1L,
                            target,
                            seen.kind,
                            i,
                            i * seen.cadence().toMillis(),
                            i * seen.cadence().toMillis() + 30,
                            Objects.requireNonNull(step.state()),
                            phase,
                            step.errorClass(),
                            Timings.ofTotal(30_000),
                            seen.details);
        }
        Sightings sightings = sightings(seen.steps, seen.cadence());
        BesidePane ofServer = BesidePane.of(sightings, server);
        BesidePane ofWebcam = BesidePane.of(sightings, webcam);
        var beside =
                new Beside(ofServer.failing(), ofServer.ok(), ofWebcam.failing(), ofWebcam.ok());
        return new ProbeTally(
                target, seen.kind, measured, failed, retried, inARow, classes, last, lastAt,
                beside);
    }

    private static WitnessRow row(String place, List<Course.Step> steps, Trace server) {
        Sightings sightings = sightings(steps, Duration.ofSeconds(10));
        BesidePane beside = BesidePane.of(sightings, server);
        String lastFailure = null;
        for (Course.Step step : steps) {
            Phase phase = step.phase();
            if (phase != null) {
                lastFailure = phase.wireName() + "." + step.errorClass();
            }
        }
        int colon = place.indexOf(':');
        String kind = colon < 0 ? place : place.substring(0, colon);
        JointCounts all = sightings.within(Long.MIN_VALUE, Long.MAX_VALUE);
        int inARow = 0;
        while (inARow < sightings.size() && sightings.failed(sightings.size() - 1 - inARow)) {
            inARow++;
        }
        return new WitnessRow(
                WitnessRow.Place.valueOf(kind.toUpperCase(Locale.ROOT)),
                colon < 0 ? place : place.substring(colon + 1),
                all.measured(),
                all.failed(),
                inARow,
                lastFailure,
                beside.failing(),
                beside.ok());
    }
}
