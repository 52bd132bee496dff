package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Readings below one another: a sign, what was read, the reading, and what it means. */
final class FactTable extends VBox {
    private static final int MEANING = 3;

    private final Wording wording;
    private final Label title;
    private final GridPane grid = new GridPane();
    private List<FactLine> shown = List.of();

    FactTable(Wording wording, String id) {
        this.wording = wording;
        setId(id);
        getStyleClass().add("fact-table");
        title = Nodes.labelled("", "section-title");
        grid.getStyleClass().add("fact-grid");
        var sign = new ColumnConstraints();
        sign.setMinWidth(USE_PREF_SIZE);
        var name = new ColumnConstraints();
        name.setPercentWidth(31);
        var value = new ColumnConstraints();
        value.setPercentWidth(22);
        var meaning = new ColumnConstraints();
        meaning.setHgrow(Priority.ALWAYS);
        meaning.setFillWidth(true);
        grid.getColumnConstraints().setAll(sign, name, value, meaning);
        getChildren().setAll(title, grid);
    }

    /** Shows these lines; hides itself without any. */
    void show(String titleKey, List<FactLine> lines) {
        title.setText(wording.text(titleKey));
        Nodes.show(this, !lines.isEmpty());
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        grid.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            add(row, lines.get(row));
        }
    }

    private void add(int row, FactLine line) {
        Node sign = Nodes.icon(sign(line), "state-icon");
        line.tone().applyTo(sign);
        Label name = Nodes.wrapped("muted");
        name.setText(line.name());
        Label value = Nodes.wrapped("fact-value");
        value.setText(line.value());
        Label meaning = Nodes.wrapped("small", "muted");
        meaning.setText(line.meaning());
        // One sentence for those who do not see the columns.
        name.setAccessibleRole(AccessibleRole.TEXT);
        name.setAccessibleText(
                wording.text("tabs.fact.spoken", line.name(), line.value(), line.meaning()));
        grid.addRow(row, sign, name, value);
        if (line.meaning().isEmpty()) {
            GridPane.setColumnSpan(value, 2);
        } else {
            grid.add(meaning, MEANING, row);
        }
        List.of(sign, name, value, meaning).forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }

    /** What is only told, and what nobody knows, are not judged. */
    private static Ikon sign(FactLine line) {
        if (line.tone() != Tone.NEUTRAL) {
            return sign(line.tone());
        }
        return switch (line.status()) {
            case KNOWN -> MaterialDesignC.CIRCLE_SMALL;
            case ABSENT -> sign(Tone.NEUTRAL);
            case NOT_CHECKED -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    /** Readable without colour. */
    static Ikon sign(Tone tone) {
        return switch (tone) {
            case GOOD -> MaterialDesignC.CHECK_CIRCLE;
            case WATCH -> MaterialDesignA.ALERT;
            case BAD -> MaterialDesignC.CLOSE_OCTAGON;
            case NEUTRAL -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
        };
    }
}
