package dev.linkscope.engine.report;

import java.util.concurrent.CancellationException;

/** Is told how far long work is, and may end it. Any thread. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks and nobody ends it. */
    Progress NONE = (_, _) -> {};

    /**
     * So much is done.
     *
     * @param done steps that are done
     * @param of steps in all; 0 if not known yet
     * @throws CancellationException if nobody wants the rest: nothing is left behind then
     */
    void at(int done, int of);
}
