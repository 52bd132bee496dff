package dev.linkscope.engine.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Linkscope looks for updates by itself, and what it learned.
 *
 * @param weekly whether it looks once a week while its window is open; otherwise only when asked
 * @param lookedAt when it last learned something; null for never
 * @param newestSeen when the newest announcement was written that was ever believed; {@link
 *     Instant#EPOCH} for none
 * @param newest the version announced then; empty for none
 */
public record UpdateChoice(
        boolean weekly, @Nullable Instant lookedAt, Instant newestSeen, String newest) {
    /** Unless the user chose otherwise: never by itself. */
    public static final UpdateChoice USUAL = new UpdateChoice(false, null, Instant.EPOCH, "");

    /** The same, looking by itself or not. */
    public UpdateChoice withWeekly(boolean other) {
        return new UpdateChoice(other, lookedAt, newestSeen, newest);
    }

    /** The same after having learned something. */
    public UpdateChoice learned(Instant at, Instant issued, String version) {
        return new UpdateChoice(weekly, at, issued, version);
    }
}
