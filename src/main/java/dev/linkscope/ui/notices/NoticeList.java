package dev.linkscope.ui.notices;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The incidents at the side of the window, open ones first. Hidden until it is opened. */
public final class NoticeList extends VBox {
    /** Rows that are drawn: nobody reads more, and the window stays quick. */
    private static final int MOST = 60;

    /** What is said of times grows old. */
    private static final Duration AGE = Duration.ofSeconds(20);

    private final Incidents incidents;
    private final Supplier<Alerts> alerts;
    private final Function<PrinterId, Optional<String>> names;
    private final NoticeActions actions;
    private final Wording wording;
    private final VBox rows = new VBox();
    private final Button close = new Button();
    private Instant drawn = Instant.EPOCH;
    private long revision = -1;
    private Alerts drawnFor = Alerts.USUAL;

    /**
     * A list that is not shown yet.
     *
     * @param alerts how the user wants to be told now; returns at once
     * @param names names of printers that still exist
     */
    public NoticeList(
            Incidents incidents,
            Supplier<Alerts> alerts,
            Function<PrinterId, Optional<String>> names,
            NoticeActions actions,
            Wording wording) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.names = names;
        this.actions = actions;
        this.wording = wording;
        getStyleClass().addAll("notices");
        setId("notices");
        setMaxHeight(Double.MAX_VALUE);
        rows.getStyleClass().add("notice-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("dialog-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head(), scroll);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Nodes.show(this, false);
                event.consume();
            }
        });
        Nodes.show(this, false);
    }

    private Node head() {
        Label title = Nodes.labelled(wording.text("notices.title"), "dialog-title");
        var how = new Button(wording.text("notices.how"));
        how.setId("notices-how");
        how.getStyleClass().add("small");
        how.setMinWidth(USE_PREF_SIZE);
        how.setOnAction(event -> actions.openAlerts());
        close.getStyleClass().addAll("flat", "button-icon");
        close.setId("notices-close");
        close.setGraphic(Nodes.icon(MaterialDesignC.CLOSE, "muted-icon"));
        close.setAccessibleText(wording.text("notices.close"));
        close.setOnAction(event -> Nodes.show(this, false));
        var head = new HBox(title, Nodes.spacer(), how, close);
        head.getStyleClass().add("buttons");
        return head;
    }

    /** Opens or closes it. */
    void toggle(Instant now) {
        Nodes.show(this, !isVisible());
        if (isVisible()) {
            draw(now);
            close.requestFocus();
        }
    }

    /** Draws it again if it is shown and anything has changed. */
    void refresh(Instant now) {
        if (!isVisible()) {
            return;
        }
        if (revision != incidents.revision()
                || !drawnFor.equals(alerts.get())
                || Duration.between(drawn, now).abs().compareTo(AGE) > 0) {
            draw(now);
        }
    }

    private void draw(Instant now) {
        revision = incidents.revision();
        drawn = now;
        drawnFor = alerts.get();
        List<Incident> all = incidents.list();
        var nodes = new ArrayList<Node>();
        if (all.stream().noneMatch(Incident::open)) {
            Label none = Nodes.wrapped("muted");
            none.setText(wording.text("notices.none"));
            nodes.add(none);
        }
        boolean ended = false;
        for (Incident incident : all.subList(0, Math.min(MOST, all.size()))) {
            if (!ended && !incident.open()) {
                ended = true;
                nodes.add(Nodes.labelled(wording.text("notices.earlier"), "notice-part"));
            }
            nodes.add(new NoticeRow(incident, wording, actions, names, drawnFor, now));
        }
        if (all.size() > MOST) {
            nodes.add(Nodes.labelled(wording.text("notices.more", all.size() - MOST), "muted"));
        }
        rows.getChildren().setAll(nodes);
    }
}
