package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.Sightings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts each failed slot of the server pane to the first link of the chain that was broken then: the
 * router if nothing came back from it, the internet if no reference answered, else the phase in
 * which the slot itself failed. What lies behind that link could not be checked in that slot.
 */
public final class BrokenAt {
    /** The router is asked every 5 s, so within a slot and what its attempt lasted. */
    private static final long ROUTER_MILLIS = 10_000;

    /** The references are asked every 30 s each, so one look at least lies this near. */
    private static final long REFERENCE_MILLIS = 31_000;

    /** A router that leaves more than half of all questions unanswered does not answer ours. */
    private static final double SILENT_ANYWAY = 0.5;

    private BrokenAt() {}

    /**
     * Failed slots by link.
     *
     * @param gateways attempts at the router; none if it is not asked
     * @param references attempts at each reference in the internet; none if they are not asked
     */
    public static Map<Layer, Integer> of(
            Trace server, List<Sightings> gateways, List<Sightings> references) {
        List<Sightings> routers = telling(gateways, server);
        List<Sightings> others = telling(references, server);
        var broken = new EnumMap<Layer, Integer>(Layer.class);
        server.slots()
                .filter(Slot::failed)
                .forEach(slot -> broken.merge(layer(slot, routers, others), 1, Integer::sum));
        return broken;
    }

    /** Without those that are silent also while the server answers: they never tell anything. */
    private static List<Sightings> telling(List<Sightings> probes, Trace server) {
        return probes.stream()
                .filter(probe -> !(BesidePane.of(probe, server).ok().share() > SILENT_ANYWAY))
                .toList();
    }

    private static Layer layer(Slot slot, List<Sightings> gateways, List<Sightings> references) {
        Phase phase = slot.phase();
        boolean answered = phase == Phase.RESPONSE || phase == Phase.UPGRADE || phase == Phase.BODY;
        long at = slot.started().toEpochMilli();
        if (!answered && silent(gateways, at, 0, ROUTER_MILLIS)) {
            return Layer.ROUTER;
        }
        if (phase == Phase.DNS) {
            return Layer.DNS;
        }
        if (!answered && silent(references, at, REFERENCE_MILLIS, REFERENCE_MILLIS)) {
            return Layer.INTERNET;
        }
        return phase == null ? Layer.HTTP : ofPhase(phase);
    }

    /** Whether somebody was asked around a time, and nobody answered. */
    private static boolean silent(List<Sightings> asked, long at, long before, long after) {
        int measured = 0;
        int failed = 0;
        for (Sightings one : asked) {
            JointCounts near = one.within(at - before, at + after);
            measured += near.measured();
            failed += near.failed();
        }
        return measured > 0 && failed == measured;
    }

    private static Layer ofPhase(Phase phase) {
        return switch (phase) {
            case DNS -> Layer.DNS;
            case CONNECT -> Layer.TCP;
            case TLS -> Layer.TLS;
            case REQUEST, RESPONSE, BODY -> Layer.HTTP;
            case UPGRADE -> Layer.WEBSOCKET;
        };
    }
}
