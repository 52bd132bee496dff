package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ErrorTimeline;
import dev.linkscope.ui.control.TimelineMarks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the Obico plugin counts itself, beside what Linkscope measured, with the sentence that
 * explains why the two differ. It is read only when the user asks for it.
 */
final class PluginCard extends VBox {
    private final Wording wording;
    private final Consumer<SessionSnapshot> read;
    private final Button ask = new Button();
    private final CheckBox repeat = new CheckBox();
    private final Set<PrinterId> repeated = new HashSet<>();
    private final VBox body = new VBox();
    private @Nullable SessionSnapshot latest;

    PluginCard(Wording wording, Consumer<SessionSnapshot> read) {
        this.wording = wording;
        this.read = read;
        setId("plugin");
        getStyleClass().addAll("card", "plugin");
        body.getStyleClass().add("plugin-body");
        ask.setId("read-plugin");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(event -> {
            SessionSnapshot now = latest;
            if (now != null) {
                this.read.accept(now);
            }
        });
        repeat.setId("repeat-plugin");
        repeat.setText(wording.text("plugin.repeat"));
        repeat.setWrapText(true);
        repeat.setOnAction(event -> repeatOrNot());
        Label title = Nodes.wrapped("pane-title");
        title.setText(wording.text("plugin.title"));
        var header = new HBox(title, Nodes.spacer(), ask);
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(header, body);
    }

    /** Shows the report of a printer, or the way to it; nothing of a made-up one. */
    void show(SessionSnapshot snapshot, boolean signedIn, Instant now) {
        latest = snapshot;
        PluginReport report = snapshot.side().plugin();
        boolean recorded = snapshot.link() == LinkState.RECORDED;
        Nodes.show(
                this,
                !(snapshot.printer().target() instanceof Target.Simulated)
                        && !(recorded && report == null));
        Nodes.show(ask, !recorded);
        Nodes.show(repeat, !recorded);
        ask.setText(
                wording.text(
                        signedIn
                                ? report == null ? "plugin.read" : "plugin.again"
                                : "plugin.sign_in"));
        if (report == null) {
            body.getChildren()
                    .setAll(text(wording.text(signedIn ? "plugin.none" : "plugin.unknown")));
            return;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("plugin-grid");
        grid.addRow(0, Nodes.label(), heading("plugin.itself"), heading("plugin.ours"));
        row(grid, "pane.server.title", report.server(), snapshot.server(), now);
        row(grid, "pane.webcam.title", report.webcam(), snapshot.webcam(), now);
        String link =
                Boolean.TRUE.equals(report.connected())
                        ? "plugin.connected"
                        : "plugin.not_connected";
        body.getChildren()
                .setAll(
                        grid,
                        text(wording.text(link, wording.when(report.readAt(), now))),
                        text(wording.text("plugin.why_different")),
                        repeat);
        repeat.setSelected(repeated.contains(snapshot.printer().id()));
        series(snapshot.side().series(), now);
    }

    private void repeatOrNot() {
        SessionSnapshot now = latest;
        if (now != null && repeat.isSelected()) {
            repeated.add(now.printer().id());
        } else if (now != null) {
            repeated.remove(now.printer().id());
        }
    }

    /** Printers whose report is to be read again and again. */
    Set<PrinterId> repeated() {
        return Set.copyOf(repeated);
    }

    /** Errors between the readings: the plugin's own counters only grow. */
    private void series(List<PluginSeries.Step> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        Instant from = steps.getFirst().from();
        Instant to = steps.getLast().to();
        int errors = steps.stream().mapToInt(step -> step.server().errors()).sum();
        int attempts = steps.stream().mapToInt(step -> step.server().attempts()).sum();
        String said = wording.text("plugin.series", wording.when(from, now), errors, attempts);
        var strip = new ErrorTimeline();
        strip.show(TimelineMarks.ofSeries(steps, from, to));
        strip.setAccessibleText(said);
        body.getChildren().addAll(text(said), strip);
    }

    private Label heading(String key) {
        Label heading = Nodes.wrapped("small", "muted");
        heading.setText(wording.text(key));
        return heading;
    }

    private void row(
            GridPane grid,
            String key,
            PluginReport.@Nullable Counters counted,
            @Nullable PaneSnapshot measured,
            Instant now) {
        Label name = Nodes.labelled(wording.text(key), "fact-name");
        name.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, itself(counted, now), ours(measured, now));
    }

    private VBox itself(PluginReport.@Nullable Counters counted, Instant now) {
        if (counted == null) {
            return cell(wording.text("plugin.never"), "");
        }
        Double rate =
                counted.attempts() == 0 ? null : (double) counted.errors() / counted.attempts();
        return cell(
                counted(counted.errors(), counted.attempts(), rate),
                when(counted.first(), counted.last(), now));
    }

    private VBox ours(@Nullable PaneSnapshot measured, Instant now) {
        if (measured == null) {
            return cell(Wording.NONE, "");
        }
        PaneFigures figures = measured.figures();
        return cell(
                counted(figures.errors(), figures.attempts(), figures.errorRate()),
                when(figures.firstError(), figures.lastError(), now));
    }

    private String counted(int errors, int attempts, @Nullable Double rate) {
        return wording.text("plugin.counted", errors, attempts, wording.percent(rate));
    }

    private String when(@Nullable Instant first, @Nullable Instant last, Instant now) {
        if (first == null && last == null) {
            return wording.text("plugin.no_error");
        }
        return wording.text("plugin.first_last", time(first, now), time(last, now));
    }

    private String time(@Nullable Instant at, Instant now) {
        return at == null ? Wording.NONE : wording.when(at, now);
    }

    private static VBox cell(String figure, String detail) {
        Label value = Nodes.wrapped("fact-value");
        value.setText(figure);
        return new VBox(value, Nodes.onlyWithText(text(detail)));
    }

    private static Label text(String text) {
        Label label = Nodes.wrapped("small", "muted");
        label.setText(text);
        return label;
    }
}
