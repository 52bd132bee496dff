package dev.linkscope.store.sqlite;

/** The file is no history, or no longer a whole one. */
final class DamagedHistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedHistoryException(String what) {
        super(what);
    }
}
