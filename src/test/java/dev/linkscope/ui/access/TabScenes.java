package dev.linkscope.ui.access;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeTimelines;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.KnownPrinter;
import dev.linkscope.ui.printer.PrinterPage;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.timeline.TimeView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Each tab of a printer's page, and what can be done with its time. */
final class TabScenes {
    private static final List<String> TABS =
            List.of("breaks", "link", "power", "plugin", "farm", "outcomes", "history");
    private static final Instant NOW = FakeSnapshots.NOW;

    private TabScenes() {}

    static List<AccessScene> all() {
        var all = new ArrayList<AccessScene>();
        for (String tab : TABS) {
            all.add(new AccessScene("tab-" + tab, window -> tab(window, tab)));
        }
        all.add(new AccessScene("timeline-day", TabScenes::day));
        all.add(new AccessScene("timeline-pointed", TabScenes::pointed));
        all.add(new AccessScene("timeline-judged", TabScenes::judged));
        all.add(new AccessScene("timeline-note", TabScenes::noteAt));
        return all;
    }

    private static void past(AccessWindow window, Timelines timelines) {
        var book = new MemoryBook();
        book.size = FakeServices.HISTORY;
        book.keep(new UserNote("n", null, NOW.minusSeconds(4000), NOW, "Moved to the cellar"));
        window.fakes.past =
                new PastServices(
                        book,
                        Comparisons.NONE,
                        timelines,
                        file -> {
                            throw new IOException(file.toString());
                        });
    }

    private static void tab(AccessWindow window, String tab) throws Exception {
        window.fakes = new FakeBigFarm(16).services();
        past(window, new FakeTimelines());
        SessionSnapshot sick = KnownPrinter.sick();
        window.fakes.farm.put(sick);
        window.open();
        window.await("#farm-table");
        FxToolkit.onFx(() -> window.doors().open(sick.printer().id()));
        window.tab(tab);
        window.awaitThat(() -> isReady(window, tab));
        window.settle();
        FxToolkit.onFx(() ->
                window.scene().getRoot().lookupAll(".page-scroll").stream()
                        .filter(Node::isVisible)
                        .map(ScrollPane.class::cast)
                        .forEach(page -> page.setVvalue(page.getVmax())));
    }

    private static boolean isReady(AccessWindow window, String tab) {
        Node root = window.scene().getRoot();
        return switch (tab) {
            case "link" -> root.lookup("#lane-wifi-signal").isVisible();
            // It says which printers are on the same server once the farm was compared.
            case "farm" ->
                    root.lookup("#farm-lead") instanceof Label lead && lead.getText().length() > 40;
            case "outcomes" ->
                    root.lookup("#outcomes") instanceof TableView<?> table
                            && !table.getItems().isEmpty();
            default -> root.lookup("#tab-" + tab) != null;
        };
    }

    private static TimeView timeline(AccessWindow window) throws Exception {
        return timeline(window, new dev.linkscope.ui.timeline.FakeTimelines());
    }

    private static TimeView timeline(
            AccessWindow window, dev.linkscope.ui.timeline.FakeTimelines read) throws Exception {
        past(window, read);
        window.fakes.farm.put(FakeSnapshots.bursts(FixWindow.PRUSA, 7));
        window.open();
        window.press("#to-printer");
        window.await(".printer-page");
        TimeView view =
                FxToolkit.onFx(() -> ((PrinterPage) window.find(".printer-page")).timeView());
        window.awaitThat(() -> view.whole().length().compareTo(Duration.ofDays(2)) > 0);
        window.await(".value-lane");
        return view;
    }

    private static void day(AccessWindow window) throws Exception {
        var read = new dev.linkscope.ui.timeline.FakeTimelines();
        TimeView view = timeline(window, read);
        FxToolkit.onFx(() -> view.showLast(Duration.ofHours(24)));
        window.awaitThat(() -> !read.asked.isEmpty() && !window.find(".lane-progress").isVisible());
    }

    private static void pointed(AccessWindow window) throws Exception {
        TimeView view = timeline(window);
        FxToolkit.onFx(() -> view.point(NOW.minusSeconds(3000)));
    }

    private static void judged(AccessWindow window) throws Exception {
        TimeView view = timeline(window);
        FxToolkit.onFx(() -> {
            view.mark(new Span(NOW.minusSeconds(5000), NOW.minusSeconds(2400)));
            press(window, KeyCode.ENTER);
        });
        window.awaitThat(() -> window.scene().getRoot().lookupAll(".judged-pane").size() == 4);
    }

    private static void noteAt(AccessWindow window) throws Exception {
        TimeView view = timeline(window);
        FxToolkit.onFx(() -> {
            view.point(NOW.minusSeconds(3000));
            press(window, KeyCode.N);
        });
        window.await("#note-card");
    }

    private static void press(AccessWindow window, KeyCode key) {
        Event.fireEvent(
                window.find(".rate-lane"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
