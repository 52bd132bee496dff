package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The sections, and while something is looked for, how much of it is in each. */
final class SectionList extends ListView<Section> {
    private final Wording wording;
    private Map<Section, Integer> found = Map.of();
    private boolean searching;

    /**
     * All sections.
     *
     * @param onChosen told which one the user goes to
     */
    SectionList(Wording wording, Consumer<Section> onChosen) {
        this.wording = wording;
        setId("settings-sections");
        getStyleClass().add("settings-sections");
        setAccessibleText(wording.text("preferences.sections"));
        getItems().setAll(Section.values());
        setCellFactory(list -> new Cell());
        getSelectionModel()
                .selectedItemProperty()
                .subscribe((old, now) -> {
                    if (now != null) {
                        onChosen.accept(now);
                    }
                });
    }

    /** Says how much was found where, and that no section is shown alone. */
    void showFound(Map<Section, Integer> hits) {
        found = Map.copyOf(hits);
        searching = true;
        getSelectionModel().clearSelection();
        refresh();
    }

    /** Goes to a section; nothing is looked for. */
    void choose(Section section) {
        searching = false;
        getSelectionModel().select(section);
        getFocusModel().focus(getItems().indexOf(section));
        refresh();
    }

    private static Ikon icon(Section section) {
        return switch (section) {
            case LOOK -> MaterialDesignP.PALETTE_OUTLINE;
            case MEASURING -> MaterialDesignS.SPEEDOMETER;
            case JUDGING -> MaterialDesignG.GAUGE;
            case HISTORY -> MaterialDesignH.HISTORY;
            case NOTICES -> MaterialDesignB.BELL_OUTLINE;
            case COMPUTER -> MaterialDesignM.MONITOR;
            case ABOUT -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }

    private final class Cell extends ListCell<Section> {
        @Override
        protected void updateItem(@Nullable Section section, boolean empty) {
            super.updateItem(section, empty);
            if (empty || section == null) {
                setText(null);
                setGraphic(null);
                setId(null);
                return;
            }
            String name = wording.text(section.key());
            int hits = found.getOrDefault(section, 0);
            setText(searching ? wording.text("preferences.found", name, hits) : name);
            setGraphic(Nodes.icon(icon(section), "section-icon"));
            setId("section-" + section);
            setWrapText(true);
            setPrefWidth(0);
        }
    }
}
