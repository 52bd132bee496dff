package dev.linkscope.engine.port;

import dev.linkscope.domain.history.Retention;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose of the program as a whole.
 *
 * @param language tag of the window's language, such as {@code de}; {@link #SYSTEM} for the
 *     computer's
 * @param textSize size of all text, 1 to 2 times the usual
 * @param motion whether things move that need not
 * @param cadence of the pane probes of printers added from now on
 * @param limits from which error rate a pane is called what
 * @param retention how much of the past is kept
 * @param staysInTray whether closing the window leaves the program watching, where there is a tray
 * @param updates whether it looks for updates by itself
 * @param window where the window stood when it was last closed; null before the first time
 */
public record Preferences(
        String language,
        double textSize,
        Motion motion,
        Duration cadence,
        Limits limits,
        Retention retention,
        boolean staysInTray,
        UpdateChoice updates,
        @Nullable WindowPlace window) {
    /** The computer's own choice. */
    public static final String SYSTEM = "system";

    /** Unless the user chose otherwise. */
    public static final Preferences USUAL =
            new Preferences(
                    SYSTEM,
                    1,
                    Motion.SYSTEM,
                    Duration.ofSeconds(10),
                    Limits.USUAL,
                    Retention.USUAL,
                    false,
                    UpdateChoice.USUAL,
                    null);

    /** Whether things move that need not: blinking, sliding, fading. */
    public enum Motion {
        /** As the operating system says, where it can be asked. */
        SYSTEM,
        FULL,
        REDUCED
    }

    /**
     * Error rates, as shares.
     *
     * @param watch from here on a pane is to be watched
     * @param takeAction above this it is time to act
     */
    public record Limits(double watch, double takeAction) {
        /** Obico's help page: under 5 % usually no problem, over 20 % find out what is wrong. */
        public static final Limits USUAL = new Limits(0.05, 0.20);

        public Limits {
            // 0.95 is where failures are called continuous.
            if (!(watch >= 0.001 && watch <= takeAction && takeAction <= 0.9)) {
                throw new IllegalArgumentException("error rates must rise");
            }
        }
    }

    /**
     * Where a window stands.
     *
     * @param x left edge, in the toolkit's pixels
     * @param y upper edge
     * @param width with its frame
     * @param height with its frame
     * @param maximized whether it fills the screen; the rest is where it goes back to
     * @param page name of the page shown
     * @param printer id of the printer chosen; empty for none
     */
    public record WindowPlace(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            String page,
            String printer) {}

    /** The same in another language. */
    public Preferences withLanguage(String other) {
        return new Preferences(
                other, textSize, motion, cadence, limits, retention, staysInTray, updates, window);
    }

    /** The same with text of another size. */
    public Preferences withTextSize(double other) {
        return new Preferences(
                language, other, motion, cadence, limits, retention, staysInTray, updates, window);
    }

    /** The same with another wish for motion. */
    public Preferences withMotion(Motion other) {
        return new Preferences(
                language,
                textSize,
                other,
                cadence,
                limits,
                retention,
                staysInTray,
                updates,
                window);
    }

    /** The same with another cadence for new printers. */
    public Preferences withCadence(Duration other) {
        return new Preferences(
                language, textSize, motion, other, limits, retention, staysInTray, updates, window);
    }

    /** The same with other limits. */
    public Preferences withLimits(Limits other) {
        return new Preferences(
                language,
                textSize,
                motion,
                cadence,
                other,
                retention,
                staysInTray,
                updates,
                window);
    }

    /** The same, keeping another part of the past. */
    public Preferences withRetention(Retention other) {
        return new Preferences(
                language, textSize, motion, cadence, limits, other, staysInTray, updates, window);
    }

    /** The same, staying in the tray or not. */
    public Preferences withStaysInTray(boolean other) {
        return new Preferences(
                language, textSize, motion, cadence, limits, retention, other, updates, window);
    }

    /** The same, looking for updates otherwise. */
    public Preferences withUpdates(UpdateChoice other) {
        return new Preferences(
                language, textSize, motion, cadence, limits, retention, staysInTray, other, window);
    }

    /** The same with the window elsewhere. */
    public Preferences withWindow(@Nullable WindowPlace other) {
        return new Preferences(
                language,
                textSize,
                motion,
                cadence,
                limits,
                retention,
                staysInTray,
                updates,
                other);
    }
}
