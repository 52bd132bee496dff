package dev.linkscope.stats;

/**
 * Pairs of neighbouring cells of one printer, both measured.
 *
 * @param okOk an ok cell after an ok one
 * @param okFailed a failed cell after an ok one
 * @param failedOk an ok cell after a failed one
 * @param failedFailed a failed cell after a failed one
 */
record CellPairs(int okOk, int okFailed, int failedOk, int failedFailed) {
    /** Those whose second cell lies in {@code from} to {@code to}, both at least 1. */
    static CellPairs of(byte[] row, int from, int to) {
        int[] count = new int[4];
        for (int cell = from; cell <= to; cell++) {
            if (row[cell] != SlotRow.BLIND && row[cell - 1] != SlotRow.BLIND) {
                int before = row[cell - 1] == SlotRow.FAILED ? 2 : 0;
                count[before + (row[cell] == SlotRow.FAILED ? 1 : 0)]++;
            }
        }
        return new CellPairs(count[0], count[1], count[2], count[3]);
    }

    /** These without some of them. */
    CellPairs without(CellPairs some) {
        return new CellPairs(
                okOk - some.okOk,
                okFailed - some.okFailed,
                failedOk - some.failedOk,
                failedFailed - some.failedFailed);
    }

    /** Those that begin with an ok cell. */
    int afterOk() {
        return okOk + okFailed;
    }

    /** Those that begin with a failed cell. */
    int afterFailed() {
        return failedOk + failedFailed;
    }
}
