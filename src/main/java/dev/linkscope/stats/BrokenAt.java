package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.Sightings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Failed slots by link. */
    public static Map<Layer, Integer> counts(List<BrokenSpan> spans) {
        var broken = new EnumMap<Layer, Integer>(Layer.class);
        spans.forEach(span -> broken.merge(span.layer(), span.slots(), Integer::sum));
        return broken;
    }

    /**
     * Failed slots with the link at which each broke, oldest first; neighbours with the same link
     * are one span.
     *
     * @param gateways attempts at the router; none if it is not asked
     * @param references attempts at each reference in the internet; none if they are not asked
     */
    public static List<BrokenSpan> of(
            Trace server, List<Sightings> gateways, List<Sightings> references) {
        List<Sightings> routers = telling(gateways, server);
        List<Sightings> others = telling(references, server);
        List<BrokenSpan> spans = new ArrayList<>();
        boolean goesOn = false;
        for (Segment segment : server.segments()) {
            for (Slot slot : segment.slots()) {
                if (slot.failed()) {
                    BrokenSpan one = span(slot, routers, others);
                    if (goesOn && spans.getLast().layer() == one.layer()) {
                        spans.add(spans.removeLast().and(one));
                    } else {
                        spans.add(one);
                    }
                }
                goesOn = slot.failed();
            }
        }
        return spans;
    }

    /** Without those that are silent also while the server answers: they never tell anything. */
    private static List<Sightings> telling(List<Sightings> probes, Trace server) {
        return probes.stream()
                .filter(probe -> !(BesidePane.of(probe, server).ok().share() > SILENT_ANYWAY))
                .toList();
    }

    private static BrokenSpan span(
            Slot slot, List<Sightings> gateways, List<Sightings> references) {
        long at = slot.started().toEpochMilli();
        JointCounts router = near(gateways, at, 0, ROUTER_MILLIS);
        JointCounts internet = near(references, at, REFERENCE_MILLIS, REFERENCE_MILLIS);
        Layer layer = layer(slot.phase(), silent(router), silent(internet));
        return new BrokenSpan(slot.started(), slot.started(), layer, 1, router, internet);
    }

    private static Layer layer(
            @Nullable Phase phase, boolean routerSilent, boolean internetSilent) {
        boolean answered = phase == Phase.RESPONSE || phase == Phase.UPGRADE || phase == Phase.BODY;
        if (!answered && routerSilent) {
            return Layer.ROUTER;
        }
        if (phase == Phase.DNS) {
            return Layer.DNS;
        }
        if (!answered && internetSilent) {
            return Layer.INTERNET;
        }
        return phase == null ? Layer.HTTP : ofPhase(phase);
    }

    private static JointCounts near(List<Sightings> asked, long at, long before, long after) {
        JointCounts near = JointCounts.NONE;
        for (Sightings one : asked) {
            near = near.and(one.within(at - before, at + after));
        }
        return near;
    }

    /** Whether somebody was asked, and nobody answered. */
    private static boolean silent(JointCounts asked) {
        return asked.measured() > 0 && asked.failed() == asked.measured();
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
