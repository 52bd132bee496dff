package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ProbeSpec;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which probes a printer needs, with their cadences and deadlines. */
public final class ProbePlan {
    /** Target id of the server pane's probe. */
    public static final String SERVER = "server";

    /** Target id of the webcam pane's probe. */
    public static final String WEBCAM = "webcam";

    /** Target id of the name lookup. */
    public static final String DNS = "dns";

    /** Target id of the router. */
    public static final String GATEWAY = "gateway";

    /**
     * What the plugin asks first, and what answers without side effect when asked without a token.
     */
    private static final String PRINTER_PATH = "/api/v1/octo/printer/";

    private static final Duration HTTP_DEADLINE = Duration.ofSeconds(10);
    private static final Duration SNAPSHOT_DEADLINE = Duration.ofSeconds(5);
    private static final Duration DNS_CADENCE = Duration.ofSeconds(10);
    private static final Duration DNS_DEADLINE = Duration.ofSeconds(3);
    private static final Duration GATEWAY_CADENCE = Duration.ofSeconds(5);
    private static final Duration GATEWAY_DEADLINE = Duration.ofSeconds(2);

    private ProbePlan() {}

    /** Probes that go on until stopped. */
    public static List<ProbeSpec> endless(Printer printer) {
        return probes(printer, Optional.empty());
    }

    /** Probes that end by themselves: each makes as many slots as begin within the span. */
    public static List<ProbeSpec> during(Printer printer, Duration span) {
        return probes(printer, Optional.of(span));
    }

    /** Slots of a probe that begin within a span: span / cadence, rounded up. */
    public static int slotsWithin(Duration span, Duration cadence) {
        long millis = Math.max(0, span.toMillis());
        return Math.toIntExact((millis + cadence.toMillis() - 1) / cadence.toMillis());
    }

    /** The longest time that a slot of a pane may take. */
    public static Duration longestDeadline() {
        return HTTP_DEADLINE;
    }

    private static List<ProbeSpec> probes(Printer printer, Optional<Duration> span) {
        var probes = new ArrayList<ProbeSpec>();
        TargetUrl server = new TargetUrl(trimmed(printer.server().value()) + PRINTER_PATH);
        probes.add(
                probe(SERVER, ProbeKind.SERVER_HTTP, printer.cadence(), HTTP_DEADLINE, span)
                        .with(server, null));
        TargetUrl snapshot = printer.snapshot();
        if (snapshot != null) {
            probes.add(
                    probe(
                                    WEBCAM,
                                    ProbeKind.WEBCAM_SNAPSHOT,
                                    printer.cadence(),
                                    SNAPSHOT_DEADLINE,
                                    span)
                            .with(snapshot, null));
        }
        hostToLookUp(printer.server())
                .ifPresent(host ->
                        probes.add(
                                probe(DNS, ProbeKind.DNS, DNS_CADENCE, DNS_DEADLINE, span)
                                        .with(null, host)));
        probes.add(probe(GATEWAY, ProbeKind.GATEWAY, GATEWAY_CADENCE, GATEWAY_DEADLINE, span));
        return probes;
    }

    private static ProbeSpec probe(
            String target,
            ProbeKind kind,
            Duration cadence,
            Duration deadline,
            Optional<Duration> span) {
        // 0 means without end: a link that comes back as the span ends still makes one slot.
        int slots = span.map(whole -> Math.max(1, slotsWithin(whole, cadence))).orElse(0);
        return new ProbeSpec(target, kind, cadence, deadline, null, null, slots);
    }

    private static String trimmed(String server) {
        return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    }

    /** The host of a URL, unless it is an address and needs no lookup or cannot be told. */
    private static Optional<String> hostToLookUp(TargetUrl url) {
        try {
            String host = URI.create(url.value()).getHost();
            boolean address = host == null || host.startsWith("[") || host.matches("[0-9.]+");
            return address ? Optional.empty() : Optional.of(host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
