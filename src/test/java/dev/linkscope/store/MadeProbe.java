package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A probe with its default cadence, and outcomes much like real ones.
 *
 * @param details readings that hardly change, as {@code name=value}
 */
record MadeProbe(
        String target, ProbeKind kind, int cadenceSeconds, int phases, List<String> details) {
    /** Those of a printer at Obico's cloud with a camera and its stream. */
    static final List<MadeProbe> ALL =
            List.of(
                    new MadeProbe(
                            "server",
                            ProbeKind.SERVER_HTTP,
                            10,
                            5,
                            List.of("address=203.0.113.", "status=401")),
                    new MadeProbe(
                            "webcam",
                            ProbeKind.WEBCAM_SNAPSHOT,
                            10,
                            3,
                            List.of("status=200", "type=image/jpeg", "bytes=#")),
                    new MadeProbe("plugin", ProbeKind.PLUGIN_LINK, 10, 0, List.of("state=open")),
                    new MadeProbe("dns", ProbeKind.DNS, 10, 1, List.of("resolver=192.0.2.")),
                    new MadeProbe("gateway", ProbeKind.GATEWAY, 5, 1, List.of("address=192.0.2.1")),
                    new MadeProbe("internet.1", ProbeKind.INTERNET, 30, 1, List.of()),
                    new MadeProbe("internet.2", ProbeKind.INTERNET, 30, 1, List.of()),
                    new MadeProbe("ws", ProbeKind.SERVER_WS, 60, 4, List.of("status=403")),
                    new MadeProbe(
                            "stream",
                            ProbeKind.WEBCAM_STREAM,
                            60,
                            3,
                            List.of("frames=#", "gap=#", "status=200")),
                    new MadeProbe(
                            "paths",
                            ProbeKind.SERVER_PATHS,
                            300,
                            4,
                            List.of("ipv4=203.0.113.", "mtu=1500", "offset=#", "portal=no")),
                    new MadeProbe("stun", ProbeKind.STUN, 300, 1, List.of("address=198.51.100.")),
                    new MadeProbe("turn", ProbeKind.TURN, 300, 1, List.of()));

    AgentFrame.Schedule schedule() {
        return new AgentFrame.Schedule(target, kind, 0, Duration.ofSeconds(cadenceSeconds));
    }

    /** The outcomes of one hour of the boot clock. */
    List<Outcome> hour(int printer, long hour) {
        int slots = 3_600 / cadenceSeconds;
        var random = new Random(31L * target.hashCode() + printer * 1_000_003L + hour);
        var outcomes = new ArrayList<Outcome>(slots);
        // Two hours a day have outages.
        double failing = hour % 12 == printer % 12 ? 0.2 : 0.004;
        boolean failed = false;
        for (int i = 0; i < slots; i++) {
            failed = random.nextDouble() < (failed ? 0.6 : failing);
            outcomes.add(outcome(random, hour * slots + i, failed));
        }
        return outcomes;
    }

    private Outcome outcome(Random random, long slot, boolean failed) {
        long start = slot * cadenceSeconds * 1_000 + random.nextInt(4);
        int[] times = new int[5];
        int total = 300 + random.nextInt(400);
        for (int i = 0; i < times.length; i++) {
            boolean reached = i < (failed ? Math.min(1, phases) : phases);
            times[i] = reached ? (int) (20_000 * (1 + i % 3) * (1 + random.nextExponential())) : -1;
            total += Math.max(0, times[i]);
        }
        total = failed ? 10_000_000 + random.nextInt(2_000) : total;
        // One agent numbers the outcomes of all its probes in turn.
        long sequence = slot * cadenceSeconds * 3 / 4 + Math.floorMod(target.hashCode(), 7) + 1;
        return new Outcome(
                sequence,
                target,
                kind,
                slot,
                start,
                start + total / 1_000,
                failed ? SlotState.FAILED : SlotState.OK,
                failed ? Phase.CONNECT : null,
                failed ? "timeout" : null,
                new Timings(times[0], times[1], times[2], times[3], times[4], total),
                failed ? Map.of() : readings(random));
    }

    private Map<String, String> readings(Random random) {
        var readings = new TreeMap<String, String>();
        for (String detail : details) {
            String[] parts = detail.split("=", 2);
            String value = parts[1];
            if (value.equals("#")) {
                value = String.valueOf(50_000 + random.nextInt(9_000));
            } else if (value.endsWith(".")) {
                value += random.nextInt(4);
            }
            readings.put(parts[0], value);
        }
        return readings;
    }
}
