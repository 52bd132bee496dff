package dev.linkscope.ui.desktop;

import dev.linkscope.ui.common.LongTask;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.concurrent.Worker;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * What takes long, above the line at the lower edge: opened and closed by a button in that line,
 * which is there as long as there is anything to see.
 */
public final class TasksPanel extends VBox {
    private static final double ROW = 74;
    private static final int ROWS = 4;
    private static final double WIDTH = 394;

    private final LongWork work;
    private final Wording wording;
    private final TaskProgressView<LongTask> view = new TaskProgressView<>();
    private final ObservableValue<Number> textSize = TextSize.factor(this);
    private final Button opener = new Button();
    private final Button close = new Button();

    /** A panel that is closed. */
    public TasksPanel(LongWork work, Wording wording) {
        this.work = work;
        this.wording = wording;
        setId("tasks");
        getStyleClass().add("tasks-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        view.setRetainTasks(true);
        view.setAccessibleText(wording.text("desktop.tasks.title"));
        // Its buttons are stops of the cursor; the view itself has nothing to do.
        view.setFocusTraversable(false);
        view.setGraphicFactory(this::sign);
        Bindings.bindContent(view.getTasks(), work.tasks());
        VBox.setVgrow(view, Priority.ALWAYS);
        opener.setId("tasks-button");
        opener.getStyleClass().addAll("flat", "small", "tasks-button");
        opener.setMinWidth(USE_PREF_SIZE);
        opener.setOnAction(event -> toggle());
        getChildren().setAll(head(), view);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                shut();
                event.consume();
            }
        });
        work.tasks().subscribe(this::refresh);
        // A row has its title and button side by side, which large text makes wider.
        textSize.subscribe(() -> {
            view.setMinWidth(WIDTH * larger());
            refresh();
        });
        work.runningProperty().subscribe(this::refresh);
        Nodes.show(this, false);
        refresh();
    }

    private Node head() {
        Label title = Nodes.labelled(wording.text("desktop.tasks.title"), "pane-title");
        close.setId("tasks-close");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setGraphic(Nodes.icon(MaterialDesignC.CLOSE, "muted-icon"));
        close.setAccessibleText(wording.text("desktop.tasks.close"));
        close.setOnAction(event -> shut());
        var head = new HBox(title, Nodes.spacer(), close);
        head.getStyleClass().add("buttons");
        return head;
    }

    /** The button that opens it. */
    public Node opener() {
        return opener;
    }

    /** Opens or closes it. */
    public void toggle() {
        if (isVisible()) {
            shut();
        } else if (!work.tasks().isEmpty()) {
            Nodes.show(this, true);
            close.requestFocus();
        }
    }

    private void shut() {
        Nodes.show(this, false);
        work.forgetEnded();
        if (opener.isVisible()) {
            opener.requestFocus();
        }
    }

    private void refresh() {
        int running = work.runningProperty().get();
        boolean any = !work.tasks().isEmpty();
        opener.setText(
                running == 0
                        ? wording.text("desktop.tasks.ended")
                        : wording.text("desktop.tasks.running", running));
        opener.setGraphic(
                Nodes.icon(
                        running == 0
                                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                                : MaterialDesignP.PROGRESS_CLOCK,
                        "muted-icon"));
        Nodes.show(opener, any);
        view.setPrefHeight(ROW * larger() * Math.clamp(work.tasks().size(), 1, ROWS));
        if (!any) {
            Nodes.show(this, false);
        }
    }

    private double larger() {
        return textSize.getValue().doubleValue();
    }

    /** How a task stands, by shape and colour. */
    private Node sign(LongTask task) {
        FontIcon icon = Nodes.icon(MaterialDesignP.PROGRESS_CLOCK, "state-icon");
        task.stateProperty().subscribe(state -> show(icon, state));
        // The view itself speaks English alone.
        icon.parentProperty().subscribe(parent -> translate(parent, task));
        return icon;
    }

    private static void show(FontIcon icon, Worker.State state) {
        switch (state) {
            case SUCCEEDED -> {
                icon.setIconCode(MaterialDesignC.CHECK_CIRCLE);
                Tone.GOOD.applyTo(icon);
            }
            case FAILED -> {
                icon.setIconCode(MaterialDesignA.ALERT_OCTAGON);
                Tone.BAD.applyTo(icon);
            }
            case CANCELLED -> {
                icon.setIconCode(MaterialDesignC.CANCEL);
                Tone.NEUTRAL.applyTo(icon);
            }
            case READY, SCHEDULED, RUNNING -> {
                icon.setIconCode(MaterialDesignP.PROGRESS_CLOCK);
                Tone.NEUTRAL.applyTo(icon);
            }
        }
    }

    private void translate(Parent parent, LongTask task) {
        if (parent instanceof BorderPane row && row.getRight() instanceof Button cancel) {
            cancel.setText(wording.text("desktop.task.cancel"));
            cancel.setTooltip(
                    new Tooltip(wording.text("desktop.task.cancel.spoken", task.getTitle())));
            cancel.setAccessibleText(wording.text("desktop.task.cancel.spoken", task.getTitle()));
            cancel.getStyleClass().removeAll("small");
            cancel.getStyleClass().add("small");
            // The cursor must not get lost with the button that it is on.
            task.runningProperty()
                    .subscribe(running -> {
                        if (!running && cancel.isFocused()) {
                            close.requestFocus();
                        }
                    });
            cancel.visibleProperty().bind(task.runningProperty());
        }
    }
}
