package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.engine.port.SettingsStore.Manners;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which probes a printer needs, with their cadences and deadlines. Those of the server keep to its
 * budget.
 */
final class ProbePlan {
    /** Target id of the server pane's probe. */
    static final String SERVER = "server";

    /** Target id of the webcam pane's probe. */
    static final String WEBCAM = "webcam";

    /**
     * What a printer asks of the server beside the slots of its pane: one upgrade a minute, and in
     * five minutes each of at most four ways.
     */
    static final double FURTHER_SERVER_REQUESTS_PER_SECOND = 1 / 60.0 + 4 / 300.0;

    /**
     * What the plugin asks first, and what answers without side effect when asked without a token.
     */
    private static final String PRINTER_PATH = "/api/v1/octo/printer/";

    /** What the plugin's video uses where the server is the cloud. */
    private static final String STUN_SERVER = "stun.l.google.com:19302";

    private static final String TURN_SERVER = "turn.obico.io:80";

    /** Each costs every printer two requests a minute. */
    private static final int MOST_REFERENCES = 4;

    /** As many as an agent takes. */
    private static final int MOST_RESOLVERS = 3;

    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(10);

    private final Printer printer;
    private final Pace pace;
    private final Manners manners;

    /**
     * The plan of a printer.
     *
     * @param manners which references in the internet and further name servers are asked too
     */
    ProbePlan(Printer printer, Pace pace, Manners manners) {
        this.printer = printer;
        this.pace = pace;
        this.manners = manners;
    }

    /** Slots of a probe that begin within a span: span / cadence, rounded up. */
    static int slotsWithin(Duration span, Duration cadence) {
        long millis = Math.max(0, span.toMillis());
        return Math.toIntExact((millis + cadence.toMillis() - 1) / cadence.toMillis());
    }

    /** The longest time that a slot may take. */
    static Duration longestDeadline() {
        return LONGEST_DEADLINE;
    }

    /**
     * All probes.
     *
     * @param span each makes as many slots as begin within it; empty for those without end
     */
    List<ProbeSpec> probes(Optional<Duration> span) {
        var probes = new ArrayList<ProbeSpec>();
        addServer(probes);
        addCamera(probes);
        addNetwork(probes);
        return probes.stream().map(probe -> placed(probe, span)).toList();
    }

    private void addServer(List<ProbeSpec> probes) {
        String base = trimmed(printer.server().value());
        probes.add(
                ofServer(SERVER, ProbeKind.SERVER_HTTP, printer.cadence(), 10)
                        .withUrl(new TargetUrl(base + PRINTER_PATH)));
        TargetUrl server = new TargetUrl(base);
        probes.add(ofServer("ws", ProbeKind.SERVER_WS, Duration.ofSeconds(60), 10).withUrl(server));
        probes.add(
                ofServer("paths", ProbeKind.SERVER_PATHS, Duration.ofSeconds(10), 10)
                        .withUrl(server)
                        .withEvery(30, SERVER));
        probes.add(probe("plugin", ProbeKind.PLUGIN_LINK, 10, 5).withUrl(server));
        endpoint(printer.server())
                .ifPresent(name ->
                        probes.add(
                                probe("trace", ProbeKind.TRACE, 10, 10)
                                        .withName(name)
                                        .withEvery(0, SERVER)));
        if (ServerBudget.host(server).equals(ServerBudget.host(Printer.CLOUD))) {
            probes.add(probe("stun", ProbeKind.STUN, 300, 5).withName(STUN_SERVER));
            probes.add(probe("turn", ProbeKind.TURN, 300, 5).withName(TURN_SERVER));
        }
    }

    private void addCamera(List<ProbeSpec> probes) {
        TargetUrl snapshot = printer.snapshot();
        if (snapshot != null) {
            probes.add(
                    ProbeSpec.of(
                                    WEBCAM,
                                    ProbeKind.WEBCAM_SNAPSHOT,
                                    printer.cadence(),
                                    Duration.ofSeconds(5))
                            .withUrl(snapshot));
        }
        TargetUrl stream = printer.stream();
        if (stream != null && (printer.streamAsked() || isOnThePi(stream))) {
            probes.add(probe("stream", ProbeKind.WEBCAM_STREAM, 60, 6).withUrl(stream));
        }
    }

    private void addNetwork(List<ProbeSpec> probes) {
        hostToLookUp(printer.server())
                .ifPresent(host ->
                        probes.add(
                                probe("dns", ProbeKind.DNS, 10, 3)
                                        .withName(host)
                                        .withResolvers(
                                                manners.resolvers().stream()
                                                        .limit(MOST_RESOLVERS)
                                                        .toList())));
        probes.add(probe("gateway", ProbeKind.GATEWAY, 5, 2));
        if (!Nearby.is(printer.server())) {
            List<String> references = manners.referencesAsked();
            for (int i = 0; i < Math.min(references.size(), MOST_REFERENCES); i++) {
                probes.add(
                        probe("internet." + (i + 1), ProbeKind.INTERNET, 30, 5)
                                .withName(references.get(i)));
            }
        }
    }

    private ProbeSpec ofServer(
            String target, ProbeKind kind, Duration cadence, int deadlineSeconds) {
        return ProbeSpec.of(
                target, kind, pace.stretched(cadence), Duration.ofSeconds(deadlineSeconds));
    }

    private static ProbeSpec probe(
            String target, ProbeKind kind, int cadenceSeconds, int deadlineSeconds) {
        return ProbeSpec.of(
                target,
                kind,
                Duration.ofSeconds(cadenceSeconds),
                Duration.ofSeconds(deadlineSeconds));
    }

    /** With its number of slots, or without end and begun apart from those of other printers. */
    private ProbeSpec placed(ProbeSpec probe, Optional<Duration> span) {
        if (span.isEmpty()) {
            return probe.withSpread(pace.spread(probe.cadence()));
        }
        // 0 means without end: a link that comes back as the span ends still makes one slot.
        return probe.withSlots(Math.max(1, slotsWithin(span.get(), probe.cadence())));
    }

    private static String trimmed(String server) {
        return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    }

    /** The host of a URL, unless it is an address and needs no lookup or cannot be told. */
    private static Optional<String> hostToLookUp(TargetUrl url) {
        return uri(url).map(URI::getHost)
                .filter(host -> !host.startsWith("[") && !host.matches("[0-9.]+"));
    }

    /** Host and port of a URL. */
    private static Optional<String> endpoint(TargetUrl url) {
        return uri(url).filter(uri -> uri.getHost() != null)
                .map(uri -> {
                    int usual = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
                    return uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
                });
    }

    /** A path alone is on the Pi too, as the plugin completes it. */
    private boolean isOnThePi(TargetUrl url) {
        Optional<URI> uri = uri(url);
        String host = uri.map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
        boolean ownName =
                printer.target() instanceof Target.Ssh ssh && ssh.host().equalsIgnoreCase(host);
        return uri.isPresent()
                && (ownName
                        || Set.of("", "localhost", "[::1]").contains(host)
                        || host.startsWith("127."));
    }

    private static Optional<URI> uri(TargetUrl url) {
        try {
            return Optional.of(URI.create(url.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
