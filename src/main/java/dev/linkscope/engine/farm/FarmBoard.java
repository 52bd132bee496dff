package dev.linkscope.engine.farm;

import dev.linkscope.engine.FarmControl;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the printers of a farm again and again, on a thread of its own of the lowest priority.
 * Thread-safe; no method but {@link #close} waits for anything.
 */
public final class FarmBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FarmBoard.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** So that comparing takes less than a twentieth of a core, however large the farm. */
    private static final int REST = 20;

    private final FarmControl farm;
    private final FarmRounds rounds;
    private final Duration pause;
    private final ExecutorService thread = NamedThreads.background("farm-board");
    private volatile FarmView view = FarmView.NONE;

    /** A board that has compared nothing yet. */
    public FarmBoard(FarmControl farm, InstantSource clock) {
        this(farm, clock, PAUSE);
    }

    FarmBoard(FarmControl farm, InstantSource clock, Duration pause) {
        this.farm = farm;
        this.rounds = new FarmRounds(clock);
        this.pause = pause;
    }

    /** Begins to compare. */
    public void start() {
        thread.execute(this::run);
    }

    /** What the printers had in common when they were compared last; returns at once. */
    public FarmView view() {
        return view;
    }

    private void run() {
        long seen = -1;
        try {
            while (!thread.isShutdown()) {
                long revision = farm.revision();
                long begun = System.nanoTime();
                if (revision != seen) {
                    seen = revision;
                    look();
                }
                Duration rest = Duration.ofNanos(REST * (System.nanoTime() - begun));
                Thread.sleep(rest.compareTo(pause) > 0 ? rest : pause);
            }
        } catch (InterruptedException e) {
            LOG.debug("no more comparisons");
        }
    }

    private void look() {
        try {
            view = rounds.look(farm.snapshots());
        } catch (RuntimeException e) {
            // The edge of this thread: the next look may succeed.
            LOG.warn("the printers could not be compared", e);
        }
    }

    /** Ends; what was seen last stays. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
