package dev.linkscope.ui.preferences;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of many, in a list that opens. */
final class ListEditor<T> implements Editor<T> {
    private final ComboBox<T> box = new ComboBox<>();
    private final Function<T, String> words;

    /**
     * A choice.
     *
     * @param words an option as it is shown
     */
    ListEditor(String id, List<T> options, Function<T, String> words) {
        this.words = words;
        box.setId("pref-" + id);
        box.getItems().setAll(options);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T option) {
                        return Optional.ofNullable(option).map(words).orElse("");
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node main() {
        return box;
    }

    @Override
    public void show(T value) {
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
    }

    @Override
    public Read<T> read() {
        T chosen = box.getValue();
        return chosen == null ? Read.bad("preferences.bad.choice") : new Read.Good<>(chosen);
    }

    @Override
    public String words(T value) {
        return words.apply(value);
    }

    @Override
    public void tell(Runnable edited, Runnable done) {
        box.valueProperty().addListener((property, old, now) -> edited.run());
    }
}
