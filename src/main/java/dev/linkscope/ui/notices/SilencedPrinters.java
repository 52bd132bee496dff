package dev.linkscope.ui.notices;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Printers of which nobody is told, each with a way back. */
public final class SilencedPrinters extends VBox {
    /**
     * Those of now.
     *
     * @param names names of printers that still exist; others are left out
     * @param save changes what the user wants
     */
    public SilencedPrinters(
            Wording wording,
            Alerts alerts,
            Function<PrinterId, Optional<String>> names,
            Instant now,
            Consumer<UnaryOperator<Alerts>> save) {
        getStyleClass().add("sign-in");
        List<Map.Entry<String, PrinterId>> silent =
                alerts.attention().entrySet().stream()
                        .filter(entry -> entry.getValue().silent(now))
                        .flatMap(entry ->
                                names.apply(entry.getKey()).stream()
                                        .map(name -> Map.entry(name, entry.getKey())))
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .toList();
        Nodes.show(this, !silent.isEmpty());
        getChildren().add(Nodes.labelled(wording.text("alerts.silent"), "notice-part"));
        silent.forEach(entry ->
                getChildren().add(row(wording, entry, alerts.of(entry.getValue()), now, save)));
    }

    private Node row(
            Wording wording,
            Map.Entry<String, PrinterId> printer,
            Attention attention,
            Instant now,
            Consumer<UnaryOperator<Alerts>> save) {
        Instant until = attention.mutedUntil();
        Label why = Nodes.wrapped("small");
        why.setText(
                attention.plannedOff() || until == null
                        ? wording.text("alerts.silent.off", printer.getKey())
                        : wording.text(
                                "alerts.silent.muted", printer.getKey(), wording.when(until, now)));
        var again = new Button(wording.text("alerts.silent.again"));
        again.getStyleClass().addAll("small", "watch-again");
        again.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(why, Nodes.spacer(), again);
        row.getStyleClass().add("buttons");
        again.setOnAction(event -> {
            Nodes.show(row, false);
            save.accept(old -> old.without(List.of(printer.getValue())));
        });
        return row;
    }
}
