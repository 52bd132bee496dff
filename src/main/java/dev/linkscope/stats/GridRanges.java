package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The cells of a grid that lie in some span, numbered one after the other. Between two spans that
 * do not touch, {@value #APART} cells are kept, so that nothing is a neighbour across them.
 */
final class GridRanges {
    /** More than any test looks to either side. */
    private static final int APART = 4;

    private final long[] firsts;
    private final int[] indices;
    private final int cells;

    private GridRanges(List<Span> spans) {
        this.firsts = spans.stream().mapToLong(Span::first).toArray();
        this.indices = new int[firsts.length];
        long next = 0;
        for (int i = 0; i < indices.length; i++) {
            indices[i] = Math.toIntExact(next);
            next += spans.get(i).last() - spans.get(i).first() + 1 + APART;
        }
        this.cells = firsts.length == 0 ? 0 : Math.toIntExact(next - APART);
    }

    /**
     * Cells from the first to the last.
     *
     * @param first counted from the epoch
     * @param last at least {@code first}
     */
    private record Span(long first, long last) {}

    /** Collects spans in any order; they may overlap. */
    static final class Collector {
        private final List<Span> spans = new ArrayList<>();

        void add(long first, long last) {
            spans.add(new Span(Math.min(first, last), Math.max(first, last)));
        }

        GridRanges ranges() {
            List<Span> joined = new ArrayList<>();
            spans.sort(Comparator.comparingLong(Span::first));
            for (Span span : spans) {
                Span before = joined.isEmpty() ? null : joined.getLast();
                if (before != null && span.first() - before.last() <= APART) {
                    long last = Math.max(before.last(), span.last());
                    joined.set(joined.size() - 1, new Span(before.first(), last));
                } else {
                    joined.add(span);
                }
            }
            return new GridRanges(joined);
        }
    }

    /** Cells in all. */
    int cells() {
        return cells;
    }

    /** Number of a cell that lies in a span. */
    int indexOf(long cell) {
        int range = find(Arrays.binarySearch(firsts, cell));
        return (int) (indices[range] + cell - firsts[range]);
    }

    /** The cell with a number. */
    long cellAt(int index) {
        int range = find(Arrays.binarySearch(indices, index));
        return firsts[range] + index - indices[range];
    }

    /** The range that a place found by binary search lies in. */
    private static int find(int found) {
        return found >= 0 ? found : -found - 2;
    }
}
