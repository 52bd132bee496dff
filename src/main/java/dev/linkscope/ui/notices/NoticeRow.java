package dev.linkscope.ui.notices;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TimeTip;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** One incident in the list, with what can be done about it. */
final class NoticeRow extends VBox {
    private static final int NAMED = 4;

    private final Incident incident;
    private final Wording wording;
    private final NoticeActions actions;
    private final Function<PrinterId, Optional<String>> names;

    /**
     * A row.
     *
     * @param names names of printers that still exist
     * @param alerts how the user wants to be told now
     */
    NoticeRow(
            Incident incident,
            Wording wording,
            NoticeActions actions,
            Function<PrinterId, Optional<String>> names,
            Alerts alerts,
            Instant now) {
        this.incident = incident;
        this.wording = wording;
        this.actions = actions;
        this.names = names;
        getStyleClass().add("notice");
        Label title = Nodes.wrapped("notice-title");
        title.setText(wording.messages().render(incident.title()));
        Label when = Nodes.wrapped("muted", "small");
        when.setText(when(now));
        TimeTip.on(when, incident.began(), wording);
        var head = new HBox(pill(), when);
        head.getStyleClass().add("notice-head");
        var rows = new ArrayList<Node>(List.of(head, title));
        addText(rows, "", printers());
        addText(rows, "notice-cause", text(incident.cause()));
        if (incident.open()) {
            addText(rows, "", text(incident.next()));
            rows.add(buttons(alerts, now));
        }
        getChildren().setAll(rows);
    }

    private Label pill() {
        Label pill = Nodes.label("pill");
        boolean open = incident.open();
        pill.setText(
                wording.text(open ? "notices.severity." + incident.severity() : "notices.over"));
        pill.setGraphic(Nodes.icon(icon(), "pill-icon"));
        tone().applyTo(pill);
        pill.setMinWidth(USE_PREF_SIZE);
        return pill;
    }

    private Tone tone() {
        if (!incident.open()) {
            return Tone.GOOD;
        }
        return switch (incident.severity()) {
            case CRITICAL -> Tone.BAD;
            case WATCH -> Tone.WATCH;
            case INFO -> Tone.NEUTRAL;
        };
    }

    private Ikon icon() {
        if (!incident.open()) {
            return MaterialDesignC.CHECK_CIRCLE;
        }
        if (incident.severity() == Severity.INFO) {
            return MaterialDesignI.INFORMATION_OUTLINE;
        }
        return incident.severity() == Severity.CRITICAL
                ? MaterialDesignA.ALERT_OCTAGON
                : MaterialDesignA.ALERT;
    }

    private String when(Instant now) {
        Instant end = incident.ended();
        String span = wording.span(Duration.between(incident.began(), end == null ? now : end));
        String since = wording.when(incident.began(), now);
        String said =
                end == null
                        ? wording.text("notices.since", since, span)
                        : wording.text("notices.was", since, span);
        return incident.acknowledgedAt() == null || end != null
                ? said
                : wording.text("notices.known", said);
    }

    /** Who, where the title does not say it. */
    private String printers() {
        List<PrinterId> all = incident.printers();
        if (all.size() < 2) {
            return "";
        }
        String first =
                all.stream()
                        .limit(NAMED)
                        .map(id -> names.apply(id).orElse(wording.text("notices.gone")))
                        .collect(Collectors.joining(", "));
        return all.size() <= NAMED
                ? first
                : wording.text("notices.and_more", first, all.size() - NAMED);
    }

    private String text(@Nullable Statement statement) {
        return statement == null ? "" : wording.messages().render(statement);
    }

    private static void addText(List<Node> rows, String style, String text) {
        if (!text.isEmpty()) {
            Label label = style.isEmpty() ? Nodes.wrapped("small") : Nodes.wrapped("small", style);
            label.setText(text);
            rows.add(label);
        }
    }

    private Node buttons(Alerts alerts, Instant now) {
        var row = new FlowPane();
        row.getStyleClass().add("choices");
        List<PrinterId> printers = incident.printers();
        if (incident.acknowledgedAt() == null) {
            add(row, "acknowledge", () -> actions.acknowledge(incident.id()));
        }
        if (printers.size() == 1 && names.apply(printers.getFirst()).isPresent()) {
            add(row, "go", () -> actions.goTo(printers.getFirst()));
        }
        boolean silent = printers.stream().allMatch(id -> alerts.of(id).silent(now));
        if (!printers.isEmpty() && !silent) {
            add(row, "mute", () -> actions.mute(printers));
        }
        if (incident.kind() == Kind.AWAY && printers.size() == 1) {
            add(row, "off", () -> actions.plannedOff(printers.getFirst()));
        }
        if (silent && !printers.isEmpty()) {
            row.getChildren().add(Nodes.labelled(wording.text("notices.muted"), "muted", "small"));
        }
        return row;
    }

    private void add(FlowPane row, String what, Runnable action) {
        var button = new Button(wording.text("notices." + what));
        button.getStyleClass().addAll("small", "notice-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        row.getChildren().add(button);
    }
}
