package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one thing that can go wrong stands at one moment. */
sealed interface Sign {
    /** Neither well nor bad, or not to be seen now: whatever was goes on. */
    Sign UNKNOWN = new Unknown();

    /**
     * It is wrong.
     *
     * @param severity how bad
     * @param began when it began, as measured; null if only its being seen is known
     * @param needed how long it has to be seen before it counts; zero if that is measured already
     * @param what what to say of it
     * @param latest when it showed last, if it only shows now and then; null if it goes on
     */
    record Bad(
            Severity severity,
            @Nullable Instant began,
            Duration needed,
            What what,
            @Nullable Instant latest)
            implements Sign {
        /** Something that goes on. */
        Bad(Severity severity, @Nullable Instant began, Duration needed, What what) {
            this(severity, began, needed, what, null);
        }

        /** The same, which has to be seen for longer. */
        Bad after(Duration longer) {
            return new Bad(severity, began, longer, what, latest);
        }
    }

    /**
     * Nothing is wrong.
     *
     * @param measured for how long, as measured; null if only its being seen is known
     * @param enough how long that has to be before trouble is over
     * @param since when the trouble ended, as measured; null if only its being seen is known
     */
    record Well(@Nullable Duration measured, Duration enough, @Nullable Instant since)
            implements Sign {
        /** Well as far as it is seen. */
        static Well seen(Duration enough) {
            return new Well(null, enough, null);
        }
    }

    /** It cannot be told. */
    record Unknown() implements Sign {}

    /**
     * What to say of trouble.
     *
     * @param key key of the title; how often it came back is added to its arguments
     * @param args arguments of the title
     * @param cause the likeliest cause; null while none is known
     * @param next what to do
     */
    record What(String key, List<Object> args, @Nullable Statement cause, Statement next) {
        public What {
            args = List.copyOf(args);
        }

        /** Its title for the n-th time. */
        Statement title(int times) {
            var all = new ArrayList<Object>(args);
            all.add(times);
            return new Statement(key, all);
        }
    }
}
