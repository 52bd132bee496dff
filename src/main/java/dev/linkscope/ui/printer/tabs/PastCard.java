package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ErrorTimeline;
import dev.linkscope.ui.control.TimelineMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Drop-outs of the time before anything was measured, as the logs on the Pi tell of them. Logs name
 * some failures only, so this is drawn apart and never counted in a rate.
 */
final class PastCard extends VBox {
    private static final Set<PastKind> SERVER =
            Set.of(PastKind.SERVER_LOST, PastKind.KICKED, PastKind.NOT_AUTHORISED);
    private static final Set<PastKind> WEBCAM =
            Set.of(PastKind.WEBCAM_FAILED, PastKind.STREAMING_FAILED);

    /** A log of weeks would hide the last night. */
    private static final Duration MOST = Duration.ofDays(2);

    private final Wording wording;
    private List<PastRecord> shown = List.of();

    PastCard(Wording wording) {
        this.wording = wording;
        setId("past");
        getStyleClass().addAll("card", "past");
        Nodes.show(this, false);
    }

    /** Shows what these logs tell. */
    void show(List<PastRecord> logs, Instant now) {
        if (logs.equals(shown)) {
            return;
        }
        shown = logs;
        List<PastRecord> read = logs.stream().filter(log -> !log.events().isEmpty()).toList();
        Nodes.show(this, !read.isEmpty());
        if (read.isEmpty()) {
            return;
        }
        Instant to = read.stream().map(PastRecord::to).max(Comparator.naturalOrder()).orElse(now);
        Instant first =
                read.stream().map(PastRecord::from).min(Comparator.naturalOrder()).orElse(to);
        Instant from = first.isBefore(to.minus(MOST)) ? to.minus(MOST) : first;
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.labelled(wording.text("past.title"), "pane-title"));
        rows.add(text(wording.text("past.why", wording.when(from, now), wording.when(to, now))));
        add(rows, "past.server", events(read, SERVER, from), from, to, now);
        add(rows, "past.webcam", events(read, WEBCAM, from), from, to, now);
        for (PastKind kind : PastKind.values()) {
            List<PastEvent> others = events(read, Set.of(kind), from);
            if (!SERVER.contains(kind) && !WEBCAM.contains(kind) && !others.isEmpty()) {
                PastEvent last = others.getLast();
                rows.add(
                        text(
                                wording.text(
                                        "past." + kind,
                                        others.size(),
                                        wording.when(last.from(), now))));
            }
        }
        getChildren().setAll(rows);
    }

    private static List<PastEvent> events(
            List<PastRecord> logs, Set<PastKind> kinds, Instant from) {
        return logs.stream()
                .flatMap(log -> log.events().stream())
                .filter(event -> kinds.contains(event.kind()) && event.to().isAfter(from))
                .sorted(Comparator.comparing(PastEvent::from))
                .toList();
    }

    private void add(
            List<Node> rows,
            String key,
            List<PastEvent> events,
            Instant from,
            Instant to,
            Instant now) {
        if (events.isEmpty()) {
            rows.add(text(wording.text(key + ".none")));
            return;
        }
        PastEvent last = events.getLast();
        rows.add(text(wording.text(key, events.size(), wording.when(last.from(), now))));
        var strip = new ErrorTimeline();
        strip.show(TimelineMarks.ofPast(events, from, to));
        strip.setAccessibleText(wording.text(key, events.size(), wording.when(last.from(), now)));
        rows.add(strip);
    }

    private static Label text(String text) {
        Label label = Nodes.wrapped("small", "muted");
        label.setText(text);
        return label;
    }
}
