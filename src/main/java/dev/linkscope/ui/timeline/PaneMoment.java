package dev.linkscope.ui.timeline;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pane tells of one moment, in words. */
final class PaneMoment {
    private final Wording wording;

    PaneMoment(Wording wording) {
        this.wording = wording;
    }

    /** What came of the attempt, its answer time, and the rate with its interval. */
    String of(PaneTimeline pane, Instant at) {
        String attempt = attempt(pane, at);
        String rate = rate(pane.curve(), at);
        if (attempt.isEmpty()) {
            return wording.text("timeline.read.blind");
        }
        return rate.isEmpty() ? attempt : wording.text("timeline.read.pane", attempt, rate);
    }

    private String rate(List<RatePoint> curve, Instant at) {
        RatePoint last = null;
        for (RatePoint point : curve) {
            if (point.at().isAfter(at)) {
                // Nothing of the curve lies before: its first point still tells of its window.
                last = last == null ? point : last;
                break;
            }
            last = point;
        }
        return last == null || Double.isNaN(last.rate())
                ? ""
                : wording.text(
                        "timeline.read.rate",
                        last.rate() * 100,
                        last.low() * 100,
                        last.high() * 100);
    }

    private String attempt(PaneTimeline pane, Instant at) {
        Slot slot = slot(pane, at);
        if (slot == null) {
            return column(pane.smoke(), at).map(this::sums).orElse("");
        }
        return switch (slot.state()) {
            case OK ->
                    slot.latencyMicros() < 0
                            ? wording.text("timeline.read.ok")
                            : wording.text("timeline.read.ok.ms", slot.latencyMicros() / 1000.0);
            case FAILED -> wording.text("timeline.read.failed");
            case NOT_MEASURED -> "";
        };
    }

    private String sums(SmokeColumn column) {
        return column.failed() == 0
                ? wording.text("timeline.read.sums.ok", column.measured())
                : wording.text("timeline.read.sums", column.failed(), column.measured());
    }

    private static Optional<SmokeColumn> column(List<SmokeColumn> columns, Instant at) {
        return columns.stream()
                .filter(column ->
                        column.measured() > 0
                                && !at.isBefore(column.from())
                                && at.isBefore(column.to()))
                .findFirst();
    }

    private static @Nullable Slot slot(PaneTimeline pane, Instant at) {
        for (Segment segment : pane.trace().segments()) {
            if (!at.isBefore(segment.start()) && at.isBefore(segment.end())) {
                long index =
                        Duration.between(segment.start(), at).toMillis()
                                / Math.max(1, segment.cadence().toMillis());
                return segment.slots().get((int) Math.min(index, segment.slots().size() - 1));
            }
        }
        return null;
    }
}
