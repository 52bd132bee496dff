package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.time.Duration;

/** A wait between two looks. */
final class Pause {
    private Pause() {}

    /** Waits. */
    static void of(Duration time) throws PrinterApiException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrinterApiException(Problem.CANCELLED);
        }
    }
}
