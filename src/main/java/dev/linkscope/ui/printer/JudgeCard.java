package dev.linkscope.ui.printer;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.timeline.TimeView;
import dev.linkscope.ui.timeline.TimelineSource;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marked span: what is judged of just that, beside the whole. Hidden without a mark. */
final class JudgeCard extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(JudgeCard.class);

    private final TimelineSource source;
    private final Wording wording;
    private final TimeView view;
    private final Label title = Nodes.wrapped("pane-title");
    private final Label state = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final GridPane table = new GridPane();
    private @Nullable SessionSnapshot shown;
    private @Nullable SessionSnapshot judged;
    private @Nullable Span of;
    private @Nullable Thread work;
    private long asked;

    /** No span is marked yet. */
    JudgeCard(TimelineSource source, Wording wording, TimeView view, SpanActions actions) {
        this.source = source;
        this.wording = wording;
        this.view = view;
        setId("judged-span");
        getStyleClass().addAll("card", "judged");
        setMinHeight(USE_PREF_SIZE);
        table.getStyleClass().add("judged-table");
        for (double share : new double[] {16, 42, 42}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            table.getColumnConstraints().add(column);
        }
        HBox.setHgrow(title, Priority.SOMETIMES);
        title.setMinWidth(220);
        var buttons = new FlowPane(8, 4);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(0);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        buttons.getChildren()
                .setAll(
                        button("compare", () -> marked().ifPresent(actions::compareBefore)),
                        button("report", () -> marked().ifPresent(actions::report)),
                        button("clear", () -> view.mark(null)));
        var head = new HBox(title, buttons);
        head.getStyleClass().add("judged-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, state, table);
        view.markedProperty().subscribe(span -> follow(span));
    }

    private Button button(String name, Runnable action) {
        var button = new Button(wording.text("timeline.judged." + name));
        button.setId("judged-" + name);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Optional<Span> marked() {
        return Optional.ofNullable(view.markedProperty().get());
    }

    private void follow(@Nullable Span span) {
        Nodes.show(this, span != null);
        if (span == null || !span.equals(of)) {
            stop();
            judged = null;
            of = null;
            state.setText(wording.text("timeline.judged.ready"));
            fill();
        }
        if (span != null) {
            Instant now = view.whole().to();
            title.setText(
                    wording.text(
                            "timeline.judged.title",
                            wording.when(span.from(), now),
                            wording.when(span.to(), now),
                            wording.span(span.length())));
        }
    }

    /** Shows the whole that the span is laid beside. */
    void show(SessionSnapshot snapshot) {
        SessionSnapshot before = shown;
        shown = snapshot;
        if (isVisible() && (before == null || before.revision() != snapshot.revision())) {
            fill();
        }
    }

    /** Judges the marked span. */
    void judge() {
        Span span = view.markedProperty().get();
        SessionSnapshot now = shown;
        if (span == null || now == null) {
            return;
        }
        stop();
        of = span;
        judged = null;
        state.setText(wording.text("timeline.judged.busy"));
        fill();
        long mine = asked;
        work =
                source.background()
                        .start(
                                "judge-span",
                                () -> read(now, span),
                                found -> ended(mine, () -> take(found)),
                                problem -> ended(mine, () -> fail(problem)));
    }

    /** Of reports that were opened, and of made-up printers, there is only what is shown. */
    private Optional<SessionSnapshot> read(SessionSnapshot now, Span span) throws IOException {
        Optional<SessionSnapshot> kept = source.timelines().judged(now, span);
        return kept.isPresent()
                ? kept
                : Optional.of(RecordedSession.within(now, span, FixPlans.NONE));
    }

    private void ended(long mine, Runnable news) {
        if (mine == asked) {
            work = null;
            news.run();
        }
    }

    private void take(Optional<SessionSnapshot> found) {
        judged = found.orElse(null);
        state.setText(nothing(judged) ? wording.text("timeline.judged.empty") : "");
        fill();
    }

    private static boolean nothing(@Nullable SessionSnapshot session) {
        return session == null || (nothing(session.server()) && nothing(session.webcam()));
    }

    private static boolean nothing(@Nullable PaneSnapshot pane) {
        return pane == null || pane.figures().attempts() == 0;
    }

    private void fail(Exception problem) {
        LOG.warn("a span could not be judged", problem);
        String why = problem instanceof IOException ? problem.getMessage() : null;
        state.setText(why == null ? wording.text("timeline.judged.failed") : why);
    }

    private void stop() {
        asked++;
        if (work != null) {
            work.interrupt();
            work = null;
        }
    }

    private void fill() {
        table.getChildren().clear();
        SessionSnapshot whole = shown;
        SessionSnapshot span = judged;
        boolean known = span != null && whole != null && !nothing(span);
        Nodes.show(table, known);
        if (whole == null || span == null || !known) {
            return;
        }
        table.add(Nodes.labelled(wording.text("timeline.judged.this"), "muted", "small"), 1, 0);
        table.add(Nodes.labelled(wording.text("timeline.judged.whole"), "muted", "small"), 2, 0);
        row(1, "pane.server.title", SessionSnapshot::server, span, whole);
        if (whole.webcam() != null) {
            row(2, "pane.webcam.title", SessionSnapshot::webcam, span, whole);
        }
    }

    private void row(
            int row,
            String key,
            Function<SessionSnapshot, @Nullable PaneSnapshot> pane,
            SessionSnapshot span,
            SessionSnapshot whole) {
        Label name = Nodes.wrapped("fact-value");
        name.setText(wording.text(key));
        GridPane.setValignment(name, VPos.TOP);
        table.add(name, 0, row);
        PaneSnapshot one = pane.apply(span);
        PaneSnapshot all = pane.apply(whole);
        if (one != null) {
            table.add(new JudgedColumn(one.figures(), wording), 1, row);
        }
        if (all != null) {
            table.add(new JudgedColumn(all.figures(), wording), 2, row);
        }
    }
}
