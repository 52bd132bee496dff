package dev.linkscope.ui.connect;

import dev.linkscope.engine.port.ConnectStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of trying a printer, as the list of steps shows it.
 *
 * @param step which step
 * @param status how far it is
 * @param text what is or was done, or what went wrong
 * @param detail what was found, or what to do next; may be empty
 * @param took how long it took; null unless done
 */
record StepLine(
        ConnectStep step, Status status, String text, String detail, @Nullable Duration took) {
    /** How far a step is. */
    enum Status {
        PENDING,
        RUNNING,
        DONE,
        FAILED
    }
}
