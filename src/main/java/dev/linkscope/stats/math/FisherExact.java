package dev.linkscope.stats.math;

/** Fisher's exact test of a table of two by two (Fisher 1935), one-sided. */
public final class FisherExact {
    private FisherExact() {}

    /**
     * Chance that so many or more of one group have something, if having it does not depend on the
     * group and all four sums of the table are given: the upper tail of a hypergeometric law.
     *
     * @param with of the group, those that have it
     * @param group size of the group
     * @param otherWith of the others, those that have it
     * @param others how many others there are
     */
    public static double upperTail(int with, int group, int otherWith, int others) {
        if (with < 0 || with > group || otherWith < 0 || otherWith > others) {
            throw new IllegalArgumentException("no more can have it than there are");
        }
        int having = with + otherWith;
        double all = Gamma.lnChoose(group + others, having);
        double tail = 0;
        for (int i = Math.min(group, having); i >= with && having - i <= others; i--) {
            tail += Math.exp(Gamma.lnChoose(group, i) + Gamma.lnChoose(others, having - i) - all);
        }
        return Math.min(1, tail);
    }
}
