package dev.linkscope.store;

import dev.linkscope.domain.history.Retention;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what is older than is wished, and the oldest when there is more than is wished, once an
 * hour. What the newest day needs always stays. Used by the writer's thread alone, but for {@link
 * #keep}, {@link #forgetBefore}, {@link #lookSoon} and {@link #retention}.
 */
final class Retaining implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Retaining.class);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    /** A window that opens and a run that goes on need no more. */
    private static final Duration ALWAYS = Duration.ofHours(24);

    /** So much is forgotten at once when there is too much. */
    private static final Duration SLICE = Duration.ofHours(6);

    private final Database database;
    private final InstantSource time;
    private final ForgottenHours hours = new ForgottenHours();
    private final Deque<ForgottenHours.Part> due = new ArrayDeque<>();
    private volatile Retention retention = Retention.USUAL;

    /** What is older was to be forgotten once; it does not come back. */
    private volatile Instant forgotten = Instant.MIN;

    private volatile boolean asked = true;
    private Stage stage = Stage.DONE;
    private Instant lookedAt;
    private Duration pause = EVERY;

    /** Before this, readings go too while there is too much. */
    private Instant lightened = Instant.EPOCH;

    Retaining(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
        this.lookedAt = time.instant();
    }

    /** What is kept now. */
    Retention retention() {
        return retention;
    }

    /** From now on so much is kept. */
    void keep(Retention wished) {
        retention = wished;
        asked = true;
    }

    /** Forgets what is older, once. */
    void forgetBefore(Instant before) {
        forgotten = before;
        asked = true;
    }

    /** Something else was forgotten: what it took is given back soon. */
    void lookSoon() {
        asked = true;
    }

    @Override
    public boolean hasWork() {
        return asked || stage != Stage.DONE;
    }

    @Override
    public void step() throws SQLException {
        if (!hasWork()) {
            if (Duration.between(lookedAt, time.instant()).abs().compareTo(pause) >= 0) {
                asked = true;
            }
            return;
        }
        Stage next = Stage.DONE;
        try {
            next = after(stage);
            pause = EVERY;
        } finally {
            if (next == Stage.DONE && stage != Stage.SHRINK) {
                // An error: the disk may be full, or another program may hold the file.
                pause = AFTER_TROUBLE;
                due.clear();
            }
            stage = next;
        }
    }

    private Stage after(Stage now) throws SQLException {
        return switch (now) {
            case DONE -> {
                asked = false;
                lookedAt = time.instant();
                findOld();
                yield Stage.FORGET;
            }
            case FORGET -> {
                if (due.isEmpty()) {
                    yield Stage.TIDY;
                }
                forgetSome();
                yield Stage.FORGET;
            }
            case TIDY -> tidy() > 0 ? Stage.TIDY : Stage.WEIGH;
            case WEIGH -> findTooMuch() ? Stage.LIGHTEN : Stage.SHRINK;
            case LIGHTEN -> {
                if (due.isEmpty()) {
                    yield forgetReadings(lightened) > 0 ? Stage.LIGHTEN : Stage.WEIGH;
                }
                forgetSome();
                yield Stage.LIGHTEN;
            }
            case SHRINK -> database.shrink() ? Stage.SHRINK : Stage.DONE;
        };
    }

    /** Readings of facts are looked at beside outcomes, and are kept as long as these. */
    private int tidy() throws SQLException {
        Instant reference = ages().reference(time.instant());
        Instant sums = cut(retention.rollups(), reference);
        return database.write(connection -> OldRows.forget(connection, sums))
                + forgetReadings(cut(retention.outcomes(), reference));
    }

    private int forgetReadings(Instant before) throws SQLException {
        return database.write(connection -> OldReadings.forget(connection, before));
    }

    private RunAges ages() throws SQLException {
        Instant now = time.instant();
        return database.read(connection -> RunAges.read(connection, now));
    }

    private void findOld() throws SQLException {
        RunAges ages = ages();
        Instant reference = ages.reference(time.instant());
        hours.before(ages, cut(retention.outcomes(), reference), false, due);
        hours.before(ages, cut(retention.rollups(), reference), true, due);
    }

    private Instant cut(Duration kept, Instant reference) {
        Instant latest = Moments.before(reference, ALWAYS);
        Instant wished = Moments.before(reference, kept.compareTo(ALWAYS) < 0 ? ALWAYS : kept);
        Instant once = forgotten.isAfter(latest) ? latest : forgotten;
        return once.isAfter(wished) ? once : wished;
    }

    /** Whether something is to go. */
    private boolean findTooMuch() throws SQLException {
        if (database.read(database::size).used() <= retention.bytes()) {
            return false;
        }
        RunAges ages = ages();
        Instant latest = Moments.before(ages.newest(), ALWAYS);
        Instant reading = database.read(OldReadings::oldestOf).orElse(null);
        Instant outcome = earlier(ages.oldest(false), reading);
        if (outcome != null) {
            lightened = slice(outcome, latest);
            hours.before(ages, lightened, false, due);
            if (!due.isEmpty() || (reading != null && reading.isBefore(lightened))) {
                return true;
            }
        }
        // Sums only when there are no older outcomes left.
        Instant sum = ages.oldest(true);
        if (sum != null) {
            hours.before(ages, slice(sum, latest), true, due);
        }
        if (due.isEmpty()) {
            LOG.info("The history takes more than is wished, and nothing of it may go");
        }
        return !due.isEmpty();
    }

    private static Instant slice(Instant oldest, Instant latest) {
        Instant slice = Moments.after(oldest, SLICE);
        return slice.isBefore(latest) ? slice : latest;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private void forgetSome() throws SQLException {
        ForgottenHours.Part part = due.getFirst();
        boolean more = database.write(connection -> hours.forget(connection, part));
        hours.adapt();
        if (!more) {
            due.removeFirst();
        }
    }

    /** Where a round has come to. */
    private enum Stage {
        DONE,
        FORGET,
        TIDY,
        WEIGH,
        LIGHTEN,
        SHRINK
    }
}
