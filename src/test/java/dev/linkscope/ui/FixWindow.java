package dev.linkscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.FixPlans;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.awaitility.core.ConditionFactory;
import org.testfx.api.FxRobot;

/** A window with printers that have something to be mended, driven by keys. */
public final class FixWindow {
    /** The first printer. */
    public static final Printer PRUSA = FakeSnapshots.printer("Prusa-07");

    /** A way round the whole window by Tab is shorter than this. */
    private static final int MOST_TABS = 120;

    private final UiWindow window = new UiWindow();
    public final FxRobot robot = window.robot;
    public final FakeServices fakes = window.fakes;
    public final FakeFixDesk desk;

    /** A window whose desk has these plans. */
    public FixWindow(FixPlans plans) {
        desk = new FakeFixDesk(plans, this::name);
        fakes.fixes = desk;
    }

    private String name(PrinterId id) {
        return fakes.farm.snapshot(id).map(one -> one.printer().name()).orElse("?");
    }

    /** A snapshot of a printer with a cause. */
    public static SessionSnapshot sick(Printer printer, String rule) {
        return FakeSnapshots.told(
                FakeSnapshots.bursts(printer, 7), List.of(), List.of(finding(rule)));
    }

    private static Finding finding(String rule) {
        return new Finding(
                rule,
                Verdict.SUPPORTED,
                Severity.CRITICAL,
                Confidence.POINTS_TO,
                Statement.of("fake.fix.weak"),
                List.of(
                        new Evidence(
                                true,
                                Statement.of("clue.wifi.signal", -81, -70),
                                null,
                                null,
                                null)),
                null,
                List.of());
    }

    /** Shows the window with a printer that has this cause. */
    public FixWindow open(String rule) throws Exception {
        fakes.farm.put(sick(PRUSA, rule));
        window.open();
        return this;
    }

    /** Closes the window. */
    public void close() throws Exception {
        window.close();
    }

    /** Types keys together, such as Alt and Right; TestFX's own way takes 130 ms for each. */
    public void type(KeyCode... keys) {
        try {
            FxToolkit.onFx(() -> {
                var keyboard = new Robot();
                for (KeyCode key : keys) {
                    keyboard.keyPress(key);
                }
                for (KeyCode key : List.of(keys).reversed()) {
                    keyboard.keyRelease(key);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("a key cannot be typed", e);
        }
    }

    /** Goes on by Tab until the cursor is there. */
    public void tabTo(String id) throws Exception {
        for (int i = 0; i < MOST_TABS && !id.equals(focused()); i++) {
            type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    /** Id of what has the cursor; empty if that has none. */
    public String focused() throws Exception {
        return FxToolkit.onFx(() -> {
            Node owner = window.stage.getScene().getFocusOwner();
            return owner == null ? "" : Objects.requireNonNullElse(owner.getId(), "");
        });
    }

    /** Waits until the cursor is there. */
    public void awaitFocus(String id) {
        await().untilAsserted(() -> assertThat(focused()).isEqualTo(id));
    }

    /** Opens the wizard from the page of the printer, without a mouse. */
    public String fixIt() throws Exception {
        await().until(() -> shown("#fix-it"));
        tabTo("fix-it");
        type(KeyCode.SPACE);
        await().until(() -> shown("#fix-wizard"));
        return desk.views().getFirst().group();
    }

    /** The way that is open. */
    public FixView view() {
        return desk.views().getFirst();
    }

    /** Does what has the cursor. */
    public void enter() {
        type(KeyCode.ENTER);
    }

    /** Opens a tab of the printer's page. */
    public void tab(String name) throws Exception {
        window.tab(name);
    }

    /** Whether anything of this is in sight. */
    public boolean shown(String query) {
        return window.shown(query);
    }

    /** Whether something with this id is in sight. */
    public boolean has(String id) {
        return window.has(id);
    }

    /** Whether a text is in sight. */
    public boolean says(String part) {
        return window.says(part);
    }

    /** Waits until a text is in sight. */
    public void awaitText(String part) {
        window.awaitText(part);
    }

    /** Waits for what the window does on threads of its own. */
    public static ConditionFactory await() {
        return UiWindow.await();
    }
}
