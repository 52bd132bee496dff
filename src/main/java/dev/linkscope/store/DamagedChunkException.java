package dev.linkscope.store;

/** A compressed hour that cannot be read. */
final class DamagedChunkException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedChunkException(String what) {
        super(what);
    }
}
