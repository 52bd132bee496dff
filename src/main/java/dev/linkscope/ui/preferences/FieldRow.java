package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A value that can be set: taken by itself soon after it was changed, if it is allowed. */
final class FieldRow<T> extends Row {
    private static final Duration SOON = Duration.millis(400);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Field<T> field;
    private final Editor<T> editor;
    private final LiveSettings live;
    private final Label usual = Nodes.label("small", "muted", "usual");
    private final Button reset = new Button();
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final PauseTransition wait = new PauseTransition(SOON);
    private boolean showing;
    private boolean touched;

    /** A row for a field. */
    FieldRow(Wording wording, Field<T> field, Editor<T> editor, LiveSettings live) {
        super(wording, field.section(), field.key(), field.id(), editor.node());
        this.field = field;
        this.editor = editor;
        this.live = live;
        usual.setText(wording.text("preferences.usual"));
        usual.setMinWidth(USE_PREF_SIZE);
        String back = wording.text("preferences.reset", editor.words(field.usual()));
        reset.setText(back);
        reset.setId("reset-" + field.id());
        reset.getStyleClass().addAll("flat", "small", "reset");
        reset.setAccessibleText(label() + ": " + back);
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> reset());
        complaint.setId("wrong-" + field.id());
        complaint.setGraphic(Nodes.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "complaint-icon"));
        besideName(usual, reset);
        below(complaint);
        editor.main().setAccessibleHelp(help());
        if (!(editor instanceof SwitchEditor)) {
            editor.main().setAccessibleText(label());
        }
        wait.setOnFinished(event -> take());
        editor.tell(this::edited, this::flush);
        show(live.now());
    }

    private void edited() {
        if (!showing) {
            touched = true;
            wait.playFromStart();
        }
    }

    @Override
    void flush() {
        if (touched) {
            wait.stop();
            take();
        }
    }

    private void take() {
        touched = false;
        Read<T> read = editor.read();
        if (read instanceof Read.Good<T>(T value)) {
            read = field.judged(live.now(), value);
        }
        switch (read) {
            case Read.Good<T>(T value) -> {
                complain("");
                live.set(field, value, label() + ": " + editor.words(value));
            }
            case Read.Bad<T> bad -> {
                complain(wording().messages().render(bad.why()));
                mark(false);
            }
        }
    }

    private void complain(String sentence) {
        complaint.setText(sentence);
        boolean wrong = !sentence.isEmpty();
        editor.main().pseudoClassStateChanged(WRONG, wrong);
        editor.main().setAccessibleHelp(wrong ? sentence : help());
    }

    private void reset() {
        touched = false;
        wait.stop();
        boolean hadCursor = reset.isFocused();
        display(field.usual());
        take();
        if (hadCursor) {
            editor.main().requestFocus();
        }
    }

    @Override
    void show(Settings now) {
        T value = field.get().apply(now);
        boolean typing = touched || !complaint.getText().isEmpty();
        boolean same = editor.read() instanceof Read.Good<T>(T shown) && shown.equals(value);
        if (!same && !typing) {
            display(value);
        }
        mark(value.equals(field.usual()) && !typing);
    }

    private void display(T value) {
        showing = true;
        editor.show(value);
        showing = false;
    }

    private void mark(boolean isUsual) {
        Nodes.show(usual, isUsual);
        Nodes.show(reset, !isUsual);
    }
}
