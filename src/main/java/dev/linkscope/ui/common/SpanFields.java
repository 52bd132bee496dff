package dev.linkscope.ui.common;

import dev.linkscope.domain.fix.Span;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.layout.FlowPane;

/** A stretch of time that the user types. */
public final class SpanFields extends FlowPane {
    private static final double SIDE_BY_SIDE = 600;

    private final Wording wording;
    private final MomentFields from;
    private final MomentFields to;

    /**
     * Empty fields.
     *
     * @param id of the node; its fields are {@code id-from-day}, {@code id-from-time} and so on
     * @param onChange called after each change
     */
    public SpanFields(Wording wording, String id, Runnable onChange) {
        super(12, 6);
        this.wording = wording;
        setId(id);
        setPrefWrapLength(SIDE_BY_SIDE);
        from = new MomentFields(wording, id + "-from", wording.text("moment.span.from"), onChange);
        to = new MomentFields(wording, id + "-to", wording.text("moment.span.to"), onChange);
        getChildren().setAll(from, to);
    }

    /** Fills the fields. */
    public void set(Span span) {
        from.set(span.from());
        to.set(span.to());
    }

    /** The stretch typed; empty if there is a {@link #problem}. */
    public Optional<Span> span(Instant now) {
        return problem(now).isEmpty()
                ? from.moment().flatMap(start -> to.moment().map(end -> new Span(start, end)))
                : Optional.empty();
    }

    /** What is wrong, in a sentence; empty if nothing is. */
    public String problem(Instant now) {
        String wrong = from.problem().isEmpty() ? to.problem() : from.problem();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Instant start = from.moment().orElse(now);
        if (!start.isBefore(to.moment().orElse(now))) {
            return wording.text("moment.span.bad.order");
        }
        return start.isBefore(now) ? "" : wording.text("moment.span.bad.future");
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        from.focusFirst();
    }
}
