package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A value that is typed, with its unit behind it. */
final class TextEditor<T> implements Editor<T> {
    private static final int SHORT = 12;

    private final TextField typed = new TextField();
    private final HBox row = new HBox(typed);
    private final Spelling<T> spelling;
    private final Wording wording;
    private final @Nullable String unitKey;

    /**
     * A field.
     *
     * @param columns characters that should be in sight; more than a few take all the room there is
     * @param unitKey key of what follows a value; with {@code .of} of a value with it; null for
     *     nothing
     */
    TextEditor(
            Wording wording,
            Field<T> field,
            Spelling<T> spelling,
            int columns,
            @Nullable String unitKey) {
        this.wording = wording;
        this.spelling = spelling;
        this.unitKey = unitKey;
        typed.setId("pref-" + field.id());
        typed.setPrefColumnCount(columns);
        row.getStyleClass().add("choices");
        if (columns > SHORT) {
            HBox.setHgrow(typed, Priority.ALWAYS);
        }
        if (unitKey != null) {
            Label behind = Nodes.labelled(wording.text(unitKey));
            behind.setMinWidth(Label.USE_PREF_SIZE);
            row.getChildren().add(behind);
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node main() {
        return typed;
    }

    @Override
    public void show(T value) {
        typed.setText(spelling.show(value, wording.messages().locale()));
    }

    @Override
    public Read<T> read() {
        return spelling.read(typed.getText());
    }

    @Override
    public String words(T value) {
        String text = spelling.show(value, wording.messages().locale());
        if (text.isEmpty()) {
            return wording.text("preferences.none");
        }
        return unitKey == null ? text : wording.text(unitKey + ".of", text);
    }

    @Override
    public void tell(Runnable edited, Runnable done) {
        typed.textProperty().addListener((property, old, now) -> edited.run());
        typed.setOnAction(event -> done.run());
        typed.focusedProperty()
                .addListener((property, old, now) -> {
                    if (!now) {
                        done.run();
                    }
                });
    }
}
