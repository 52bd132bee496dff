package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The clock that all lanes of a page share: which span is in view, whether it follows the time, at
 * which moment the pointer stands, and which span is marked to be judged. To be used on the
 * window's thread alone.
 */
public final class TimeView {
    /** The shortest span in view. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ReadOnlyObjectWrapper<Span> shown;
    private final ReadOnlyObjectWrapper<@Nullable Instant> cursor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> marked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> following = new ReadOnlyObjectWrapper<>(true);
    private Span whole;

    /**
     * A view that follows the time.
     *
     * @param whole all there is to be looked at; its end is now
     * @param length how much of its end is in view
     */
    public TimeView(Span whole, Duration length) {
        this.whole = whole;
        shown = new ReadOnlyObjectWrapper<>(new Span(whole.to().minus(length), whole.to()));
    }

    /** Time has gone on, or there is more to be looked at; what follows the time moves with it. */
    public void grow(Span newWhole) {
        whole = newWhole;
        if (following.get()) {
            showLast(shown.get().length());
        }
    }

    /** Shows the newest part and follows the time from now on. */
    public void showLast(Duration length) {
        Duration kept = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        following.set(true);
        shown.set(new Span(whole.to().minus(kept), whole.to()));
    }

    /** Shows a span, no shorter than {@link #SHORTEST} and not beyond now. */
    public void show(Span span) {
        Duration length = span.length().compareTo(SHORTEST) < 0 ? SHORTEST : span.length();
        Instant to = span.to().isBefore(whole.to()) ? span.to() : whole.to();
        following.set(!to.isBefore(whole.to()));
        shown.set(new Span(to.minus(length), to));
    }

    /**
     * Shows more or less time.
     *
     * @param factor of the length; below 1 zooms in
     * @param around the moment that stays where it is
     */
    public void zoom(double factor, Instant around) {
        Span now = shown.get();
        long before = Duration.between(now.from(), around).toMillis();
        long after = Duration.between(around, now.to()).toMillis();
        show(
                new Span(
                        around.minusMillis(Math.round(before * factor)),
                        around.plusMillis(Math.round(after * factor))));
    }

    /** Moves by a part of the length in view; negative into the past. */
    public void pan(double share) {
        Span now = shown.get();
        long by = Math.round(now.length().toMillis() * share);
        show(new Span(now.from().plusMillis(by), now.to().plusMillis(by)));
    }

    /** Points at a moment; null for none. */
    public void point(@Nullable Instant at) {
        cursor.set(at);
    }

    /** Marks a span to be judged; null for none. */
    public void mark(@Nullable Span span) {
        marked.set(span);
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
}
