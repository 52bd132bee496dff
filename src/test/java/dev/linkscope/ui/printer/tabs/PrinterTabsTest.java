package dev.linkscope.ui.printer.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.ui.FakeFarmView;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.fix.FixOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(60)
class PrinterTabsTest {
    private final TabFixture fixture = new TabFixture();
    private final List<String> fixed = new ArrayList<>();
    private final Label note = new Label("Moved to the cellar");
    private int brokenOff;
    private PrinterTabs tabs;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FixOffer offer =
                new FixOffer() {
                    @Override
                    public boolean planned(String rule) {
                        return rule.equals("wifi.weak");
                    }

                    @Override
                    public boolean begun(String rule) {
                        return false;
                    }

                    @Override
                    public void fix(String rule) {
                        fixed.add(rule);
                    }
                };
        FxToolkit.onFx(() -> {
            note.setVisible(false);
            tabs =
                    new PrinterTabs(
                            TabFixture.WORDING,
                            fixture.view,
                            fixture.services(),
                            offer,
                            List.of(note),
                            () -> brokenOff);
            stage = new Stage();
            stage.setScene(new Scene(tabs, 900, 600));
            stage.show();
        });
        show(FakeSnapshots.healthy("Ender-01", 1));
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(stage::close);
    }

    private void show(SessionSnapshot snapshot) throws Exception {
        FxToolkit.onFx(() -> tabs.show(snapshot, WitnessView.NONE, FakeSnapshots.NOW));
    }

    private static SessionSnapshot weak() {
        return FakeSnapshots.told(
                FakeSnapshots.bursts(FakeSnapshots.printer("Prusa-07"), 7),
                List.of(
                        Fact.known("link.kind", "wifi", null),
                        Fact.known("wifi.signal", "-81", "dBm"),
                        Fact.absent("power.undervoltage.now")),
                List.of(
                        TabFixture.finding("wifi.weak", Verdict.SUPPORTED),
                        TabFixture.finding("wifi.busy", Verdict.REFUTED),
                        TabFixture.finding("power.undervoltage", Verdict.INCONCLUSIVE)));
    }

    private Node node(String query) throws Exception {
        return FxToolkit.onFx(() -> tabs.lookup(query));
    }

    private String words() throws Exception {
        return FxToolkit.onFx(() -> TabWords.of(tabs));
    }

    private void press(KeyCode key, boolean control, boolean shift) throws Exception {
        FxToolkit.onFx(() -> {
            Node target = stage.getScene().getFocusOwner();
            (target == null ? tabs : target)
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    key,
                                    shift,
                                    control,
                                    false,
                                    false));
        });
    }

    private String focused() throws Exception {
        return FxToolkit.onFx(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void aTabIsMadeWhenItIsChosenAndStaysFromPrinterToPrinter() throws Exception {
        assertThat(node("#tab-breaks")).isNotNull();
        assertThat(node("#tab-link")).isNull();
        FxToolkit.onFx(tabs::focusTabs);
        press(KeyCode.RIGHT, false, false);
        assertThat(focused()).isEqualTo("tabs-link");
        assertThat(node("#tab-link")).isNotNull();
        assertThat(node("#tab-breaks")).isNull();
        show(weak());
        assertThat(node("#tab-link")).isNotNull();
        assertThat(words()).contains("Too weak. Below −70 dBm");
    }

    @Test
    void keysGoRoundFromWhereverTheCursorIs() throws Exception {
        FxToolkit.onFx(tabs::focusTabs);
        press(KeyCode.LEFT, false, false);
        assertThat(focused()).isEqualTo("tabs-history");
        press(KeyCode.HOME, false, false);
        assertThat(focused()).isEqualTo("tabs-breaks");
        press(KeyCode.END, false, false);
        press(KeyCode.TAB, true, false);
        assertThat(focused()).isEqualTo("tabs-breaks");
        press(KeyCode.TAB, true, true);
        press(KeyCode.PAGE_UP, true, false);
        assertThat(focused()).isEqualTo("tabs-outcomes");
        FxToolkit.onFx(() -> tabs.lookup("#outcome-text").requestFocus());
        press(KeyCode.PAGE_DOWN, true, false);
        assertThat(focused()).isEqualTo("tabs-history");
    }

    @Test
    void whatIsWrongShowsInWordsBeforeATabIsOpened() throws Exception {
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-link").getAccessibleText()))
                .isEqualTo("Wi-Fi");
        fixture.common =
                FakeFarmView.of(
                        FakeSnapshots.NOW.minusSeconds(60),
                        FakeSnapshots.NOW,
                        List.of(weak().printer().id()),
                        3,
                        Map.of());
        brokenOff = 2;
        show(weak());
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-history").getAccessibleText()))
                .isEqualTo("History: 2 changes were broken off");
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-link").getAccessibleText()))
                .isEqualTo("Wi-Fi: one cause found");
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-farm").getAccessibleText()))
                .isEqualTo("Compare with farm: one shared outage");
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-power").getAccessibleText()))
                .isEqualTo("Power & load");
        Node strip = node("#printer-tabs-strip");
        assertThat(strip.getAccessibleRole()).isEqualTo(AccessibleRole.TAB_PANE);
        assertThat(strip.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).isEqualTo(7);
        Node first = (Node) strip.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 0);
        assertThat(first.getAccessibleRole()).isEqualTo(AccessibleRole.TAB_ITEM);
        assertThat(first.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    }

    @Test
    void theLinkIsMendedFromItsTab() throws Exception {
        show(weak());
        FxToolkit.onFx(tabs::focusTabs);
        press(KeyCode.RIGHT, false, false);
        assertThat(words()).contains("No sign of: a Wi-Fi channel that others use too much.");
        FxToolkit.onFx(() -> ((Button) tabs.lookup("#tab-fix-wifi-weak")).fire());
        assertThat(fixed).containsExactly("wifi.weak");
        TabFixture.await(() -> tabs.lookup("#lane-wifi-signal").isVisible());
        fixture.timelines.silent = true;
        show(FakeSnapshots.healthy("Ender-01", 1));
        TabFixture.await(() -> TabWords.of(tabs).contains("No reading in this span yet."));
        fixture.timelines.broken = "The disk is full.";
        show(weak());
        TabFixture.await(() -> TabWords.of(tabs).contains("could not be read: The disk is full."));
    }

    @Test
    void aWiredPrinterHasItsCableInPlaceOfTheRadio() throws Exception {
        show(
                FakeSnapshots.told(
                        FakeSnapshots.healthy("Wired", 2),
                        List.of(
                                Fact.known("link.kind", "ethernet", null),
                                Fact.known("ethernet.speed", "10", "Mbit/s"),
                                Fact.absent("wifi.signal")),
                        List.of()));
        assertThat(FxToolkit.onFx(() -> tabs.lookup("#tabs-link").getAccessibleText()))
                .isEqualTo("Cable");
        FxToolkit.onFx(tabs::focusTabs);
        press(KeyCode.RIGHT, false, false);
        assertThat(words())
                .contains("The slowest speed: a wire of the cable may be broken.")
                .doesNotContain("The radio");
    }

    @Test
    void powerTellsWhatIsAbsentAndWhatNobodyChecked() throws Exception {
        show(weak());
        FxToolkit.onFx(() -> {
            tabs.focusTabs();
            return null;
        });
        press(KeyCode.RIGHT, false, false);
        press(KeyCode.RIGHT, false, false);
        assertThat(words())
                .contains("Under-voltage now", "Looked for, and not there.")
                .contains("The printer's computer did not tell.")
                .contains("Cannot be told yet: a power supply that is too weak.");
    }

    @Test
    void oneOrManyPrintersAreComparedInTheBackground() throws Exception {
        FxToolkit.onFx(tabs::focusTabs);
        fixture.farm.add(FakeSnapshots.healthy("Ender-01", 1));
        for (int i = 0; i < 4; i++) {
            press(KeyCode.RIGHT, false, false);
        }
        TabFixture.await(() -> TabWords.of(tabs).contains("this is the only printer here"));
        for (int i = 0; i < 5; i++) {
            fixture.farm.add(FakeSnapshots.healthy("Mini-0" + i, 20 + i));
        }
        show(weak());
        TabFixture.await(() -> TabWords.of(tabs).contains("Beside 6 other printers"));
        assertThat(words())
                .contains("worse than with most", "Error rate of the server", "6 of 6")
                .contains("It took part in none.");
    }

    @Test
    void whatHappenedBesideTheMeasuringHasAPlace() throws Exception {
        FxToolkit.onFx(tabs::showHistory);
        assertThat(words()).contains("Nothing yet: no note");
        FxToolkit.onFx(() -> note.setVisible(true));
        assertThat(words()).contains("Moved to the cellar").doesNotContain("Nothing yet");
    }

    @Test
    void aPluginThatCannotReportIsExplained() throws Exception {
        show(
                FakeSnapshots.bursts(
                        FakeSnapshots.printer("Demo", new Target.Simulated("weak-wifi")), 1));
        FxToolkit.onFx(tabs::focusTabs);
        for (int i = 0; i < 3; i++) {
            press(KeyCode.RIGHT, false, false);
        }
        assertThat(words()).contains("This printer is made up");
        show(FakeSnapshots.healthy("Ender-01", 1));
        assertThat(words()).contains("Signed in, Linkscope also reads").doesNotContain("made up");
    }

    @Test
    void findingsAboutOtherThingsAreNotCounted() {
        Finding dns = TabFixture.finding("dns.silent", Verdict.SUPPORTED);
        assertThat(Causes.ofLink(dns.rule()) || Causes.ofHost(dns.rule())).isFalse();
        assertThat(Causes.ofLink("dhcp")).isTrue();
        assertThat(Causes.ofHost("disk.full")).isTrue();
    }
}
