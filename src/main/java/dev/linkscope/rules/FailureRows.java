package dev.linkscope.rules;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Phase;
import java.util.Set;

/**
 * Rows of failed slots of some kinds in the server pane, with nothing else measured in between.
 *
 * @param count how many rows there are
 * @param longest slots of the longest one; 0 if there is none
 */
public record FailureRows(int count, int longest) {
    /**
     * The rows of a printer.
     *
     * @param failures kinds that count, each as {@code phase.class}
     */
    public static FailureRows of(PrinterCase printer, String... failures) {
        Set<String> wanted = Set.of(failures);
        int rows = 0;
        int longest = 0;
        int row = 0;
        for (Segment segment : printer.server().trace().segments()) {
            for (Slot slot : segment.slots()) {
                if (slot.measured()) {
                    row = counts(slot, wanted) ? row + 1 : 0;
                    rows += row == 1 ? 1 : 0;
                    longest = Math.max(longest, row);
                }
            }
        }
        return new FailureRows(rows, longest);
    }

    private static boolean counts(Slot slot, Set<String> wanted) {
        Phase phase = slot.phase();
        return slot.failed()
                && phase != null
                && wanted.contains(phase.wireName() + "." + slot.errorClass());
    }
}
