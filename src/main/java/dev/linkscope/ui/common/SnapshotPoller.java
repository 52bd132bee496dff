package dev.linkscope.ui.common;

import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Brings snapshots to the window: asks for the farm's revision five times a second and reads the
 * snapshots only if it has changed. Nothing is ever pushed to the window's thread.
 */
public final class SnapshotPoller {
    private static final Duration PERIOD = Duration.millis(200);

    private final FarmControl farm;
    private final Consumer<List<SessionSnapshot>> onChange;
    private final Timeline timeline;
    private long seen = Long.MIN_VALUE;

    /**
     * A poller; does nothing before {@link #start()}.
     *
     * @param onChange called on the window's thread with the snapshots in the user's order
     * @param onTick called as often, changed or not, for countdowns
     */
    public SnapshotPoller(
            FarmControl farm, Consumer<List<SessionSnapshot>> onChange, Runnable onTick) {
        this.farm = farm;
        this.onChange = onChange;
        timeline =
                new Timeline(
                        // In between, so that no frame has to do both.
                        new KeyFrame(PERIOD.divide(2), event -> onTick.run()),
                        new KeyFrame(PERIOD, event -> poll()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Looks now, and from now on. */
    public void start() {
        poll();
        timeline.play();
    }

    /** Looks no more. */
    public void stop() {
        timeline.stop();
    }

    /** Looks once: reads the snapshots if there are newer ones. */
    public void poll() {
        // The revision is read first: what changes in between is seen at the next look.
        long revision = farm.revision();
        if (revision != seen) {
            seen = revision;
            onChange.accept(farm.snapshots());
        }
    }
}
