package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.Calls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Measures from the Pi through OctoPrint, where there is no login to the Pi. It sees the server,
 * the camera's snapshot and names; it measures while it is connected alone, and asks at most two
 * things at a time.
 */
public final class OctoPrintLink implements AgentLink {
    /** What can be measured this way. */
    static final Set<String> CAPABILITIES =
            Set.of(
                    ProbeKind.SERVER_HTTP.wireName(),
                    ProbeKind.WEBCAM_SNAPSHOT.wireName(),
                    ProbeKind.DNS.wireName());

    private static final Duration LEAST_CADENCE = Duration.ofSeconds(10);

    private final Calls calls;
    private final String host;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final long origin;
    private final Duration leastCadence;
    private final String process = UUID.randomUUID().toString().substring(24);

    /**
     * A link to one OctoPrint.
     *
     * @param host as the user knows it, for sentences
     * @param clock of this computer
     */
    public OctoPrintLink(Calls calls, String host, InstantSource clock) {
        this(calls, host, clock, System::nanoTime, LEAST_CADENCE);
    }

    OctoPrintLink(
            Calls calls,
            String host,
            InstantSource clock,
            LongSupplier nanos,
            Duration leastCadence) {
        this.calls = calls;
        this.host = host;
        this.clock = clock;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        this.leastCadence = leastCadence;
    }

    @Override
    public AgentChannel open(AgentRequest request, ConnectProgress progress) throws LinkException {
        var tests = new ConnectionTests(calls, nanos);
        step(ConnectStep.REACH, progress, tests::version);
        // Only an administrator may test, and only a test tells whether this one may.
        step(ConnectStep.LOGIN, progress, () -> String.valueOf(tests.resolves("localhost")));
        var channel =
                new OctoPrintChannel(
                        request.within(CAPABILITIES),
                        tests,
                        host,
                        process,
                        this::clocks,
                        leastCadence);
        channel.begin(request.beyond(CAPABILITIES));
        progress.done(ConnectStep.AGENT, "OctoPrint", Duration.ZERO);
        return channel;
    }

    private ClockReading clocks() {
        return new ClockReading((nanos.getAsLong() - origin) / 1_000_000, clock.instant());
    }

    private void step(ConnectStep step, ConnectProgress progress, Step work) throws LinkException {
        long begun = nanos.getAsLong();
        try {
            String detail = work.run();
            progress.done(step, detail, Duration.ofNanos(nanos.getAsLong() - begun));
        } catch (PrinterApiException e) {
            throw Problems.of(e, host, step);
        }
    }

    /** One step of connecting. */
    @FunctionalInterface
    private interface Step {
        String run() throws PrinterApiException;
    }
}
