package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Printer;

/** Tells whether a printer prints, right before something is changed. Blocks for seconds. */
@FunctionalInterface
public interface PrintingNow {
    /** Knows of none. */
    PrintingNow UNKNOWN = printer -> State.UNKNOWN;

    /** Asked anew each time. */
    State of(Printer printer);

    /** What is known. A print that is paused is one. */
    enum State {
        PRINTING,
        IDLE,
        /** Nobody can be asked: the user has to look. */
        UNKNOWN
    }
}
