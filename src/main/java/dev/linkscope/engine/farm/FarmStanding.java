package dev.linkscope.engine.farm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One printer against the others that are watched. Made-up printers are compared with one another
 * alone, and so are real ones.
 *
 * @param others how many others there are
 * @param figures one of each kind
 * @param ties what it shares with others, the narrowest first; what it shares with none is there
 *     with nobody
 * @param shared shared outages that it took part in, oldest first
 */
public record FarmStanding(
        int others, List<Figure> figures, List<Tie> ties, List<FarmView.Shared> shared) {
    public FarmStanding {
        figures = List.copyOf(figures);
        ties = List.copyOf(ties);
        shared = List.copyOf(shared);
    }

    /** What is compared. */
    public enum Kind {
        /** Error rate of the server pane, 0 to 1. */
        RATE,
        /** Outages of the server pane in a day of measured time. */
        OUTAGES_PER_DAY,
        /** Median answer time of the server, in milliseconds. */
        ANSWER,
        /** Wi-Fi signal, in dBm. */
        SIGNAL;

        /** Whether more of it is better. */
        public boolean moreIsBetter() {
            return this == SIGNAL;
        }
    }

    /**
     * One figure of the printer and of the others.
     *
     * @param kind what it is
     * @param own the printer's; null where it is not known
     * @param spread where the others' lie; null where none is known
     * @param known of how many others it is known
     * @param better how many of those have a better one
     */
    public record Figure(
            Kind kind, @Nullable Double own, @Nullable Spread spread, int known, int better) {
        /** Whether three in four of at least four others are better. */
        public boolean striking() {
            return own != null && known >= FEW && better * 4 >= known * 3;
        }
    }

    /** Quartiles of fewer say little. */
    public static final int FEW = 4;

    /**
     * Quartiles by linear interpolation (Hyndman and Fan 1996, definition 7).
     *
     * @param low lower quartile
     * @param median half of the others lie below
     * @param high upper quartile
     */
    public record Spread(double low, double median, double high) {}

    /**
     * Something that the printer hangs on.
     *
     * @param place {@code access_point}, {@code gateway} or {@code group}
     * @param value which one, for people
     * @param names names of the others that hang on the same
     * @param failing how many of those fail
     */
    public record Tie(String place, String value, List<String> names, int failing) {
        public Tie {
            names = List.copyOf(names);
        }
    }
}
