package dev.linkscope.ui.access;

import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.ShortcutsCard;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.PrinterItem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The farm, and the page of a printer in each state. */
final class FarmScenes {
    private static final List<String> STATES =
            List.of(
                    "bursts",
                    "healthy",
                    "long-name",
                    "scattered",
                    "camera-down",
                    "no-camera",
                    "link-failed",
                    "waiting",
                    "no-connection",
                    "no-data",
                    "connecting",
                    "simulated");

    private FarmScenes() {}

    static List<AccessScene> all() {
        var all = new ArrayList<AccessScene>();
        all.add(new AccessScene("farm-table", window -> farm(window, false)));
        all.add(new AccessScene("farm-cards", window -> farm(window, true)));
        all.add(new AccessScene("farm-nothing-found", FarmScenes::nothingFound));
        all.add(new AccessScene("farm-report-menu", FarmScenes::reportMenu));
        for (int i = 0; i < STATES.size(); i++) {
            int index = i;
            all.add(new AccessScene("printer-" + STATES.get(i), window -> printer(window, index)));
        }
        all.add(new AccessScene("printer-cause", FarmScenes::cause));
        all.add(new AccessScene("printer-removed", FarmScenes::removed));
        all.add(new AccessScene("shortcuts", FarmScenes::shortcuts));
        return all;
    }

    private static void farm(AccessWindow window, boolean cards) throws Exception {
        window.fakes = new FakeBigFarm(16).services();
        window.settings(old -> old.withFarmLook(new FarmLook(cards, List.of())));
        window.open();
        window.await(cards ? "#farm-cards" : "#farm-table");
        window.await("#shared-banner");
    }

    private static void nothingFound(AccessWindow window) throws Exception {
        farm(window, false);
        window.write("#farm-search", "no such printer");
    }

    private static void reportMenu(AccessWindow window) throws Exception {
        farm(window, false);
        FxToolkit.onFx(() -> ((MenuButton) window.find("#export-button")).show());
    }

    private static void printer(AccessWindow window, int index) throws Exception {
        List<SessionSnapshot> farm = FakeSnapshots.farm();
        farm.forEach(window.fakes.farm::put);
        window.open();
        window.press("#to-printer");
        window.await("#printers");
        String name = farm.get(index).printer().name();
        FxToolkit.onFx(() -> {
            ListView<?> list = (ListView<?>) window.find("#printers");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof PrinterItem item
                        && item.row().printer().name().equals(name)) {
                    list.getSelectionModel().select(i);
                }
            }
        });
    }

    private static void cause(AccessWindow window) throws Exception {
        window.fakes.farm.put(FixWindow.sick(FixWindow.PRUSA, FakePlans.WIFI));
        window.open();
        window.await(".verdict");
    }

    private static void removed(AccessWindow window) throws Exception {
        FakeSnapshots.farm().forEach(window.fakes.farm::put);
        window.open();
        window.printer(1);
        FxToolkit.onFx(() -> {
            Node list = window.find("#printers");
            list.requestFocus();
            list.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.DELETE,
                            false,
                            false,
                            false,
                            false));
        });
        window.await("#toast");
    }

    private static void shortcuts(AccessWindow window) throws Exception {
        farm(window, false);
        FxToolkit.onFx(() ->
                ShortcutsCard.open(
                        (Overlay) window.find(".overlay"), new Wording(window.fakes.messages)));
        window.await("#shortcuts");
    }
}
