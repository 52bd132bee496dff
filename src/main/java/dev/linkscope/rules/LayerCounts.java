package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.Timings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Attempts that got as far as a link of the path to the server, and how many broke there. */
final class LayerCounts {
    private static final Threshold LOSS =
            new Threshold(0.01, "", "ITU-T Y.1541 table 1: 0.1 % on a whole path, ten times that");

    private final PrinterCase printer;
    private final @Nullable ProbeTally server;
    private final @Nullable ProbeTally router;

    LayerCounts(PrinterCase printer) {
        this.printer = printer;
        this.server = printer.probe(ProbeKind.SERVER_HTTP).orElse(null);
        this.router = printer.probe(ProbeKind.GATEWAY).orElse(null);
    }

    /** Whether anything here tells how a link does. */
    boolean told(Layer layer) {
        boolean reached = server != null && gotThrough(server);
        return switch (layer) {
            case LINK -> router != null || server != null;
            // A router that never answers anybody says nothing while things go through it.
            case ROUTER -> router != null && !(silent(router) && reached);
            case DNS -> server != null || printer.probe(ProbeKind.DNS).isPresent();
            case INTERNET ->
                    printer.probe(ProbeKind.INTERNET).isPresent()
                            && !(printer.probes(ProbeKind.INTERNET).allMatch(LayerCounts::silent)
                                    && reached);
            case TLS -> server != null && !plain(server);
            default -> server != null;
        };
    }

    /** Whether the newest attempt came to a connection, so that the way there works. */
    static boolean gotThrough(ProbeTally server) {
        Outcome last = server.last();
        return last != null
                && last.phase() != Phase.DNS
                && last.phase() != Phase.CONNECT
                && (last.phase() != null || last.errorClass() == null);
    }

    private static boolean silent(ProbeTally tally) {
        return tally.failed() == tally.measured();
    }

    /** Whether the newest reply came without encryption: there is no such link then. */
    private static boolean plain(ProbeTally server) {
        Outcome last = server.last();
        return last != null
                && last.timings().request() != Timings.ABSENT
                && last.timings().tls() == Timings.ABSENT;
    }

    /** The counts of a link; none where nothing counts them. */
    JointCounts of(Layer layer) {
        if (!told(layer)) {
            return JointCounts.NONE;
        }
        return switch (layer) {
            case LINK -> link();
            case ROUTER -> router();
            case DNS -> orBeside(onTheWay(layer), ProbeKind.DNS);
            case INTERNET -> orBeside(onTheWay(layer), ProbeKind.INTERNET);
            default -> onTheWay(layer);
        };
    }

    private JointCounts link() {
        return router == null
                ? JointCounts.NONE
                : new JointCounts(router.measured(), router.count(unrouted()));
    }

    private JointCounts router() {
        if (router == null) {
            return JointCounts.NONE;
        }
        int unrouted = router.count(unrouted());
        return new JointCounts(router.measured() - unrouted, router.failed() - unrouted);
    }

    private static String unrouted() {
        return "connect." + NearLink.NO_ROUTE;
    }

    /** Slots of the server pane that got as far as a link, and those that broke there. */
    private JointCounts onTheWay(Layer layer) {
        int nearer =
                Arrays.stream(Layer.values())
                        .filter(other -> other.compareTo(layer) < 0)
                        .mapToInt(printer::broken)
                        .sum();
        return new JointCounts(
                printer.server().figures().attempts() - nearer, printer.broken(layer));
    }

    /**
     * What a probe of the link itself saw while the server answered, so that nothing nearer was
     * broken, if the server pane saw nothing of it.
     */
    private JointCounts orBeside(JointCounts onTheWay, ProbeKind kind) {
        if (onTheWay.failed() > 0) {
            return onTheWay;
        }
        JointCounts own =
                printer.probes(kind)
                        .map(tally ->
                                server == null
                                        ? new JointCounts(tally.measured(), tally.failed())
                                        : tally.beside().serverOk())
                        .reduce(
                                JointCounts.NONE,
                                (one, other) ->
                                        new JointCounts(
                                                one.measured() + other.measured(),
                                                one.failed() + other.failed()));
        return own.share() > LOSS.value() ? own : server == null ? own : onTheWay;
    }

    /** Whether failures there are more than the odd lost question. */
    boolean matters(Layer layer) {
        return layer != Layer.ROUTER
                || printer.broken(layer) > 1
                || router().share() > LOSS.value();
    }
}
