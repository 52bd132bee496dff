package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of slots that starts and ends with a failure and holds no {@code gmin} or more
 * consecutive slots without one: the one way in which failures are merged here. {@code gmin} 1
 * gives RFC 6534's loss episodes, 2 the outages that users read, 16 RFC 3611's bursts.
 *
 * <p>A slot that was not measured counts like an ok one for the end of a stretch: what nobody saw
 * does not carry a failure on.
 *
 * @param row the segment it lies in; no stretch reaches over its end
 * @param first index of the first failed slot
 * @param last index of the last failed slot
 * @param errors failed slots
 * @param measured measured slots from first to last
 */
record Stretch(SlotRow row, int first, int last, int errors, int measured) {

    /** All stretches of all segments, in the order of time. */
    static List<Stretch> merge(List<SlotRow> rows, int gmin) {
        List<Stretch> found = new ArrayList<>();
        for (SlotRow row : rows) {
            merge(row, gmin, found);
        }
        return found;
    }

    private static void merge(SlotRow row, int gmin, List<Stretch> found) {
        int first = -1;
        int last = -1;
        int errors = 0;
        int measured = 0;
        int measuredSinceLast = 0;
        for (int i = 0; i < row.length(); i++) {
            measuredSinceLast += row.measuredAt(i) ? 1 : 0;
            if (!row.failedAt(i)) {
                continue;
            }
            if (first >= 0 && i - last - 1 >= gmin) {
                found.add(new Stretch(row, first, last, errors, measured));
                first = -1;
            }
            if (first < 0) {
                first = i;
                errors = 0;
                measured = 0;
                measuredSinceLast = 1;
            }
            last = i;
            errors++;
            measured += measuredSinceLast;
            measuredSinceLast = 0;
        }
        if (first >= 0) {
            found.add(new Stretch(row, first, last, errors, measured));
        }
    }

    /** Slots from the first failure to the last. */
    int length() {
        return last - first + 1;
    }

    /** From when its first slot was due to one cadence after its last. */
    double seconds() {
        return length() * row.cadenceSeconds();
    }
}
