package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Wording;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** On or off. */
final class SwitchEditor implements Editor<Boolean> {
    private final CheckBox box = new CheckBox();
    private final Wording wording;

    /** A box whose text says what it switches on. */
    SwitchEditor(Wording wording, Field<Boolean> field) {
        this.wording = wording;
        box.setId("pref-" + field.id());
        box.setText(wording.text(field.key() + ".on"));
        box.setWrapText(true);
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
    public void show(Boolean value) {
        box.setSelected(value);
    }

    @Override
    public Read<Boolean> read() {
        return new Read.Good<>(box.isSelected());
    }

    @Override
    public String words(Boolean value) {
        return wording.text(value ? "preferences.on" : "preferences.off");
    }

    @Override
    public void tell(Runnable edited, Runnable done) {
        box.setOnAction(event -> edited.run());
    }
}
