package dev.linkscope.ssh;

import dev.linkscope.domain.diagnosis.Failure;
import org.jspecify.annotations.Nullable;

/** How the bytes of one session reach its server. */
interface Door {
    /** What the server sent first; null before the connection stands. */
    @Nullable Greeting greeting();

    /** Why the connection could not be made; null otherwise. */
    @Nullable Failure failure();
}
