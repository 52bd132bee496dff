package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.release.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the makers of this program for the newest release. It asks when it is told to and never by
 * itself, and nothing is downloaded or installed.
 */
public interface Updates {
    /** A program that knows no place to ask. */
    Updates NONE =
            new Updates() {
                @Override
                public Optional<String> place() {
                    return Optional.empty();
                }

                @Override
                public Answer look(Instant newestSeen) {
                    return new Answer.CannotTell(Statement.of("update.why.no_place"));
                }
            };

    /** Scheme, host and port of the place that is asked; empty if this build knows none. */
    Optional<String> place();

    /**
     * Asks now. Blocks for half a minute at most.
     *
     * @param newestSeen when the newest announcement was written that was ever believed; older ones
     *     are not, as somebody may hold back what is new. {@link Instant#EPOCH} for none
     */
    Answer look(Instant newestSeen);

    /** What came of it. */
    sealed interface Answer {
        /** There is a release that is newer than this program. */
        record Newer(Release release) implements Answer {}

        /** This program is the newest, or newer. */
        record UpToDate(Release release) implements Answer {}

        /**
         * It is not known whether there is anything newer.
         *
         * @param why the reason; its key with {@code .next} is the next step
         */
        record CannotTell(Statement why) implements Answer {}

        /**
         * What came was not written by the makers of this program, or was changed on its way.
         *
         * @param place scheme, host and port of where it came from
         */
        record NotGenuine(String place) implements Answer {}
    }
}
