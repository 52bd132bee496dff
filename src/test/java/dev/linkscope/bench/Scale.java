package dev.linkscope.bench;

/**
 * Up to where growth is carried on beyond what was measured: what a store on several machines would
 * be asked to carry. One PostgreSQL server on two cores takes 13,000 outcomes a second ({@code
 * SharedStoreBench}), those of some 24,000 printers.
 */
public final class Scale {
    /** Printers. */
    public static final int PRINTERS = 100_000;

    /** Links over SSH of one process: a watcher's share of them, with twenty watchers. */
    public static final int LINKS = 5_000;

    /** Hours: a year. */
    public static final int HOURS = 8_760;

    private Scale() {}
}
