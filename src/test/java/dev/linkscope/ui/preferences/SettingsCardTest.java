package dev.linkscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each section of the settings, by mouse and by keys, on the platform without a display. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class SettingsCardTest {
    private final CardWindow window = new CardWindow();

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aThemeIsChosenByMouseCountsAtOnceAndIsUndone() throws Exception {
        window.open(Section.LOOK);
        window.robot.clickOn("#pref-theme-dark");
        window.await(() -> window.now().theme().equals("dark"));
        window.await(() -> !window.applied.isEmpty());
        assertThat(window.applied.getLast().theme()).isEqualTo("dark");
        window.await(() -> window.seen.equals(List.of("theme dark")));
        window.awaitToast("Theme: Dark");
        assertThat(window.has("#reset-theme")).isTrue();

        window.undo();
        window.await(() -> window.now().theme().equals("light"));
        window.await(() -> window.seen.equals(List.of("theme dark", "theme light")));
        window.await(() ->
                window.robot.lookup("#pref-theme-light").queryAs(RadioButton.class).isSelected());
        window.awaitToast("as it was before");
    }

    @Test
    void sizeMotionAndLanguageAreSetByKeys() throws Exception {
        window.open(Section.LOOK);
        window.focus("#pref-text_size");
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        window.await(() -> window.now().preferences().textSize() == 1.2);
        window.await(() -> window.seen.contains("size 1.2"));
        window.awaitToast("Text size: 120%");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> window.now().preferences().textSize() == 1);

        window.focus("#pref-motion-SYSTEM");
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        window.await(() -> window.now().preferences().motion() == Motion.REDUCED);
        window.await(() -> window.seen.contains("motion REDUCED"));

        window.focus("#pref-language");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.await(() -> window.now().preferences().language().equals("de"));
        window.await(() -> window.seen.getLast().equals("language de"));
        window.awaitToast("Language: Deutsch");
    }

    @Test
    void aCadenceThatIsNotAllowedIsExplainedAndNotTaken() throws Exception {
        window.open(Section.MEASURING);
        window.type("#pref-cadence", "1");
        window.awaitText("#wrong-cadence", "This is too small. Type a number from 2 to 600.");
        assertThat(window.now().preferences().cadence()).isEqualTo(Duration.ofSeconds(10));
        assertThat(window.applied).isEmpty();
        TextField field = window.robot.lookup("#pref-cadence").queryAs(TextField.class);
        assertThat(field.getAccessibleHelp()).startsWith("This is too small.");

        window.robot.clickOn("#reset-cadence");
        window.awaitText("#wrong-cadence", "");
        assertThat(field.getText()).isEqualTo("10");
        assertThat(window.now().preferences().cadence()).isEqualTo(Duration.ofSeconds(10));

        window.type("#pref-cadence", "5");
        window.press(KeyCode.ENTER);
        window.await(() -> window.now().preferences().cadence().toSeconds() == 5);
    }

    @Test
    void theCadenceCanBeUsedForAllPrintersAndThatIsUndone() throws Exception {
        window.cadences.put(CardWindow.PRINTER, Duration.ofSeconds(30));
        window.open(Section.MEASURING);
        window.robot.clickOn("#cadence-everywhere");
        assertThat(window.cadences).containsValue(Duration.ofSeconds(10));
        window.awaitToast("One printer is asked every 10 s from now on.");
        window.await(() -> window.robot.lookup("#cadence-everywhere").query().isDisabled());
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> window.cadences.containsValue(Duration.ofSeconds(30)));
    }

    @Test
    void placesAndNameServersAreAddresses() throws Exception {
        window.open(Section.MEASURING);
        window.type("#pref-references", "one.one.one.one:443, 9.9.9.9:443");
        window.awaitText("#wrong-references", "“one.one.one.one:443” is no address");
        window.type("#pref-references", "8.8.8.8:53 9.9.9.9:443");
        window.await(() -> window.now().manners().references().getFirst().equals("8.8.8.8:53"));
        window.type("#pref-resolvers", "192.168.1.1");
        window.await(() -> window.now().manners().resolvers().equals(List.of("192.168.1.1")));
        window.type("#pref-requests", "0,5");
        window.await(() -> window.now().manners().serverRequestsPerSecond() == 0.5);

        window.focus("#pref-internet");
        window.press(KeyCode.SPACE);
        window.await(() -> !window.now().manners().internetReferences());
        window.await(() -> window.robot.lookup("#pref-references").query().isDisabled());
        assertThat(window.now().manners().references().getFirst()).isEqualTo("8.8.8.8:53");
    }

    @Test
    void ratesDoNotContradictEachOther() throws Exception {
        window.open(Section.JUDGING);
        window.type("#pref-watch", "25");
        window.awaitText("#wrong-watch", "which is 20%");
        assertThat(window.applied).isEmpty();
        window.type("#pref-take_action", "40");
        window.await(() -> window.now().preferences().limits().takeAction() == 0.4);
        window.type("#pref-watch", "7.5");
        window.await(() -> window.now().preferences().limits().watch() == 0.075);
        window.awaitText("#wrong-watch", "");
        window.robot.clickOn("#reset-take_action");
        window.await(() -> window.now().preferences().limits().takeAction() == 0.2);
        assertThat(window.robot.lookup("#reset-watch").queryAs(Button.class).getText())
                .isEqualTo("Back to “5%”");
    }

    @Test
    void whatIsKeptOfThePastIsSetAndShown() throws Exception {
        window.open(Section.HISTORY);
        window.awaitText("#settings-history-size", "The history takes 124 MB and may take 2.0 GB.");
        window.type("#pref-outcomes", "30");
        window.await(() -> window.now().preferences().retention().outcomes().toDays() == 30);
        window.type("#pref-space", "0.5");
        window.await(() -> window.now().preferences().retention().bytes() == 500_000_000L);
        window.type("#pref-rollups", "20");
        window.awaitText("#wrong-rollups", "Every attempt is kept for 30 days");
    }

    @Test
    void nothingIsForgottenBeforeItCanNoLongerBeUndone() throws Exception {
        window.open(Section.HISTORY);
        window.type("#forget-age", "0");
        window.robot.clickOn("#forget");
        window.awaitText("#wrong-forget", "This is too small.");
        window.type("#forget-age", "7");
        window.robot.clickOn("#forget");
        window.awaitToast("What is older than 7 days is forgotten in a moment.");
        assertThat(window.book.forgotten).isNull();
        window.undo();
        window.awaitToast("Nothing was forgotten.");
        assertThat(window.book.forgotten).isNull();

        window.robot.clickOn("#forget");
        window.robot.clickOn("#settings-close");
        window.await(() -> window.book.forgotten != null);
        assertThat(window.book.forgotten).isEqualTo(FakeSnapshots.NOW.minus(Duration.ofDays(7)));
        window.await(() -> window.said.contains("It is being forgotten in the background."));
    }

    @Test
    void thisComputerTellsWhereThingsLie() throws Exception {
        window.open(Section.COMPUTER);
        assertThat(window.text("#place-settings-file")).endsWith("settings.json");
        assertThat(window.text("#links-state")).isEqualTo("They open in this Linkscope.");
        window.robot.clickOn("#copy-logs");
        assertThat(FxToolkit.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("/home/me/.local/share/linkscope/logs");
        window.robot.clickOn("#pref-tray");
        window.await(() -> window.now().preferences().staysInTray());
        assertThat(window.has("#no-tray")).isFalse();
    }

    @Test
    void withoutATrayNothingIsOffered() throws Exception {
        window.computer = ThisComputer.UNKNOWN;
        window.open(Section.COMPUTER);
        assertThat(window.robot.lookup("#pref-tray").query().isDisabled()).isTrue();
        assertThat(window.text("#no-tray")).startsWith("This desktop has no tray");
        assertThat(window.text("#links-state")).startsWith("This computer does not tell");
    }

    @Test
    void aboutTellsTheVersion() throws Exception {
        window.open(Section.ABOUT);
        assertThat(window.text("#version")).startsWith("Linkscope 0.9.0, Java ");
        window.robot.clickOn("#copy-version");
        assertThat(FxToolkit.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("Linkscope 0.9.0");
        assertThat(window.text("#licences-text")).contains("Apache License 2.0", "LGPL 3");
    }

    @Test
    void searchingShowsWhatWasFoundInAllSectionsAndMarksIt() throws Exception {
        window.open(Section.ABOUT);
        window.robot.write("Attempt");
        window.await(() -> window.has("#row-cadence") && window.has("#row-outcomes"));
        assertThat(window.has("#row-theme")).isFalse();
        assertThat(marked("#row-outcomes")).contains("attempt");
        assertThat(marked("#row-cadence")).contains("attempt");

        window.type("#settings-search", "dns");
        window.await(() -> window.has("#row-resolvers") && !window.has("#row-cadence"));
        assertThat(window.text("#row-resolvers .label.muted")).isNotNull();
        assertThat(window.robot.lookup("Also known as: DNS").tryQuery()).isPresent();

        window.type("#settings-search", "teapot");
        window.awaitText("#settings-nothing", "Nothing in the settings goes by “teapot”");

        window.press(KeyCode.ESCAPE);
        window.await(() -> window.has("#row-licences") && !window.has("#settings-nothing"));
        assertThat(marked("#row-licences")).isEmpty();
        window.press(KeyCode.ESCAPE);
        window.await(() -> window.root.getChildren().isEmpty());
    }

    private List<String> marked(String row) throws Exception {
        return FxToolkit.onFx(() ->
                window.robot.lookup(row + " .hit").queryAllAs(Text.class).stream()
                        .map(Text::getText)
                        .collect(Collectors.toList()));
    }

    @Test
    void sectionsAreChosenByKeysAndTabLeadsToTheirFields() throws Exception {
        window.open(Section.LOOK);
        assertThat(window.focused()).isEqualTo("settings-search");
        window.press(KeyCode.TAB);
        assertThat(window.focused()).isEqualTo("settings-sections");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.await(() -> window.has("#row-watch"));
        window.press(KeyCode.TAB);
        assertThat(window.focused()).isEqualTo("pref-watch");
        window.press(KeyCode.CONTROL, KeyCode.F);
        assertThat(window.focused()).isEqualTo("settings-search");
    }

    @Test
    void everyRowHasANameAndAHelpAndEveryControlIsNamed() throws Exception {
        window.open(Section.LOOK);
        for (Section section : Section.values()) {
            window.robot.clickOn("#section-" + section);
            window.await(() -> FxToolkit.onFx(() -> controls().size() > 1));
            for (Node control : FxToolkit.onFx(this::controls)) {
                String name =
                        control.getAccessibleText() != null
                                ? control.getAccessibleText()
                                : control instanceof javafx.scene.control.Labeled labeled
                                        ? labeled.getText()
                                        : "";
                assertThat(name).as(section + " " + control).isNotBlank();
            }
        }
    }

    private List<Node> controls() {
        return window.robot.lookup(node -> node.isFocusTraversable()).queryAll().stream()
                .filter(node -> node.getId() != null && window.isShown(node))
                .filter(node -> !node.getStyleClass().contains("scroll-pane"))
                .toList();
    }

    @Test
    void whatHasTheCursorIsInSight() throws Exception {
        window.open(Section.MEASURING);
        window.focus("#reset-cadence");
        FxToolkit.onFx(() -> window.stage.setHeight(420));
        window.await(() -> FxToolkit.onFx(() -> bottom("#settings-close") < 420));
        window.focus("#pref-resolvers");
        window.await(
                () -> FxToolkit.onFx(() -> bottom("#pref-resolvers") < bottom("#settings-close")));
    }

    private double bottom(String id) {
        Node node = window.robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    @Test
    void whatIsTypedLastCountsWhenTheCardIsClosed() throws Exception {
        window.open(Section.MEASURING);
        window.type("#pref-cadence", "7");
        window.press(KeyCode.ESCAPE);
        window.await(() -> window.now().preferences().cadence().toSeconds() == 7);
        assertThat(window.root.getChildren()).isEmpty();
    }

    @Test
    void aChangeThatCannotBeTakenUpIsKeptAndTold() throws Exception {
        window.trouble = new IllegalStateException("no");
        window.open(Section.LOOK);
        window.robot.clickOn("#pref-theme-dark");
        window.awaitToast("The change is kept, but could not be taken up.");
        assertThat(window.now().theme()).isEqualTo("dark");
        window.trouble = null;
        window.robot.clickOn("#pref-theme-system");
        window.await(() -> !window.applied.isEmpty());
    }
}
