package dev.linkscope.ui.printer.tabs;

import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import java.time.Instant;

/**
 * What the tabs show.
 *
 * @param snapshot the printer
 * @param seen what this computer saw on its way
 * @param now the moment to which <em>ago</em> refers
 */
record TabInput(SessionSnapshot snapshot, WitnessView seen, Instant now) {
    /** Whether it was read from a report: what that does not hold, nobody will measure. */
    boolean recorded() {
        return snapshot.link() == LinkState.RECORDED;
    }
}
