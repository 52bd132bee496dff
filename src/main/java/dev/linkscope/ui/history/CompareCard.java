package dev.linkscope.ui.history;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.BusySign;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.NamedMoment;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.SpanFields;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares two spans of a printer's history. */
public final class CompareCard extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(CompareCard.class);

    private static final double LABELS = 110;

    private final Comparisons comparisons;
    private final Background background;
    private final Wording wording;
    private final Printer printer;
    private final Instant now;
    private final Runnable onClose;
    private final ComboBox<ComparePreset> presets = new ComboBox<>();
    private final SpanFields first;
    private final SpanFields second;
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final VBox results = new VBox();
    private final HBox busy = new HBox();
    private final Button compare = new Button();
    private final Button stop = new Button();
    private @Nullable Thread work;
    private int asked;

    /**
     * A card.
     *
     * @param now up to when there is anything to compare
     * @param moments changes and notes, to compare before and after
     * @param onClose takes the card away
     */
    public CompareCard(
            Comparisons comparisons,
            Background background,
            Wording wording,
            Printer printer,
            Instant now,
            List<NamedMoment> moments,
            Runnable onClose) {
        this.comparisons = comparisons;
        this.background = background;
        this.wording = wording;
        this.printer = printer;
        this.now = now;
        this.onClose = onClose;
        first = new SpanFields(wording, "compare-first", this::changed);
        second = new SpanFields(wording, "compare-second", this::changed);
        getStyleClass().addAll("dialog-card", "wide");
        setId("compare");
        setMaxHeight(USE_PREF_SIZE);
        results.setId("compare-results");
        results.getStyleClass().add("compare-results");
        var scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        // Not within the layout that found it, as the new wish would be overlooked.
        results.heightProperty()
                .subscribe((old, height) ->
                        FxExecutor.FX.execute(
                                () -> scroll.setPrefViewportHeight(height.doubleValue())));
        Label title = Nodes.wrapped("dialog-title");
        title.setText(wording.text("comparing.title", printer.name()));
        Label why = Nodes.wrapped("muted");
        why.setText(wording.text("comparing.why"));
        getChildren()
                .setAll(
                        title,
                        why,
                        choices(moments),
                        row("comparing.first", first),
                        row("comparing.second", second),
                        complaint,
                        busy,
                        scroll,
                        buttons());
        busy();
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                escape();
                event.consume();
            }
        });
    }

    private Node choices(List<NamedMoment> moments) {
        presets.setId("compare-preset");
        presets.setAccessibleText(wording.text("comparing.preset"));
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable ComparePreset preset) {
                        return preset == null ? "" : preset.name();
                    }

                    @Override
                    public @Nullable ComparePreset fromString(String text) {
                        return null;
                    }
                });
        presets.valueProperty()
                .addListener((box, old, chosen) -> {
                    if (chosen != null) {
                        first.set(chosen.first());
                        second.set(chosen.second());
                    }
                });
        presets.getItems().setAll(ComparePreset.of(now, moments, wording));
        presets.getSelectionModel().selectFirst();
        Label label = label("comparing.preset");
        label.setLabelFor(presets);
        HBox.setHgrow(presets, Priority.ALWAYS);
        var row = new HBox(label, presets);
        row.getStyleClass().add("buttons");
        return row;
    }

    private Node row(String key, SpanFields fields) {
        var row = new HBox(label(key), fields);
        row.getStyleClass().add("buttons");
        HBox.setHgrow(fields, Priority.ALWAYS);
        return row;
    }

    private Label label(String key) {
        Label label = Nodes.labelled(wording.text(key), "fact-value");
        TextSize.factor(this).subscribe(factor -> label.setMinWidth(LABELS * factor.doubleValue()));
        return label;
    }

    private Node buttons() {
        var wheel = new BusySign(wording.text("busy.spoken"), "fix-wheel");
        stop.setText(wording.text("comparing.stop"));
        stop.setId("compare-stop");
        stop.getStyleClass().add("small");
        stop.setOnAction(event -> stop());
        busy.getStyleClass().add("fix-busy");
        busy.setAlignment(Pos.CENTER_LEFT);
        busy.getChildren().setAll(wheel, Nodes.labelled(wording.text("comparing.busy")), stop);
        var close = new Button(wording.text("comparing.close"));
        close.setId("compare-close");
        close.setOnAction(event -> close());
        compare.setText(wording.text("comparing.compare"));
        compare.setId("compare-go");
        compare.setDefaultButton(true);
        compare.setOnAction(event -> compare());
        for (Button button : List.of(close, compare, stop)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(close, Nodes.spacer(), compare);
        row.getStyleClass().add("buttons");
        return row;
    }

    // What was said is of other spans.
    private void changed() {
        stop();
        results.getChildren().clear();
        complaint.setText("");
    }

    private void compare() {
        String wrong = first.problem(now).isEmpty() ? second.problem(now) : first.problem(now);
        complaint.setText(wrong);
        Optional<Span> one = first.span(now);
        Optional<Span> other = second.span(now);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (other.get().from().isBefore(one.get().to())) {
            complaint.setText(wording.text("comparing.overlap"));
            return;
        }
        stop();
        results.getChildren().clear();
        int mine = ++asked;
        work =
                background.start(
                        "compare-spans",
                        wording.text("desktop.task.compare", printer.name()),
                        () -> comparisons.compare(printer.id(), one.get(), other.get()),
                        found -> ended(mine, () -> show(found, one.get(), other.get())),
                        problem -> ended(mine, () -> failed(problem)));
        busy();
    }

    private void ended(int mine, Runnable news) {
        if (mine == asked) {
            work = null;
            busy();
            news.run();
        }
    }

    private void busy() {
        Nodes.show(busy, work != null);
        compare.setDisable(work != null);
    }

    private void stop() {
        asked++;
        if (work != null) {
            work.interrupt();
            work = null;
        }
        busy();
    }

    private void failed(Exception problem) {
        LOG.warn("two spans could not be compared", problem);
        String why = problem instanceof IOException ? problem.getMessage() : null;
        complaint.setText(why == null ? wording.text("comparing.failed") : why);
    }

    private void show(List<SpanComparison> found, Span one, Span other) {
        if (found.isEmpty()) {
            complaint.setText(wording.text("comparing.nothing"));
            return;
        }
        found.forEach(pane ->
                results.getChildren().add(new ComparedPane(pane, name(one), name(other), wording)));
    }

    private String name(Span span) {
        return wording.text(
                "comparing.span", wording.when(span.from(), now), wording.span(span.length()));
    }

    private void escape() {
        if (work == null) {
            close();
        } else {
            stop();
        }
    }

    private void close() {
        stop();
        onClose.run();
    }

    /** Compares these, unless the user chooses others. */
    public void choose(Span earlier, Span later) {
        presets.getSelectionModel().clearSelection();
        first.set(earlier);
        second.set(later);
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        presets.requestFocus();
    }
}
