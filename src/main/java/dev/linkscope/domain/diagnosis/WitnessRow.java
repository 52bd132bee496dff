package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.probe.JointCounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the second witness, this computer, saw of one place in the last two hours, and how that goes
 * together with the slots of one printer's server pane.
 *
 * @param place kind of place
 * @param name address of the router, hosts of the references, display address of the server
 * @param measured looks that measured something
 * @param failed how many of them failed
 * @param failedInARow the newest ones that failed without an ok between; 0 if the newest was ok
 * @param lastFailure newest failure as {@code phase.class}; null if none failed
 * @param serverFailing looks during slots in which the printer's server failed
 * @param serverOk looks during slots in which it was ok
 */
public record WitnessRow(
        Place place,
        String name,
        int measured,
        int failed,
        int failedInARow,
        @Nullable String lastFailure,
        JointCounts serverFailing,
        JointCounts serverOk) {

    /** All looks. */
    public JointCounts counts() {
        return new JointCounts(measured, failed);
    }

    /** Kinds of places. */
    public enum Place {
        ROUTER,
        REFERENCE,
        SERVER;

        /** Name in reports. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
