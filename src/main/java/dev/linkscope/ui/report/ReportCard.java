package dev.linkscope.ui.report;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.ReportDesk;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.report.ReportView.Stage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A report: what goes into it, how it will look, what was taken out of it, and where it goes. */
public final class ReportCard extends VBox {
    private final Wording wording;
    private final SaveChooser chooser;
    private final Consumer<Path> onWritten;
    private final Runnable onClose;
    private final ReportModel model;
    private final ReportForm form;
    private final InstantSource clock;
    private final PagePreview preview;
    private final RemovedList removed;
    private final ToggleButton toPages = new ToggleButton();
    private final ToggleButton toRemoved = new ToggleButton();
    private final ProgressBar progress = new ProgressBar();
    private final Label state = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final Button again = new Button();
    private final Button stop = new Button();
    private final Button save = new Button();
    private final ComboBox<ReportFormat> format = new ComboBox<>();
    private ReportView shown = ReportView.NOTHING;
    private @Nullable ReportTask task;

    /**
     * A card; draws the first report at once.
     *
     * @param all printers there are, at least one
     * @param first of whom the report is at first, at least one
     * @param chooser asks where it goes
     * @param onWritten told once it is there; the card is closed by then
     * @param onClose takes the card away
     */
    public ReportCard(
            ReportDesk desk,
            Wording wording,
            List<Reportable> all,
            List<PrinterId> first,
            InstantSource clock,
            SaveChooser chooser,
            Executor ui,
            Consumer<Path> onWritten,
            Runnable onClose) {
        this.wording = wording;
        this.chooser = chooser;
        this.onWritten = onWritten;
        this.onClose = onClose;
        this.clock = clock;
        model = new ReportModel(desk, ui, this::show);
        preview = new PagePreview(wording, model::page);
        removed = new RemovedList(wording);
        form = new ReportForm(wording, all, first, clock, this::changed);
        getStyleClass().addAll("dialog-card", "report-card");
        setId("export");
        Label title = Nodes.labelled(wording.text("export.title"), "dialog-title");
        getChildren().setAll(title, body(), complaint, buttons());
        setOnKeyPressed(this::key);
        changed();
    }

    /** From now on what takes long is listed there. */
    public void listIn(LongWork work) {
        task = new ReportTask(work, wording, this::stopWork);
        task.follow(shown);
    }

    /** Chooses a part of the time, which can still be changed. */
    public void over(Span part) {
        form.over(part);
        changed();
    }

    private void stopWork() {
        if (shown.stage() == Stage.WRITING) {
            model.stopWriting();
        } else {
            close();
        }
    }

    private Node body() {
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("dialog-scroll", "report-choices");
        var views = new VBox(tabs(), preview, removed);
        views.getStyleClass().add("report-views");
        for (Node view : List.of(preview, removed)) {
            VBox.setVgrow(view, Priority.ALWAYS);
        }
        HBox.setHgrow(views, Priority.ALWAYS);
        var body = new HBox(scroll, views);
        body.getStyleClass().add("report-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Node tabs() {
        var which = new ToggleGroup();
        toPages.setId("export-to-pages");
        toRemoved.setId("export-to-removed");
        toPages.setText(wording.text("export.pages"));
        toRemoved.setText(wording.text("export.removed"));
        toPages.getStyleClass().add("left-pill");
        toRemoved.getStyleClass().add("right-pill");
        for (ToggleButton tab : List.of(toPages, toRemoved)) {
            tab.setToggleGroup(which);
            tab.setMinWidth(USE_PREF_SIZE);
        }
        which.selectedToggleProperty()
                .addListener((toggles, old, now) -> {
                    if (now == null && old != null) {
                        old.setSelected(true);
                    } else {
                        Nodes.show(preview, toPages.isSelected());
                        Nodes.show(removed, toRemoved.isSelected());
                    }
                });
        toPages.setSelected(true);
        progress.getStyleClass().add("report-progress");
        progress.setAccessibleText(wording.text("export.drawing"));
        var row = new HBox(toPages, toRemoved, Nodes.spacer(), state, progress);
        row.setAlignment(Pos.CENTER_LEFT);
        state.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("report-tabs");
        return row;
    }

    private Node buttons() {
        var cancel = new Button(wording.text("export.cancel"));
        cancel.setId("export-cancel");
        cancel.setOnAction(event -> close());
        again.setText(wording.text("export.again"));
        again.setId("export-again");
        again.setOnAction(event -> model.again());
        stop.setText(wording.text("export.stop"));
        stop.setId("export-stop");
        stop.setOnAction(event -> model.stopWriting());
        save.setText(wording.text("export.save"));
        save.setId("export-save");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        format.setId("export-format");
        format.setAccessibleText(wording.text("export.format"));
        format.getItems().setAll(ReportFormat.values());
        format.setValue(ReportFormat.PDF);
        format.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable ReportFormat one) {
                        return one == null ? "" : wording.text("export.format." + one.name());
                    }

                    @Override
                    public ReportFormat fromString(String text) {
                        return ReportFormat.PDF;
                    }
                });
        Label as = Nodes.labelled(wording.text("export.format"));
        as.setLabelFor(format);
        for (Button button : List.of(cancel, again, stop, save)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(cancel, again, Nodes.spacer(), as, format, stop, save);
        row.getStyleClass().add("buttons");
        return row;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (shown.stage() == Stage.WRITING) {
                model.stopWriting();
            } else {
                close();
            }
            event.consume();
        } else if (toPages.isSelected()) {
            preview.key(event);
        }
    }

    private void changed() {
        if (form.problem().isEmpty()) {
            model.want(form.choices().at(clock.instant()));
        } else {
            model.wantNothing();
        }
    }

    private void save() {
        ReportFormat chosen = format.getValue();
        Path file = chooser.choose(chosen, form.fileName() + "." + chosen.ending());
        if (file != null) {
            model.write(chosen, file);
        }
    }

    private void show(ReportView view) {
        ReportView before = shown;
        shown = view;
        if (task != null) {
            task.follow(view);
        }
        boolean busy = view.stage() == Stage.DRAWING || view.stage() == Stage.WRITING;
        Nodes.show(progress, busy);
        progress.setProgress(view.share());
        String doing =
                switch (view.stage()) {
                    case DRAWING -> wording.text("export.drawing");
                    case WRITING -> wording.text("export.writing");
                    default -> "";
                };
        state.setText(doing);
        form.setDisable(view.stage() == Stage.WRITING);
        save.setDisable(!view.whole());
        format.setDisable(view.stage() == Stage.WRITING);
        Nodes.show(stop, view.stage() == Stage.WRITING);
        Nodes.show(again, view.stage() == Stage.FAILED);
        complaint.setText(problem(view));
        toRemoved.setText(
                view.removed().isEmpty()
                        ? wording.text("export.removed")
                        : wording.text("export.removed.count", view.removed().size()));
        preview.setOpacity(view.stage() == Stage.DRAWING ? 0.5 : 1);
        showReport(before, view);
        if (view.stage() == Stage.WRITTEN && view.file() != null) {
            close();
            onWritten.accept(view.file());
        }
    }

    private void showReport(ReportView before, ReportView view) {
        switch (view.stage()) {
            case NOTHING -> preview.showNothing(form.problem());
            case FAILED -> preview.showNothing(wording.text("export.pages.none"));
            case READY -> {
                if (before.stage() == Stage.DRAWING) {
                    removed.show(view.removed());
                    preview.showPages(view.pages());
                }
            }
            default -> {}
        }
        ReportView.Sheet sheet = view.sheet();
        if (sheet != null && !sheet.equals(before.sheet())) {
            preview.showSheet(sheet);
        }
    }

    private String problem(ReportView view) {
        String why = view.why();
        return switch (view.stage()) {
            case FAILED ->
                    why == null
                            ? wording.text("export.undrawn")
                            : wording.text("export.undrawn.why", why);
            case UNWRITTEN ->
                    why == null
                            ? wording.text("export.failed", String.valueOf(view.file()))
                            : wording.text("export.failed.why", String.valueOf(view.file()), why);
            default -> "";
        };
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        form.focusFirst();
    }

    /** Ends what is under way and takes the card away. */
    public void close() {
        model.close();
        if (task != null) {
            task.close();
        }
        onClose.run();
    }
}
