package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.engine.port.Preferences.Limits;
import dev.linkscope.ui.chart.RateChart;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.ErrorTimeline;
import dev.linkscope.ui.control.TimelineMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lanes of one pane: error rate, errors in time, answer times. */
public final class PaneLanes extends VBox {
    private static final double CLOCK = 24;

    private final TimeView view;
    private final Wording wording;
    private final LaneWords words;
    private final PaneMoment moments;
    private final String title;
    private final RateChart chart;
    private final ErrorTimeline strip = new ErrorTimeline();
    private final SmokeDrawing smoke;
    private final Lane rateLane;
    private final Lane stripLane;
    private final Lane smokeLane;
    private final Region progress = new Region();
    private final Label caption = Nodes.wrapped("muted", "small");
    private final Label smokeCaption = Nodes.wrapped("muted", "small");
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("alarm", "small"));
    private PaneTimeline shown = LivePane.empty(new Span(Instant.EPOCH, Instant.EPOCH));
    private List<ChangeFlag> flags = List.of();
    private String flagsText = "";
    private String pattern = "";
    private boolean blind;

    /**
     * Empty lanes.
     *
     * @param title of the pane
     */
    public PaneLanes(TimeView view, Wording wording, String title, LaneActions actions) {
        this.view = view;
        this.wording = wording;
        this.title = title;
        words = new LaneWords(wording);
        moments = new PaneMoment(wording);
        chart = new RateChart(wording.messages());
        smoke = new SmokeDrawing(view, wording);
        rateLane = new Lane(view, chart, CLOCK, actions);
        var inset = new StackPane(strip);
        inset.setPadding(new Insets(0, RateChart.RIGHT_ROOM, 0, RateChart.LEFT_ROOM));
        stripLane = new Lane(view, inset, 0, actions);
        smokeLane = new Lane(view, smoke, 0, actions);
        rateLane.getStyleClass().add("rate-lane");
        stripLane.getStyleClass().add("errors-lane");
        smokeLane.getStyleClass().add("smoke-lane");
        smokeCaption.setText(wording.text("timeline.smoke"));
        progress.getStyleClass().add("lane-progress");
        progress.setVisible(false);
        complaint.setId("timeline-complaint");
        getStyleClass().add("pane-lanes");
        VBox.setVgrow(rateLane, Priority.ALWAYS);
        getChildren()
                .setAll(progress, complaint, rateLane, caption, stripLane, smokeCaption, smokeLane);
        view.shownProperty().subscribe(span -> look());
    }

    /** Shows a pane, of which the shared clock says what is in view. */
    public void show(PaneTimeline pane, String newPattern) {
        pattern = newPattern;
        if (!shows(pane)) {
            shown = pane;
            TimelineMarks marks = TimelineMarks.of(pane);
            blind = !marks.blind().isEmpty();
            strip.show(marks);
            smoke.show(pane.smoke());
            boolean anySmoke = LaneWords.hasSmoke(pane.smoke());
            Nodes.show(smokeLane, anySmoke);
            Nodes.show(smokeCaption, anySmoke);
        }
        look();
        say();
    }

    /** Whether this very object is shown; to compare its slots one by one would take long. */
    boolean shows(PaneTimeline pane) {
        return LivePane.same(pane, shown);
    }

    /**
     * Shows changes and notes.
     *
     * @param text the same in words
     */
    public void showFlags(List<ChangeFlag> changes, String text) {
        flags = List.copyOf(changes);
        flagsText = text;
        chart.showFlags(flags);
        smoke.showFlags(flags);
        look();
        say();
    }

    private void look() {
        Span span = view.shownProperty().get();
        chart.show(shown.curve(), span.from(), span.to());
        double whole = Math.max(1, shown.span().length().toMillis());
        strip.look(
                Duration.between(shown.span().from(), span.from()).toMillis() / whole,
                Duration.between(shown.span().from(), span.to()).toMillis() / whole);
        strip.showFlags(flags, span.from(), span.to());
        if (rateLane.isFocused() || stripLane.isFocused() || smokeLane.isFocused()) {
            say();
        }
    }

    private void say() {
        Span span = view.shownProperty().get();
        String help = wording.text("timeline.lane.help");
        caption.setText(wording.text(blind ? "pane.timeline.blind" : "pane.timeline") + flagsText);
        String rate = words.rate(title, shown, span);
        chart.setAccessibleText(rate);
        rateLane.say(rate, help);
        stripLane.say(words.errors(title, shown, span, pattern) + flagsText, help);
        smokeLane.say(words.smoke(title, shown, span), help);
    }

    /** From now on the bands of the error rate meet at these rates. */
    void limits(Limits limits) {
        chart.limits(limits.watch(), limits.takeAction());
    }

    /** What the pane tells of a moment. */
    String at(Instant moment) {
        return wording.text("timeline.read", title, moments.of(shown, moment));
    }

    /** Whether an older part is being read; what was drawn stays meanwhile. */
    void busy(boolean reading) {
        progress.setVisible(reading);
    }

    /** Tells why the lanes are not complete; empty if they are. */
    void complain(String sentence) {
        complaint.setText(sentence);
    }

    /** Draws the chart now, for pictures of windows that were never shown. */
    public void drawNow() {
        chart.drawNow();
    }
}
