package dev.linkscope.ui.report;

import dev.linkscope.ui.common.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** A question with one answer out of a few. */
final class Choice<T> extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<RadioButton> buttons = new ArrayList<>();
    private final List<T> values = new ArrayList<>();

    /** A question without an answer yet. */
    Choice(String title, Runnable onChange) {
        getStyleClass().add("report-choice");
        setAccessibleText(title);
        Label head = Nodes.labelled(title, "fact-value");
        getChildren().add(head);
        group.selectedToggleProperty()
                .addListener((toggles, old, now) -> {
                    if (now != null) {
                        onChange.run();
                    }
                });
    }

    /**
     * Adds an answer.
     *
     * @param id of its button
     * @param why what follows from it; empty if its name says all
     */
    void add(T value, String id, String name, String why) {
        var button = new RadioButton(name);
        button.setId(id);
        button.setToggleGroup(group);
        button.setWrapText(true);
        buttons.add(button);
        values.add(value);
        getChildren().add(button);
        if (!why.isEmpty()) {
            button.setAccessibleHelp(why);
            Label line = Nodes.wrapped("muted", "small", "report-why");
            line.setText(why);
            getChildren().add(line);
        }
    }

    /** Adds something below the answers that belongs to the last of them. */
    void addBelow(Node node) {
        node.getStyleClass().add("report-why");
        getChildren().add(node);
    }

    /** Chooses an answer. */
    void choose(T value) {
        group.selectToggle(buttons.get(values.indexOf(value)));
    }

    /** The answer. */
    Optional<T> chosen() {
        return Optional.ofNullable(group.getSelectedToggle())
                .map(toggle -> values.get(buttons.indexOf(toggle)));
    }

    /** Puts the cursor onto the answer. */
    void focusFirst() {
        buttons.stream()
                .filter(RadioButton::isSelected)
                .findFirst()
                .ifPresent(RadioButton::requestFocus);
    }
}
