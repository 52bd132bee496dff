package dev.linkscope.witness;

import java.io.IOException;

/** One kind of look at one place. */
interface Probe {
    /** Returns if all is well; an {@code IOException} is a failure at the phase under way. */
    void run(Attempt attempt) throws IOException, AttemptFailed, NothingSeen;
}
