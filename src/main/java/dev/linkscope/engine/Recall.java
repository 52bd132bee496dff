package dev.linkscope.engine;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what was measured before this program started back onto the tapes. */
final class Recall {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Clocks of Pis may be ahead. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final OutcomeStore store;
    private final PrinterId printer;
    private final Instant now;
    private final Duration shown;
    private @Nullable Instant newest;

    /** A recall of the newest {@code shown}, a day at most. */
    Recall(OutcomeStore store, PrinterId printer, Instant now, Duration shown) {
        this.store = store;
        this.printer = printer;
        this.now = now;
        this.shown = shown.compareTo(LONGEST) < 0 ? shown : LONGEST;
    }

    /**
     * Fills the tapes. The last run is left open, so that it can go on.
     *
     * @return the clock of the last run; null if none of it is wanted
     */
    @Nullable RunClock onto(PaneTapes panes, String lastRun) {
        var playback = new Playback(panes);
        for (String target : panes.targets()) {
            playback.play(
                    target,
                    store.read(printer, target, now.minus(shown), now.plus(AHEAD)),
                    lastRun);
        }
        newest = playback.newest().orElse(null);
        return playback.clock(lastRun);
    }

    /** When the newest of it ended. */
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }
}
