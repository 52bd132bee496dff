package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing is asked beforehand; everything can be taken back. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class UndoTest {
    private final UiWindow window = new UiWindow();

    @BeforeEach
    void open() throws Exception {
        List<SessionSnapshot> farm =
                Stream.of("Ender-01", "Ender-02", "Ender-03")
                        .map(name -> FakeSnapshots.healthy(name, name.hashCode()))
                        .toList();
        farm.forEach(window.fakes.farm::put);
        window.fakes.settings.save(
                window.fakes
                        .settings
                        .load()
                        .withPrinters(farm.stream().map(SessionSnapshot::printer).toList()));
        window.open();
        window.ctrl(KeyCode.DIGIT1);
        UiWindow.await().until(() -> table().getItems().size() == 3);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private TableView<?> table() {
        return window.robot.lookup("#farm-table").query();
    }

    private void chooseTwo() throws Exception {
        FxToolkit.onFx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectIndices(0, 1);
        });
    }

    private void menu(String id) throws Exception {
        FxToolkit.onFx(() ->
                table().fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        10,
                                        10,
                                        10,
                                        10,
                                        true,
                                        null)));
        FxToolkit.onFx(() -> {
            ContextMenu menu =
                    Window.getWindows().stream()
                            .filter(ContextMenu.class::isInstance)
                            .map(ContextMenu.class::cast)
                            .findFirst()
                            .orElseThrow();
            MenuItem item =
                    menu.getItems().stream()
                            .filter(one -> id.equals(one.getId()))
                            .findFirst()
                            .orElseThrow();
            menu.hide();
            item.fire();
        });
    }

    @Test
    void severalPrintersGoTogetherAndComeBackByTheKeyboard() throws Exception {
        chooseTwo();
        window.robot.type(KeyCode.DELETE);
        window.awaitText("2 printers were removed from the list.");
        assertThat(table().getItems()).hasSize(1);
        assertThat(window.fakes.farm.calls()).as("still watched").isEmpty();
        window.ctrl(KeyCode.Z);
        UiWindow.await().until(() -> table().getItems().size() == 3);
        assertThat(window.fakes.farm.calls()).isEmpty();
        window.ctrl(KeyCode.Z);
        assertThat(table().getItems()).as("once only").hasSize(3);
    }

    @Test
    void whatIsDoneNextSettlesARemoval() throws Exception {
        chooseTwo();
        window.robot.type(KeyCode.DELETE);
        window.awaitText("2 printers were removed");
        FxToolkit.onFx(() -> table().getSelectionModel().select(0));
        menu("farm-menu-off");
        window.awaitText("is planned off");
        UiWindow.await().until(() -> window.fakes.settings.load().printers().size() == 1);
        window.ctrl(KeyCode.Z);
        UiWindow.await().until(() -> window.fakes.settings.load().alerts().attention().isEmpty());
        assertThat(table().getItems()).hasSize(1);
    }

    @Test
    void labelsOfSeveralAreChangedAndTakenBack() throws Exception {
        chooseTwo();
        menu("farm-menu-labels");
        UiWindow.await().until(() -> window.shown("#labels-group"));
        window.type("#labels-group", "Workshop");
        window.type("#labels-tags", "loud, old");
        window.robot.clickOn("#labels-save");
        window.awaitText("Group and tags of 2 printers were changed.");
        var sorted = new Labels("Workshop", List.of("loud", "old"));
        UiWindow.await().until(() -> labelled(sorted) == 2);
        // At once: on a busy machine a click takes a while, and the note goes after eight seconds.
        FxToolkit.onFx(() -> window.robot.lookup("#toast-action").<Button>query().fire());
        UiWindow.await().until(() -> labelled(sorted) == 0);
    }

    private long labelled(Labels labels) {
        return window.fakes.settings.load().printers().stream()
                .filter(printer -> printer.labels().equals(labels))
                .count();
    }

    @Test
    void aFieldKeepsTheKeyForItself() throws Exception {
        chooseTwo();
        window.robot.type(KeyCode.DELETE);
        window.awaitText("2 printers were removed");
        window.ctrl(KeyCode.F);
        window.robot.write("x");
        window.ctrl(KeyCode.Z);
        assertThat(table().getItems()).as("the field undoes, not the window").hasSizeLessThan(3);
        assertThat(window.robot.lookup("#farm-search").<TextInputControl>query().getText())
                .isEmpty();
    }
}
