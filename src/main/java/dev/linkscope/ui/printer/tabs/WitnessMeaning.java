package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.diagnosis.WitnessRow.Place;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.engine.WitnessView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the looks of this computer say together with a printer's server pane. */
enum WitnessMeaning {
    TOO_EARLY,
    BLIND,
    BOTH_FINE,
    ONLY_HERE,
    ONLY_THERE,
    ONLY_THERE_APART,
    SERVER,
    SERVER_ALONE,
    INTERNET,
    ROUTER,
    MIXED;

    /**
     * If half of the failures were shared, five looks would all go well once in 32 times; fewer
     * looks say nothing.
     */
    static final int NEEDED = 5;

    /** From this share on failures are seen from here as well. */
    private static final double SHARED = 0.5;

    /** Up to this share they are not; the server may be busy for everybody now and then. */
    private static final double OWN = 0.1;

    /** Looks in a row without an answer, at every place, after which this computer is blind. */
    private static final int GONE = 2;

    /** Key of its sentence. */
    String key() {
        return "witness.means." + name();
    }

    /** What it all means. */
    static WitnessMeaning of(WitnessView view, PaneState server) {
        List<WitnessRow> rows = view.rows();
        if (rows.size() > 1 && rows.stream().allMatch(row -> row.failedInARow() >= GONE)) {
            return BLIND;
        }
        return switch (server) {
            case NO_DATA -> TOO_EARLY;
            case HEALTHY, CLEAN_SO_FAR -> whileOk(view);
            case WATCH, TAKE_ACTION, NO_CONNECTION -> whileFailing(view);
        };
    }

    private static WitnessMeaning whileOk(WitnessView view) {
        JointCounts seen = counts(view, Place.SERVER, WitnessRow::serverOk);
        if (seen.measured() < NEEDED) {
            return TOO_EARLY;
        }
        return seen.share() >= SHARED ? ONLY_HERE : BOTH_FINE;
    }

    private static WitnessMeaning whileFailing(WitnessView view) {
        JointCounts seen = counts(view, Place.SERVER, WitnessRow::serverFailing);
        if (seen.measured() < NEEDED) {
            return TOO_EARLY;
        }
        JointCounts usual = counts(view, Place.SERVER, WitnessRow::serverOk);
        if (usual.measured() >= NEEDED && usual.share() >= SHARED) {
            return ONLY_HERE; // It fails from here whatever the Pi sees.
        }
        if (seen.share() <= OWN) {
            JointCounts router = counts(view, Place.ROUTER, WitnessRow::serverFailing);
            boolean sameNetwork = router.measured() >= NEEDED && router.share() <= OWN;
            return sameNetwork ? ONLY_THERE : ONLY_THERE_APART;
        }
        return seen.share() < SHARED ? MIXED : shared(view);
    }

    /** How near the first place is that fails from here as well. */
    private static WitnessMeaning shared(WitnessView view) {
        JointCounts router = counts(view, Place.ROUTER, WitnessRow::serverFailing);
        JointCounts internet = counts(view, Place.REFERENCE, WitnessRow::serverFailing);
        if (router.measured() > 0 && router.share() >= SHARED) {
            return ROUTER;
        }
        if (internet.measured() == 0) {
            return SERVER_ALONE;
        }
        return internet.share() >= SHARED ? INTERNET : SERVER;
    }

    private static JointCounts counts(
            WitnessView view, Place place, Function<WitnessRow, JointCounts> which) {
        Optional<WitnessRow> row = view.row(place);
        return row.map(which).orElse(JointCounts.NONE);
    }
}
