package dev.linkscope.stats.math;

/** The standard normal distribution. */
public final class Normal {
    /** 97.5 % quantile. */
    public static final double Z_95 = 1.959963984540054;

    /** 99.5 % quantile: a two-sided test at 1 %. */
    public static final double Z_99 = 2.5758293035489004;

    private Normal() {}

    /** Chance of a value at least as far from 0 as {@code z}: erfc(|z|/√2), as DLMF 7.11.2. */
    public static double twoSided(double z) {
        return Gamma.upperTail(0.5, 0.5 * z * z);
    }
}
