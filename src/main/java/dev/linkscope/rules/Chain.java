package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain from the printer's computer to the server breaks, link by link, nearest first,
 * and how the camera beside it does: for now, and how often. What lies behind a link that is down
 * now cannot be checked, and an attempt counts for a link only if it got as far as that.
 */
public final class Chain {
    /** One failure can be an accident; the newest ones all failing hardly is. */
    private static final int NEWEST = 2;

    /** Links that every attempt of the server pane goes through. */
    private static final List<Layer> PATH =
            List.of(
                    Layer.LINK,
                    Layer.ROUTER,
                    Layer.DNS,
                    Layer.INTERNET,
                    Layer.TCP,
                    Layer.TLS,
                    Layer.HTTP);

    /** What the plugin's log states itself, whether or not the server can be reached. */
    private static final Set<String> STATED =
            Set.of("kicked", "crashed", "not_authorised", "not_linked");

    private final PrinterCase printer;
    private final LayerCounts counts;
    private final @Nullable ProbeTally server;
    private final @Nullable ProbeTally router;
    private final @Nullable Layer down;

    private Chain(PrinterCase printer) {
        this.printer = printer;
        this.counts = new LayerCounts(printer);
        this.server = printer.probe(ProbeKind.SERVER_HTTP).orElse(null);
        this.router = printer.probe(ProbeKind.GATEWAY).orElse(null);
        // While the server answers, every link on the way to it works.
        this.down = server == null || failing(server) ? nearestDown() : null;
    }

    /** Every link in the order of {@link Layer}, without the computer itself. */
    public static List<LayerState> of(PrinterCase printer) {
        var chain = new Chain(printer);
        var states = new ArrayList<LayerState>();
        PATH.forEach(layer -> states.add(chain.onThePath(layer)));
        states.add(chain.beyondThePath(Layer.WEBSOCKET, ProbeKind.SERVER_WS));
        states.add(chain.beyondThePath(Layer.PLUGIN, ProbeKind.PLUGIN_LINK));
        states.add(chain.camera());
        return List.copyOf(states);
    }

    private @Nullable Layer nearestDown() {
        Outcome last = server == null ? null : server.last();
        Phase phase = last == null ? null : last.phase();
        if (server == null || !LayerCounts.gotThrough(server)) {
            if (NearLink.down(printer.facts()) || (failing(router) && NearLink.noRoute(router))) {
                return Layer.LINK;
            }
            if (failing(router)) {
                return Layer.ROUTER;
            }
            if (phase != Phase.DNS && allFailing(ProbeKind.INTERNET)) {
                return Layer.INTERNET;
            }
        }
        if (server == null) {
            return allFailing(ProbeKind.DNS) ? Layer.DNS : null;
        }
        return switch (phase) {
            case DNS -> Layer.DNS;
            case CONNECT -> Layer.TCP;
            case TLS -> Layer.TLS;
            case REQUEST, RESPONSE, BODY, UPGRADE -> Layer.HTTP;
            case null -> Layer.HTTP;
        };
    }

    private LayerState onThePath(Layer layer) {
        JointCounts count = counts.of(layer);
        Health health;
        if (layer == down) {
            health = Health.DOWN;
        } else if (down != null && layer.compareTo(down) > 0) {
            health = answersByItself(layer) ? worksOrBreaks(layer, count) : Health.NOT_CHECKED;
        } else if (layer == Layer.LINK && down == Layer.ROUTER) {
            // Whether the silent router or the way to it: only the link itself can tell.
            health = NearLink.up(printer.facts()) ? Health.WORKS : Health.UNKNOWN;
        } else {
            health = worksOrBreaks(layer, count);
        }
        return new LayerState(layer, counts.told(layer) ? health : Health.UNKNOWN, count);
    }

    /** References in the internet are asked by address: they need no name. */
    private boolean answersByItself(Layer layer) {
        return layer == Layer.INTERNET
                && down == Layer.DNS
                && printer.probes(ProbeKind.INTERNET).anyMatch(tally -> tally.failedInARow() == 0);
    }

    private Health worksOrBreaks(Layer layer, JointCounts count) {
        if (count.failed() >= NEWEST && counts.matters(layer)) {
            return Health.BREAKS;
        }
        boolean nothingPassed = count.failed() == count.measured() && layer != Layer.LINK;
        return nothingPassed ? Health.UNKNOWN : Health.WORKS;
    }

    /** What needs the whole path, but is not on it. */
    private LayerState beyondThePath(Layer layer, ProbeKind kind) {
        Optional<ProbeTally> found = printer.probe(kind);
        if (found.isEmpty()) {
            return new LayerState(layer, Health.UNKNOWN, JointCounts.NONE);
        }
        ProbeTally tally = found.get();
        JointCounts count =
                server == null
                        ? new JointCounts(tally.measured(), tally.failed())
                        : tally.beside().serverOk();
        return new LayerState(layer, beyondThePath(tally, count), count);
    }

    private Health beyondThePath(ProbeTally tally, JointCounts count) {
        String failing = tally.failing();
        if (failing(tally) && failing != null && STATED.contains(failing)) {
            return Health.DOWN;
        }
        if (down != null) {
            return Health.NOT_CHECKED;
        }
        if (failing(tally)) {
            return Health.DOWN;
        }
        return count.failed() >= NEWEST ? Health.BREAKS : Health.WORKS;
    }

    private LayerState camera() {
        PaneCase pane = printer.webcam();
        if (pane == null || pane.figures().attempts() == 0) {
            return new LayerState(Layer.CAMERA, Health.UNKNOWN, JointCounts.NONE);
        }
        var count = new JointCounts(pane.figures().attempts(), pane.figures().errors());
        Health health =
                allFailing(ProbeKind.WEBCAM_SNAPSHOT)
                        ? Health.DOWN
                        : count.failed() >= NEWEST ? Health.BREAKS : Health.WORKS;
        return new LayerState(Layer.CAMERA, health, count);
    }

    private boolean allFailing(ProbeKind kind) {
        return printer.probe(kind).isPresent() && printer.probes(kind).allMatch(Chain::failing);
    }

    private static boolean failing(@Nullable ProbeTally tally) {
        return tally != null && tally.failedInARow() >= NEWEST;
    }
}
