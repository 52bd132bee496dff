package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several printers with one cause go one way together. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class FixTogetherTest {
    private final FixWindow window = new FixWindow(FakePlans.ALL);

    @BeforeEach
    void open() throws Exception {
        for (String name : new String[] {"Mini-03", "MK4-04"}) {
            window.fakes.farm.put(FixWindow.sick(FakeSnapshots.printer(name), FakePlans.WIFI));
        }
        window.fakes.farm.put(FixWindow.sick(FakeSnapshots.printer("Voron-06"), FakePlans.WEBCAM));
        window.open(FakePlans.WIFI);
        FixWindow.await().until(() -> window.says("Mini-03") && window.shown("#farm-table"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void menuOf(String printer) {
        Node table = window.robot.lookup("#farm-table").query();
        FixWindow.await()
                .ignoreExceptions()
                .until(() -> window.robot.from(table).lookup(printer).tryQuery().isPresent());
        window.robot.clickOn(
                window.robot.from(table).lookup(printer).<Node>query(), MouseButton.SECONDARY);
    }

    @Test
    void allThatHaveTheCauseAreShownWithHowEachStands() throws Exception {
        menuOf("Mini-03");
        window.robot.clickOn("Fix 3 printers with this cause together…");
        FixWindow.await().until(() -> window.shown("#fix-wizard"));
        assertThat(window.desk.calls()).containsExactly("begin fake-wifi 3");
        window.awaitText("3 printers");
        String group = window.view().group();
        window.desk.turnTo(group, "fake-cable");
        window.awaitFocus("fix-done");
        window.enter();
        window.awaitText("Not yet known");
        window.desk.stand(group, TrialState.BETTER);
        window.awaitText("Better since the change");
        ListView<?> members = window.robot.lookup("#fix-members").query();
        assertThat(members.getItems()).hasSize(3);
        window.tabTo("fix-members");
        window.robot.type(KeyCode.DOWN);
        FixWindow.await()
                .until(() ->
                        FxToolkit.onFx(() -> members.getSelectionModel().getSelectedIndex()) == 1);
    }

    @Test
    void aCauseOfOneAloneIsMendedThere() throws Exception {
        menuOf("Voron-06");
        assertThat(window.says("this cause together")).isFalse();
        window.robot.clickOn("#farm-menu-fix");
        FixWindow.await().until(() -> window.shown("#fix-wizard"));
        assertThat(window.desk.calls()).containsExactly("begin fake-webcam 1");
    }

    @Test
    void thoseChosenInTheTableGoWithoutTheOthers() throws Exception {
        TableView<?> table = window.robot.lookup("#farm-table").query();
        FixWindow.await().until(() -> table.getItems().size() == 4);
        // Worst first, then by name: the first two of the three that have the cause.
        FxToolkit.onFx(() -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(0, 2);
        });
        menuOf("MK4-04");
        window.robot.clickOn("Fix 2 printers with this cause together…");
        FixWindow.await().until(() -> window.shown("#fix-wizard"));
        assertThat(window.desk.calls()).containsExactly("begin fake-wifi 2");
    }
}
