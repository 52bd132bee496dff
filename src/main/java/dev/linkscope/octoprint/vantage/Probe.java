package dev.linkscope.octoprint.vantage;

import dev.linkscope.engine.port.PrinterApiException;
import java.util.function.Consumer;

/** One kind of attempt. */
@FunctionalInterface
interface Probe {
    /**
     * Makes an attempt.
     *
     * @param soFar told of a failure as soon as there is one, before its phase is looked for
     * @throws PrinterApiException if OctoPrint itself did not answer: nothing was measured then
     */
    Verdict run(Consumer<Verdict> soFar) throws PrinterApiException;
}
