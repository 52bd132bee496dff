package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** One probe and where its slots lie. */
final class Line {
    /** Slots that are left out after one in which the server asked for fewer requests. */
    private static final int BACK_OFF = 5;

    private final ProbeSpec spec;
    private final Probe probe;
    private final long first;
    private final long cadence;
    private volatile long quietUntil = -1;

    /**
     * A line.
     *
     * @param now local clock
     * @param leastCadence every slot costs OctoPrint a worker
     * @param place from 0 to 1: where in the cadence its slots lie, apart from those of others
     */
    Line(ProbeSpec spec, ConnectionTests tests, long now, Duration leastCadence, double place) {
        this.spec = spec;
        this.cadence = Math.max(spec.cadence().toMillis(), leastCadence.toMillis());
        long spread = Math.max(0, spec.spread().toMillis());
        this.first =
                now
                        + Math.round(cadence * place)
                        + (spread == 0 ? 0 : ThreadLocalRandom.current().nextLong(spread + 1));
        this.probe = probe(spec, tests);
    }

    private static Probe probe(ProbeSpec spec, ConnectionTests tests) {
        String url = spec.url() == null ? "" : spec.url().value();
        String name = spec.name() == null ? "" : spec.name();
        return switch (spec.kind()) {
            case SERVER_HTTP -> new ServerProbe(tests, url, spec.deadline());
            case WEBCAM_SNAPSHOT -> new CameraProbe(tests, url, spec.auth(), spec.deadline());
            case DNS -> soFar -> resolution(tests, name);
            default -> soFar -> Verdict.skipped("unsupported");
        };
    }

    private static Verdict resolution(ConnectionTests tests, String name)
            throws PrinterApiException {
        return tests.resolves(name) ? Verdict.ok() : Verdict.failed(Phase.DNS, "dns_failed");
    }

    ProbeSpec spec() {
        return spec;
    }

    Duration cadence() {
        return Duration.ofMillis(cadence);
    }

    AgentFrame.Schedule schedule() {
        return new AgentFrame.Schedule(spec.target(), spec.kind(), first, cadence());
    }

    long dueMillis(long slot) {
        return first + slot * cadence;
    }

    /** The slot after this one; slots that have passed meanwhile do not exist. */
    long after(long slot, long now) {
        return Math.max(slot + 1, Math.floorDiv(now - first, cadence));
    }

    /** When a slot has to be reported. */
    long deadlineMillis(long slot) {
        return dueMillis(slot) + spec.deadline().toMillis();
    }

    boolean has(long slot) {
        return spec.slots() == 0 || slot < spec.slots();
    }

    boolean asks(long slot) {
        return spec.every() > 0 && slot % spec.every() == 0;
    }

    Verdict attempt(long slot, Consumer<Verdict> soFar) throws PrinterApiException {
        if (slot <= quietUntil) {
            return Verdict.skipped("backing_off");
        }
        Verdict verdict = probe.run(soFar);
        if ("rate_limited".equals(verdict.errorClass())) {
            quietUntil = slot + BACK_OFF;
        }
        return verdict;
    }
}
