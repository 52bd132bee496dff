package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The clock that all lanes of a page share: which span is in view, whether it follows the time, at
 * which moment the pointer stands, and which span is marked to be judged. What is in view and what
 * is marked never end after now. To be used on the window's thread alone.
 */
public final class TimeView {
    /** The shortest span in view. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Longer than anything that is kept: all there is, however much comes. */
    private static final Duration ALL = Duration.ofDays(36_500);

    private final ReadOnlyObjectWrapper<Span> shown;
    private final ReadOnlyObjectWrapper<@Nullable Instant> cursor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> marked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> following = new ReadOnlyObjectWrapper<>(true);
    private Span whole;
    private Duration wanted;
    private Instant anchor = Instant.EPOCH;
    private Instant head = Instant.EPOCH;

    /**
     * A view that follows the time.
     *
     * @param whole all there is to be looked at; its end is now
     * @param length how much of its end is in view, as soon as there is as much
     */
    public TimeView(Span whole, Duration length) {
        this.whole = whole;
        wanted = length;
        shown = new ReadOnlyObjectWrapper<>(newest(length));
    }

    /** Something else is looked at: follows the time, points nowhere, nothing is marked. */
    public void reset(Span newWhole) {
        whole = newWhole;
        cursor.set(null);
        marked.set(null);
        showLast(wanted);
    }

    /** Time has gone on, or there is more to be looked at; what follows the time moves with it. */
    public void grow(Span newWhole) {
        if (newWhole.equals(whole)) {
            return;
        }
        whole = newWhole;
        if (following.get()) {
            shown.set(newest(wanted));
        }
    }

    /** Shows the newest part and follows the time from now on. */
    public void showLast(Duration length) {
        wanted = length;
        shown.set(newest(length));
        following.set(true);
    }

    /** Shows all there is and follows the time from now on. */
    public void showAll() {
        showLast(ALL);
    }

    /** Follows the time from now on, with as much in view as now. */
    public void showNow() {
        showLast(shown.get().length());
    }

    private Span newest(Duration length) {
        return new Span(whole.to().minus(fitting(length)), whole.to());
    }

    private Duration fitting(Duration length) {
        Duration most = whole.length();
        Duration kept = length.compareTo(most) > 0 ? most : length;
        return kept.compareTo(SHORTEST) < 0 ? SHORTEST : kept;
    }

    /** Shows a span, no shorter than {@link #SHORTEST} and within all there is. */
    public void show(Span span) {
        Duration length = fitting(span.length());
        Instant to = earlier(span.to(), whole.to());
        Instant from = to.minus(length);
        if (from.isBefore(whole.from())) {
            to = earlier(whole.from().plus(length), whole.to());
            from = to.minus(length);
        }
        wanted = length;
        shown.set(new Span(from, to));
        following.set(!to.isBefore(whole.to()));
    }

    /**
     * Shows more or less time.
     *
     * @param factor of the length; below 1 zooms in
     * @param around the moment that stays where it is
     */
    public void zoom(double factor, Instant around) {
        Span now = shown.get();
        Duration length = fitting(millis(now.length().toMillis() * factor));
        double share =
                Duration.between(now.from(), around).toMillis()
                        / (double) Math.max(1, now.length().toMillis());
        Instant from = around.minus(millis(length.toMillis() * share));
        show(new Span(from, from.plus(length)));
    }

    /** The same around now while that is followed, else around the middle. */
    public void zoom(double factor) {
        Span now = shown.get();
        zoom(factor, following.get() ? now.to() : now.from().plus(now.length().dividedBy(2)));
    }

    /** Moves by a part of the length in view; negative into the past. */
    public void pan(double share) {
        Span now = shown.get();
        Duration by = millis(now.length().toMillis() * share);
        show(new Span(now.from().plus(by), now.to().plus(by)));
    }

    /** Points at a moment; null for none. */
    public void point(@Nullable Instant at) {
        cursor.set(at);
    }

    /**
     * Moves the pointer by a part of the length in view, from the newest moment if it pointed
     * nowhere.
     */
    public void movePointer(double share) {
        Instant at = cursor.get();
        cursor.set(moved(at == null ? shown.get().to() : at, share));
    }

    private Instant moved(Instant from, double share) {
        Span now = shown.get();
        Instant to = from.plus(millis(now.length().toMillis() * share));
        return to.isBefore(now.from()) ? now.from() : earlier(to, now.to());
    }

    /** Marks a span to be judged, as far as it has passed; null or an empty one for none. */
    public void mark(@Nullable Span span) {
        if (span == null || !span.from().isBefore(earlier(span.to(), whole.to()))) {
            marked.set(null);
            return;
        }
        anchor = span.from();
        head = earlier(span.to(), whole.to());
        marked.set(new Span(anchor, head));
    }

    /**
     * Moves the end of the mark that was set last by a part of the length in view; without a mark
     * one begins where the pointer stands, or at the newest moment in view.
     */
    public void extendMark(double share) {
        if (marked.get() == null) {
            Instant at = cursor.get();
            anchor = at == null ? shown.get().to() : at;
            head = anchor;
        }
        Instant fixed = anchor;
        Instant end = moved(head, share);
        mark(fixed.isBefore(end) ? new Span(fixed, end) : new Span(end, fixed));
        anchor = fixed;
        head = end;
        cursor.set(end);
    }

    /** How much was asked for; less is in view while there is less. */
    public Duration wanted() {
        return wanted;
    }

    /** All there is to be looked at; its end is now. */
    public Span whole() {
        return whole;
    }

    /** What is in view. */
    public ReadOnlyObjectProperty<Span> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Where the pointer stands; null outside the charts. */
    public ReadOnlyObjectProperty<@Nullable Instant> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** The marked span; null without. */
    public ReadOnlyObjectProperty<@Nullable Span> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Whether the view moves on with the time. */
    public ReadOnlyObjectProperty<Boolean> followingProperty() {
        return following.getReadOnlyProperty();
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(Math.round(millis));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
