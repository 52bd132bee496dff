package dev.linkscope.octoprint.change;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.Tunnel;
import org.jspecify.annotations.Nullable;

/** The way to a printer's OctoPrint. */
public final class Door {
    private final TargetUrl octoPrint;
    private final char[] key;
    private final @Nullable Way way;
    private final boolean here;

    /**
     * A way.
     *
     * @param octoPrint its address
     * @param key of its user; wiped by whoever goes through
     * @param way opens sockets on the printer's computer; null where there is no such way
     * @param here whether the printer's computer is this one
     */
    public Door(TargetUrl octoPrint, char[] key, @Nullable Way way, boolean here) {
        this.octoPrint = octoPrint;
        this.key = key;
        this.way = way;
        this.here = here;
    }

    TargetUrl octoPrint() {
        return octoPrint;
    }

    char[] key() {
        return key;
    }

    @Nullable Way way() {
        return way;
    }

    boolean here() {
        return here;
    }

    /** Opens a tunnel to the printer's computer. */
    @FunctionalInterface
    public interface Way {
        /** Blocks; the caller closes the tunnel. */
        Tunnel open() throws LinkException;
    }

    /** Knows the doors of all printers. */
    @FunctionalInterface
    public interface Doors {
        /**
         * The door of a printer; connects to nothing.
         *
         * @param questions for the login to its computer
         * @throws LinkException {@code FIX_NO_WAY} where there can be no OctoPrint
         * @throws PrinterApiException {@code WRONG_KEY} where nobody signed in
         */
        Door of(Printer printer, LinkQuestions questions) throws LinkException, PrinterApiException;
    }

    @Override
    public String toString() {
        return "Door[" + octoPrint.display() + "]";
    }
}
