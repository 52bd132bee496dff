package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * Where moments lie on a lane.
 *
 * @param shown the span in view
 * @param left where it begins, in pixels
 * @param width how wide it is, in pixels
 */
public record TimeAxis(Span shown, double left, double width) {
    /** The place of a moment, outside the lane too. */
    public double x(Instant at) {
        return left + Duration.between(shown.from(), at).toMillis() * perMilli();
    }

    /** The moment at a place; the nearest in view for places outside. */
    public Instant at(double x) {
        double share = width <= 0 ? 1 : Math.clamp((x - left) / width, 0.0, 1.0);
        return shown.from().plusMillis(Math.round(shown.length().toMillis() * share));
    }

    private double perMilli() {
        return width / Math.max(1, shown.length().toMillis());
    }
}
