package dev.linkscope.ui.shell;

import static java.lang.String.CASE_INSENSITIVE_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** The page of the farm, clicked and typed on the platform without a display. */
@ExtendWith(FxToolkit.class)
@Timeout(90)
class FarmPageTest {
    private final FxRobot robot = new FxRobot();
    private FakeServices fakes = new FakeBigFarm(24).services();
    private Stage stage;

    private void open() throws Exception {
        FxToolkit.onFx(() -> {
            stage = new Stage();
            new Shell(fakes.services(), fakes.settings.load()).show(stage);
            // The screen of this platform has 1,000 pixels either way.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(990);
            stage.setHeight(940);
        });
        robot.targetWindow(stage);
        await().until(() ->
                accessible("#tile-all") != null && !accessible("#tile-all").startsWith("0"));
    }

    /** Waits for what the window does on threads of its own. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    private TableView<?> table() {
        return robot.lookup("#farm-table").query();
    }

    /** The accessible sentences of the rows in view, from top to bottom. */
    private List<String> rows() throws Exception {
        return FxToolkit.onFx(() ->
                robot.lookup(".farm-row").queryAll().stream()
                        .filter(row -> row.isVisible() && row.getAccessibleText() != null)
                        .sorted((a, b) -> Double.compare(top(a), top(b)))
                        .map(Node::getAccessibleText)
                        .toList());
    }

    private static double top(Node node) {
        return ((IndexedCell<?>) node).getIndex();
    }

    private String first() throws Exception {
        List<String> rows = rows();
        return rows.isEmpty() ? "" : rows.getFirst();
    }

    @Test
    void theFarmOpensFirstWithTheWorstOnTop() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        assertThat(shown("#farm-page")).isTrue();
        assertThat(shown("#printers")).isFalse();
        assertThat(first()).startsWith("Bambu-09: Take action");
        assertThat(accessible("#tile-all")).isEqualTo("24 printers, 23 measuring");
        assertThat(accessible("#tile-away")).startsWith("1 not reachable");
        assertThat(accessible("#outages")).startsWith("Outages of 24 printers");
        assertThat(accessible("#hours")).contains("3 hours measured");
    }

    @Test
    void onePrinterOpensWithItsOwnPage() throws Exception {
        fakes = new FakeServices();
        fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        FxToolkit.onFx(() -> {
            stage = new Stage();
            new Shell(fakes.services(), fakes.settings.load()).show(stage);
        });
        assertThat(shown("#farm-page")).isFalse();
        assertThat(shown("#printers")).isTrue();
    }

    @Test
    void aRowLeadsToItsPrinterAndEscapeBack() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        robot.clickOn("Mini-03");
        await().until(() -> shown("#printers"));
        await().until(() -> shownText("pi@mini-03.local"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> shown("#farm-page"));
        press(KeyCode.DIGIT2);
        await().until(() -> shown("#printers"));
        robot.clickOn("#back-to-farm");
        await().until(() -> shown("#farm-page"));
    }

    @Test
    void searchLooksAtCauseGroupAndStateToo() throws Exception {
        open();
        press(KeyCode.F);
        robot.write("power saving");
        await().until(() -> table().getItems().size() == 1);
        assertThat(first()).startsWith("Prusa-11");
        await().until(() -> shownText("1 of 24 printers"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> table().getItems().size() == 24);
        robot.write("cellar");
        await().until(() -> table().getItems().size() == 12);
        robot.clickOn("#show-all");
        await().until(() -> table().getItems().size() == 24);
        robot.clickOn("#farm-search").write("not reachable");
        await().until(() -> table().getItems().size() == 1);
    }

    @Test
    void tilesFilterAndAPressAgainShowsAll() throws Exception {
        open();
        robot.clickOn("#tile-action");
        await().until(() -> table().getItems().size() < 24);
        for (String row : rows()) {
            assertThat(row).containsAnyOf(": Take action.", ": No connection.");
        }
        robot.clickOn("#tile-action");
        await().until(() -> table().getItems().size() == 24);
    }

    @Test
    void headersSortAndWhatIsUnknownStaysLast() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        FxToolkit.onFx(() -> sort(table(), TableColumn.SortType.ASCENDING));
        await().until(() -> first().startsWith("Prusa-07"));
        FxToolkit.onFx(() -> sort(table(), TableColumn.SortType.DESCENDING));
        await().until(() -> !first().startsWith("Prusa-07") && !first().startsWith("Bambu-09"));
    }

    private static <T> void sort(TableView<T> table, TableColumn.SortType type) {
        table.getColumns().stream()
                .filter(column -> "wifi".equals(column.getId()))
                .forEach(column -> {
                    column.setSortType(type);
                    table.getSortOrder().setAll(List.of(column));
                });
    }

    @Test
    void columnsAreChosenAndRemembered() throws Exception {
        open();
        MenuButton columns = robot.lookup("#columns").query();
        FxToolkit.onFx(() -> {
            fire(columns, "column-pattern");
            fire(columns, "column-group");
        });
        assertThat(table().getColumns().stream().map(one -> one.getId()))
                .contains("group")
                .doesNotContain("pattern");
        await().until(() -> fakes.settings.load().farmLook().columns().contains("group"));
        assertThat(fakes.settings.load().farmLook().columns()).doesNotContain("pattern");
        FxToolkit.onFx(() -> stage.close());
        open();
        assertThat(table().getColumns().stream().map(one -> one.getId())).contains("group");
    }

    private static void fire(MenuButton menu, String id) {
        menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .map(CheckMenuItem.class::cast)
                .forEach(item -> {
                    item.setSelected(!item.isSelected());
                    item.fire();
                });
    }

    @Test
    void cardsAreRememberedAndKeysGoThroughThem() throws Exception {
        open();
        robot.clickOn("#farm-view-cards");
        await().until(() -> fakes.settings.load().farmLook().cards());
        await().until(() -> shown("#farm-cards") && !shown("#farm-table"));
        ListView<?> cards = robot.lookup("#farm-cards").query();
        FxToolkit.onFx(cards::requestFocus);
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        await().until(() -> shown("#printers"));
        await().until(() -> shownText("pi@prusa-11.local") || shownText("pi@prusa-07.local"));
    }

    @Test
    void everythingGoesWithoutAMouse() throws Exception {
        open();
        press(KeyCode.F);
        robot.type(KeyCode.DOWN);
        FxToolkit.onFx(() -> table().getSelectionModel().select(0));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        await().until(() -> shown("#printers"));
        press(KeyCode.DIGIT1);
        await().until(() -> shown("#farm-page"));
        Node chart = robot.lookup("#outages").query();
        FxToolkit.onFx(chart::requestFocus);
        robot.type(KeyCode.DOWN);
        await().until(() -> accessible("#outages").contains("outage"));
        assertThat(accessible("#outages")).startsWith("Prusa-07: ");
        robot.type(KeyCode.ENTER);
        await().until(() -> shownText("pi@prusa-07.local"));
    }

    @Test
    void theSharedOutageIsToldAndShownAlone() throws Exception {
        open();
        await().until(() -> shownText("of 23 printers lost the server together"));
        await().until(() -> shownText("All 5 printers that fail have"));
        robot.clickOn("#only-shared");
        await().until(() -> table().getItems().size() == 21);
        assertThat(shown("#whole-span")).isTrue();
        robot.clickOn("#only-shared");
        await().until(() -> table().getItems().size() == 24);
        assertThat(shown("#whole-span")).isFalse();
    }

    @Test
    void whatIsOffOnPurposeIsOffAndLast() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        // Few rows, so that its menu has room on the screen below.
        robot.clickOn("#tile-away");
        await().until(() -> rows().size() < 5);
        robot.clickOn("Ultimaker-30", MouseButton.SECONDARY);
        robot.clickOn("Planned off: it is switched off on purpose");
        await().until(() -> accessible("#tile-away").contains("1 off, planned"));
        assertThat(fakes.settings.load().alerts().attention()).hasSize(1);
        robot.clickOn("#tile-away");
        await().until(() -> rows().size() > 5);
        robot.clickOn("#tile-away");
        await().until(() -> first().startsWith("Ultimaker-30: Off, planned"));
    }

    @Test
    void aPrinterIsMutedForAnHour() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        robot.clickOn(robot.from(table()).lookup("Bambu-09").<Node>query(), MouseButton.SECONDARY);
        robot.clickOn("Mute for 1 hour");
        await().until(() ->
                fakes.settings.load().alerts().attention().values().stream()
                        .anyMatch(one ->
                                FakeSnapshots.NOW.plusSeconds(3600).equals(one.mutedUntil())));
    }

    @Test
    void aRemovedPrinterComesBackByUndo() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        robot.clickOn(robot.from(table()).lookup("Bambu-09").<Node>query(), MouseButton.SECONDARY);
        robot.clickOn("Remove");
        await().until(() -> table().getItems().size() == 23);
        assertThat(accessible("#tile-all")).startsWith("23 printers");
        robot.clickOn("#toast-action");
        await().until(() -> table().getItems().size() == 24);
    }

    @Test
    void aClickOnAColumnSortsByIt() throws Exception {
        open();
        await().until(() -> rows().size() > 5);
        String worst = first();
        click(header("Printer"));
        await().until(() -> isSorted(names(), CASE_INSENSITIVE_ORDER));
        click(header("Printer"));
        await().until(() -> isSorted(names(), CASE_INSENSITIVE_ORDER.reversed()));
        click(header("Printer"));
        await().until(() -> first().equals(worst) && !isSorted(names(), CASE_INSENSITIVE_ORDER));
    }

    private List<String> names() throws Exception {
        return rows().stream().map(row -> row.substring(0, row.indexOf(": "))).toList();
    }

    private static boolean isSorted(List<String> names, Comparator<String> order) {
        return names.size() > 5 && names.stream().sorted(order).toList().equals(names);
    }

    // The platform without a screen lets the pointer move between press and release.
    private static void click(Node header) throws Exception {
        FxToolkit.onFx(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(
                        header,
                        new MouseEvent(
                                type,
                                5,
                                5,
                                0,
                                0,
                                MouseButton.PRIMARY,
                                1,
                                false,
                                false,
                                false,
                                false,
                                type == MouseEvent.MOUSE_PRESSED,
                                false,
                                false,
                                false,
                                false,
                                true,
                                null));
            }
        });
    }

    private Node header(String title) {
        return robot.lookup("#farm-table .column-header .label")
                .match(node -> node instanceof Labeled label && title.equals(label.getText()))
                .query();
    }

    @Test
    void theBellOpensTheNoticesAboveThePage() throws Exception {
        open();
        Region page = robot.lookup("#farm-page").query();
        double before = page.getWidth();
        robot.clickOn("#bell");
        await().until(() -> shown("#notices"));
        assertThat(page.getWidth()).isEqualTo(before);
        robot.clickOn("#notices-close");
        await().until(() -> !shown("#notices"));
    }

    @Test
    void aThousandPrintersHaveNoThousandNodes() throws Exception {
        fakes = new FakeBigFarm(1000).services();
        open();
        long rows = robot.lookup(".farm-row").queryAll().size();
        assertThat(rows).isLessThan(60);
        FxToolkit.onFx(() -> stage.close());
        fakes.settings.save(fakes.settings.load().withFarmLook(new FarmLook(true, List.of())));
        open();
        await().until(() -> !robot.lookup(".farm-tile").queryAll().isEmpty());
        assertThat(robot.lookup(".farm-tile").queryAll()).hasSizeLessThan(120);
    }

    private boolean shown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(FarmPageTest::isShown);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String accessible(String query) {
        return robot.lookup(query).<Node>query().getAccessibleText();
    }

    private boolean shownText(String part) {
        Set<String> texts =
                robot.lookup(".label").queryAllAs(Labeled.class).stream()
                        .filter(FarmPageTest::isShown)
                        .map(Labeled::getText)
                        .filter(text -> text != null)
                        .collect(Collectors.toSet());
        return texts.stream().anyMatch(text -> text.contains(part));
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }
}
