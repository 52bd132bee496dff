package dev.linkscope.engine.farm;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.stats.LivePane;
import dev.linkscope.stats.Thresholds;
import dev.linkscope.stats.TraitTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What printers that fail have in common against those that do not. Shared outages are left out:
 * what a dead router did to a printer says nothing about the printer.
 */
final class CommonTraits {
    /** Share of farms without a common trait that may show one. */
    private static final double SIGNIFICANCE = 0.05;

    /** Slots so near an outage that fail belong to it. */
    private static final int EDGE = 2;

    private CommonTraits() {}

    static List<FarmView.CommonTrait> of(
            List<SessionSnapshot> sessions, List<SharedOutage> outages) {
        List<TraitTest.Subject> subjects = new ArrayList<>();
        Map<String, PrinterId> ids = new HashMap<>();
        for (SessionSnapshot session : sessions) {
            PaneState state = ownState(session, outages);
            boolean sick = state.compareTo(PaneState.WATCH) >= 0;
            if (sick || state == PaneState.HEALTHY) {
                PrinterId id = session.printer().id();
                ids.put(id.toString(), id);
                subjects.add(new TraitTest.Subject(id.toString(), sick, Hangings.traits(session)));
            }
        }
        return TraitTest.find(subjects, SIGNIFICANCE).stream()
                .map(found ->
                        new FarmView.CommonTrait(
                                found.trait(),
                                found.value(),
                                found.sickWith(),
                                found.sick(),
                                found.wellWith(),
                                found.well(),
                                found.pValue(),
                                found.names().stream().map(ids::get).toList()))
                .toList();
    }

    /** The worse state of a printer's panes over the span, without shared outages. */
    private static PaneState ownState(SessionSnapshot session, List<SharedOutage> outages) {
        String name = session.printer().id().toString();
        List<SharedOutage> its =
                outages.stream().filter(outage -> outage.members().contains(name)).toList();
        PaneState server =
                its.isEmpty() ? session.server().figures().state() : without(session, its);
        PaneSnapshot webcam = session.webcam();
        PaneState camera = webcam == null ? PaneState.NO_DATA : webcam.figures().state();
        return server.compareTo(camera) >= 0 ? server : camera;
    }

    private static PaneState without(SessionSnapshot session, List<SharedOutage> outages) {
        var pane = new LivePane(Thresholds.by(session.server().figures().limits()));
        for (Segment segment : session.server().trace().segments()) {
            pane.beginSegment(segment.cadence());
            for (Slot slot : segment.slots()) {
                boolean shared =
                        outages.stream().anyMatch(one -> belongs(slot, one, segment.cadence()));
                pane.add(shared ? Slot.notMeasured(slot.scheduled(), NotMeasured.NOT_ASKED) : slot);
            }
        }
        return pane.state();
    }

    private static boolean belongs(Slot slot, SharedOutage outage, Duration cadence) {
        Duration edge = slot.failed() ? cadence.multipliedBy(EDGE) : Duration.ZERO;
        return !slot.scheduled().isBefore(outage.from().minus(edge))
                && slot.scheduled().isBefore(outage.to().plus(edge));
    }
}
