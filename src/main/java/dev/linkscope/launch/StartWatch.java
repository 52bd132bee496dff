package dev.linkscope.launch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Says how long the start took, counted from when the Java machine began: until the first frame,
 * and until the window is usable, which is when two frames in a row came without a pause in which
 * it could not have answered. Only with the property {@code linkscope.start}: {@code say} says it,
 * {@code end} also closes the window then. What the system knows of a process would be up to a
 * second off, as it counts from a boot told in whole seconds (proc(5), btime).
 */
final class StartWatch extends AnimationTimer {
    private static final String PROPERTY = "linkscope.start";

    /** Of two frames in a row in a window that answers at once; a pulse is 16.7 ms. */
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final Instant began;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Runnable onUsable;
    private int frames;
    private Instant last = Instant.MIN;
    private @Nullable Duration firstFrame;

    private StartWatch(
            Instant began, InstantSource clock, Consumer<String> say, Runnable onUsable) {
        this.began = began;
        this.clock = clock;
        this.say = say;
        this.onUsable = onUsable;
    }

    /** Begins to watch, on the window's thread after it was shown, if that was asked for. */
    static void ifAsked(InstantSource clock, Consumer<String> say, Runnable close) {
        String asked = System.getProperty(PROPERTY);
        if (asked != null) {
            Instant began =
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
            new StartWatch(began, clock, say, asked.equals("end") ? close : () -> {}).start();
        }
    }

    // Called at the begin of each frame: at the second one, the first has been drawn.
    @Override
    public void handle(long now) {
        Instant at = clock.instant();
        frames++;
        if (frames == 2) {
            firstFrame = Duration.between(began, at);
        }
        if (firstFrame != null && frames > 2 && Duration.between(last, at).compareTo(AT_ONCE) < 0) {
            stop();
            say.accept(
                    String.format(
                            Locale.ROOT,
                            "linkscope: first frame %d ms, usable %d ms",
                            firstFrame.toMillis(),
                            Duration.between(began, at).toMillis()));
            onUsable.run();
        }
        last = at;
    }
}
