package dev.linkscope.ui.preferences;

import dev.linkscope.ui.preferences.Finder.Range;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text in which parts can be marked: bold and underlined, so not by colour alone. */
final class HitText extends TextFlow {
    private final String text;

    /** A text without marks. */
    HitText(String text, String styleClass) {
        this.text = text;
        getStyleClass().addAll("hit-text", styleClass);
        setAccessibleText(text);
        mark(List.of());
    }

    /** The whole text. */
    String text() {
        return text;
    }

    /** Marks these parts, and nothing else. */
    void mark(List<Range> parts) {
        getChildren().clear();
        int at = 0;
        for (Range part : parts) {
            add(at, part.from(), false);
            add(part.from(), part.to(), true);
            at = part.to();
        }
        add(at, text.length(), false);
    }

    private void add(int from, int to, boolean marked) {
        if (from < to) {
            var part = new Text(text.substring(from, to));
            part.getStyleClass().add(marked ? "hit" : "no-hit");
            getChildren().add(part);
        }
    }
}
