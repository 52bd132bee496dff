package dev.linkscope.ui.common;

import dev.linkscope.domain.history.UserNote;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A few lines of the user's own, of {@link UserNote#LONGEST} characters at most. */
public final class NoteArea extends VBox {
    /** From here on it is said how much room is left. */
    private static final int NEARLY = UserNote.LONGEST - 200;

    private final TextArea area = new TextArea();

    /**
     * An empty field.
     *
     * @param id of the field
     * @param name what belongs there
     */
    public NoteArea(Wording wording, String id, String name, String prompt, int rows) {
        super(3);
        area.setId(id);
        area.setAccessibleText(name);
        area.setPromptText(prompt);
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        Label label = Nodes.wrapped();
        label.setText(name);
        label.setLabelFor(area);
        Label room = Nodes.onlyWithText(Nodes.label("small", "muted"));
        area.setTextFormatter(new TextFormatter<>(NoteArea::bounded));
        area.textProperty()
                .subscribe(text ->
                        room.setText(
                                text.length() < NEARLY
                                        ? ""
                                        : wording.text(
                                                "noting.room", text.length(), UserNote.LONGEST)));
        leaveByTab(area);
        getChildren().setAll(label, area, room);
    }

    /** In a dialog, Tab leads on to the next field rather than into the text. */
    public static void leaveByTab(TextArea area) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                        area.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
    }

    private static TextFormatter.Change bounded(TextFormatter.Change change) {
        int over = change.getControlNewText().length() - UserNote.LONGEST;
        if (over > 0) {
            String typed = change.getText();
            change.setText(typed.substring(0, Math.max(0, typed.length() - over)));
            int end = change.getRangeStart() + change.getText().length();
            change.selectRange(end, end);
        }
        return change;
    }

    /** What is written there, without blanks around it. */
    public String text() {
        return area.getText().strip();
    }

    /** Writes something there. */
    public void set(String text) {
        area.setText(text);
    }

    /** Calls back after each change. */
    public void onChange(Runnable change) {
        area.textProperty().addListener((field, old, now) -> change.run());
    }

    /** Puts the cursor there. */
    public void focusFirst() {
        area.requestFocus();
    }
}
