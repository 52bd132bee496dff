package dev.linkscope.witness;

import java.time.Duration;

/** An attempt that neither went well nor failed: the server wants to be left alone. */
final class NothingSeen extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration rest;

    /** Nothing was seen, and nothing is to be asked for so long. */
    NothingSeen(Duration rest) {
        super("nothing seen", null, false, false);
        this.rest = rest;
    }

    /** How long to leave the place alone. */
    Duration rest() {
        return rest;
    }
}
