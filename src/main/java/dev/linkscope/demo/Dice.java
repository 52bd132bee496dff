package dev.linkscope.demo;

/**
 * Repeatable chance without state: a die is a key, and every question to it gets the same answer
 * whenever it is asked. That is what makes two openings of a channel agree without anything being
 * kept. Numbers come from the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA 2014).
 *
 * @param key what this die depends on
 */
record Dice(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /** A die of its own for the given number. */
    Dice with(long number) {
        return new Dice(mix(key + GOLDEN * (mix(number) | 1)));
    }

    /** A die of its own for the given name. */
    Dice with(String name) {
        Dice dice = this;
        for (int i = 0; i < name.length(); i++) {
            dice = dice.with(name.charAt(i));
        }
        return dice;
    }

    /** 64 bits. */
    long bits() {
        return mix(key + GOLDEN);
    }

    /** From 0 inclusive to 1 exclusive. */
    double share() {
        return (bits() >>> 11) * UNIT;
    }

    /** From {@code low} to {@code high}, both inclusive. */
    long between(long low, long high) {
        return low + (long) (share() * (high - low + 1));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
