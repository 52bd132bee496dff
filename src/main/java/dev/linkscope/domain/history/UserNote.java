package dev.linkscope.domain.history;

import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the user noted, such as <i>moved to the garage</i>.
 *
 * @param id names it
 * @param printer whom it concerns; null for all printers
 * @param at the moment it is about, UTC
 * @param writtenAt when it was written, UTC
 * @param text one to 2,000 characters
 */
public record UserNote(
        String id, @Nullable PrinterId printer, Instant at, Instant writtenAt, String text) {
    /** Most characters. */
    public static final int LONGEST = 2_000;
}
