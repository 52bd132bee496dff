package dev.linkscope.ui.report;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A list of printers of which some are ticked: with the mouse, or with the space bar. */
final class PrinterPick extends ListView<Reportable> {
    private static final int MOST = 5;

    private final Wording wording;
    private final Runnable onChange;
    private final Set<PrinterId> ticked = new HashSet<>();

    /**
     * A list.
     *
     * @param chosen ticked at first
     */
    PrinterPick(
            Wording wording,
            List<Reportable> printers,
            Collection<PrinterId> chosen,
            Runnable onChange) {
        this.wording = wording;
        this.onChange = onChange;
        ticked.addAll(chosen);
        setId("export-printers");
        setAccessibleText(wording.text("export.printers.list"));
        getStyleClass().add("report-list");
        Nodes.keepRows(this, Math.clamp(printers.size(), 1, MOST));
        setCellFactory(view -> new Cell());
        getItems().setAll(printers);
        getSelectionModel().selectFirst();
        setOnKeyPressed(event -> {
            Reportable current = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && current != null) {
                toggle(current);
                event.consume();
            }
        });
    }

    private void toggle(Reportable printer) {
        if (!ticked.remove(printer.id())) {
            ticked.add(printer.id());
        }
        refresh();
        onChange.run();
    }

    /** Those ticked, in the order of the list. */
    List<PrinterId> ticked() {
        return getItems().stream().map(Reportable::id).filter(ticked::contains).toList();
    }

    private final class Cell extends ListCell<Reportable> {
        private final CheckBox box = new CheckBox();

        Cell() {
            getStyleClass().add("found-cell");
            // An underscore of a name is no shortcut.
            box.setMnemonicParsing(false);
            // The whole row is the button.
            box.setMouseTransparent(true);
            box.setFocusTraversable(false);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                Reportable item = getItem();
                if (item != null) {
                    toggle(item);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Reportable item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean on = ticked.contains(item.id());
            box.setText(item.name());
            box.setSelected(on);
            setGraphic(box);
            setAccessibleText(
                    wording.text(on ? "export.printer.on" : "export.printer.off", item.name()));
        }
    }
}
