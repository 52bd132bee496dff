package dev.linkscope.ui.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** One of a few, all in sight. */
final class RadioEditor<T> implements Editor<T> {
    private final Map<T, RadioButton> buttons = new LinkedHashMap<>();
    private final FlowPane all = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Function<T, String> words;

    /**
     * A choice.
     *
     * @param words an option as it is shown
     */
    RadioEditor(String id, List<T> options, Function<T, String> words) {
        this.words = words;
        all.getStyleClass().add("choices");
        all.setId("pref-" + id);
        for (T option : options) {
            var button = new RadioButton(words.apply(option));
            button.setId("pref-" + id + "-" + option);
            button.setToggleGroup(group);
            button.setUserData(option);
            buttons.put(option, button);
        }
        all.getChildren().setAll(buttons.values());
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Node main() {
        return group.getSelectedToggle() instanceof Node chosen
                ? chosen
                : all.getChildren().getFirst();
    }

    @Override
    public void show(T value) {
        RadioButton button = buttons.get(value);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    @Override
    public Read<T> read() {
        for (Map.Entry<T, RadioButton> option : buttons.entrySet()) {
            if (option.getValue().isSelected()) {
                return new Read.Good<>(option.getKey());
            }
        }
        return Read.bad("preferences.bad.choice");
    }

    @Override
    public String words(T value) {
        return words.apply(value);
    }

    // Arrow keys choose without an action, so the group is asked.
    @Override
    public void tell(Runnable edited, Runnable done) {
        group.selectedToggleProperty().addListener((property, old, now) -> edited.run());
    }
}
