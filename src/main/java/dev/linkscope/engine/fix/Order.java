package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;

/**
 * One change that is asked for.
 *
 * @param fixCase the case it belongs to
 * @param step the step it belongs to
 * @param printer where
 * @param action what does it
 * @param call with what
 */
record Order(FixCase fixCase, PlanStep step, Printer printer, FixAction action, ActionCall call) {
    /** Whether it is what the step does, and not only a help with it, such as to shut down. */
    boolean isTheStep() {
        return call.equals(step.action());
    }

    /** Whether it must not be done while something prints. */
    boolean idle() {
        return step.idle() || !isTheStep();
    }
}
