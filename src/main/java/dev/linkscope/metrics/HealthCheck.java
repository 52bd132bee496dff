package dev.linkscope.metrics;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process does its work. A printer that cannot be reached is no illness of the
 * watcher: that is what {@code /metrics} tells.
 */
public final class HealthCheck {
    /**
     * A session that measures shows something new with every heartbeat of its agent, and takes a
     * link that is silent for a minute for broken: five times that is long.
     */
    static final Duration LONG = Duration.ofMinutes(5);

    private final FarmControl farm;
    private final Supplier<@Nullable Statement> storeProblem;
    private final Function<Statement, String> words;
    private final InstantSource clock;
    private final Instant started;

    /**
     * A check; the process counts as started now.
     *
     * @param storeProblem what keeps results from being stored; null while nothing does
     * @param words says a statement
     */
    public HealthCheck(
            FarmControl farm,
            Supplier<@Nullable Statement> storeProblem,
            Function<Statement, String> words,
            InstantSource clock) {
        this.farm = farm;
        this.storeProblem = storeProblem;
        this.words = words;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** How it is now. */
    Health now() {
        Instant now = clock.instant();
        List<SessionSnapshot> sessions = farm.snapshots();
        Statement problem = storeProblem.get();
        return new Health(
                problem == null && !silent(sessions, now),
                sessions.size(),
                count(sessions, LinkState.MEASURING),
                count(sessions, LinkState.FAILED),
                problem == null ? null : words.apply(problem),
                Math.max(0, Duration.between(started, now).toSeconds()));
    }

    private static int count(List<SessionSnapshot> sessions, LinkState state) {
        return (int) sessions.stream().filter(session -> session.link() == state).count();
    }

    /** Whether every session that has something to do has done nothing for long. */
    private static boolean silent(List<SessionSnapshot> sessions, Instant now) {
        List<SessionSnapshot> busy =
                sessions.stream()
                        .filter(one ->
                                one.link() != LinkState.FAILED && one.link() != LinkState.ENDED)
                        .toList();
        return !busy.isEmpty() && busy.stream().allMatch(one -> due(one).plus(LONG).isBefore(now));
    }

    /** When the session showed something new, or is to do so next. */
    private static Instant due(SessionSnapshot session) {
        Instant retry = session.retryAt();
        return retry == null ? session.at() : retry;
    }

    /**
     * How it is.
     *
     * @param fine whether it does its work
     * @param printers how many are watched
     * @param connected how many of them are measured now
     * @param failed how many of them need the user
     * @param storeProblem what keeps results from being stored; null if nothing does
     * @param uptimeSeconds time since it began
     */
    record Health(
            boolean fine,
            int printers,
            int connected,
            int failed,
            @Nullable String storeProblem,
            long uptimeSeconds) {}
}
