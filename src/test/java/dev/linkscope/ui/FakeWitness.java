package dev.linkscope.ui;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.diagnosis.WitnessRow.Place;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import java.util.List;

/** What this computer saw, made by hand. */
public final class FakeWitness {
    private FakeWitness() {}

    /** Everything works from here, whatever the printer sees; nothing of made-up printers. */
    static WitnessView of(SessionSnapshot snapshot) {
        return snapshot.printer().target() instanceof Target.Ssh
                ? view(
                        row(Place.ROUTER, 720, 0, 60, 0),
                        row(Place.REFERENCE, 240, 0, 20, 0),
                        row(Place.SERVER, 240, 1, 20, 0))
                : WitnessView.NONE;
    }

    /** A view of these rows. */
    public static WitnessView view(WitnessRow... rows) {
        return new WitnessView(true, List.of(rows));
    }

    /**
     * A row.
     *
     * @param joint looks while the printer's server failed
     * @param jointFailed how many of those failed
     */
    public static WitnessRow row(
            Place place, int measured, int failed, int joint, int jointFailed) {
        int other = measured - joint;
        return new WitnessRow(
                place,
                place.wireName(),
                measured,
                failed,
                0,
                failed == 0 ? null : "connect.timeout",
                new JointCounts(joint, jointFailed),
                new JointCounts(other, Math.max(0, Math.min(other, failed - jointFailed))));
    }
}
