package dev.linkscope.store;

import org.jspecify.annotations.Nullable;

/** Reads what {@link ColumnWriter} wrote, column by column in the same order. */
final class ColumnReader {
    private final VarintInput in;
    private final int rows;

    ColumnReader(byte[] bytes) throws DamagedChunkException {
        in = new VarintInput(bytes);
        rows = in.count();
    }

    int rows() {
        return rows;
    }

    long[] numbers() throws DamagedChunkException {
        long[] column = new long[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = in.signed();
        }
        return column;
    }

    long[] steps() throws DamagedChunkException {
        long[] column = new long[rows];
        long last = 0;
        long step = 0;
        for (int i = 0; i < rows; i++) {
            step += in.signed();
            last += step;
            column[i] = last;
        }
        return column;
    }

    @Nullable String[] texts() throws DamagedChunkException {
        @Nullable String[] numbered = new @Nullable String[in.count() + 1];
        for (int i = 1; i < numbered.length; i++) {
            numbered[i] = in.text();
        }
        @Nullable String[] column = new @Nullable String[rows];
        for (int i = 0; i < rows; i++) {
            long number = in.unsigned();
            if (number < 0 || number >= numbered.length) {
                throw new DamagedChunkException("no such text");
            }
            column[i] = numbered[(int) number];
        }
        return column;
    }
}
