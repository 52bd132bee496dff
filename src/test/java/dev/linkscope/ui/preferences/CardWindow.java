package dev.linkscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.history.MemoryBook;
import dev.linkscope.engine.port.Preferences.Motion;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.update.UpdateDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The settings in a window of their own, on fakes that can be looked into. */
final class CardWindow {
    static final PrinterId PRINTER = PrinterId.random();

    final FakeServices fakes = new FakeServices();
    final MemoryBook book = new MemoryBook();
    final FakeChannels channels = new FakeChannels();
    final SettingsWriter writer = new SettingsWriter(fakes.settings);
    final List<Settings> applied = new CopyOnWriteArrayList<>();
    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final Map<PrinterId, Duration> cadences = new ConcurrentHashMap<>();
    final FxRobot robot = new FxRobot();
    final StackPane root = new StackPane();

    ThisComputer computer =
            new ThisComputer(
                    "0.9.0",
                    Path.of("/home/me/.local/share/linkscope/settings.json"),
                    Path.of("/home/me/.local/share/linkscope/logs"),
                    null,
                    true,
                    ThisComputer.Links.OPENED_HERE);
    final UpdateDesk updates =
            new UpdateDesk(
                    fakes.settings, writer, new Background(FxExecutor.FX), FakeServices.CLOCK);

    RuntimeException trouble;
    Stage stage;

    /** Opens the card at a section. */
    CardWindow open(Section section) throws Exception {
        book.size = FakeServices.HISTORY;
        FxToolkit.onFx(() -> {
            var card = new SettingsCard[1];
            card[0] = new SettingsCard(services(), section, () -> root.getChildren().clear());
            root.getStyleClass().add("app-root");
            root.getChildren().setAll(card[0]);
            stage = new Stage();
            var scene = new Scene(root, 980, 900);
            Theme.dress(scene);
            Theme.LIGHT.apply();
            stage.setScene(scene);
            stage.show();
            card[0].focusFirst();
        });
        robot.targetWindow(stage);
        return this;
    }

    private SettingsServices services() {
        return new SettingsServices(
                fakes.settings,
                writer,
                settings -> {
                    if (trouble != null) {
                        throw trouble;
                    }
                    applied.add(settings);
                },
                book,
                channels,
                new EveryPrinter() {
                    @Override
                    public Map<PrinterId, Duration> cadences() {
                        return new HashMap<>(cadences);
                    }

                    @Override
                    public void measure(Map<PrinterId, Duration> wished) {
                        cadences.putAll(wished);
                    }
                },
                id -> id.equals(PRINTER) ? Optional.of("Voron-06") : Optional.empty(),
                List.of(Locale.ENGLISH, Locale.GERMAN),
                computer,
                updates,
                look(),
                said::add,
                FakeServices.WORDING,
                new Background(FxExecutor.FX),
                FakeServices.CLOCK);
    }

    private WindowLook look() {
        return new WindowLook() {
            @Override
            public void theme(String name) {
                seen.add("theme " + name);
            }

            @Override
            public void textSize(double factor) {
                seen.add("size " + factor);
            }

            @Override
            public void motion(Motion motion) {
                seen.add("motion " + motion);
            }

            @Override
            public void language(String tag) {
                seen.add("language " + tag);
            }
        };
    }

    void close() throws Exception {
        if (stage != null) {
            FxToolkit.onFx(() -> stage.close());
        }
        writer.close();
    }

    Settings now() {
        return fakes.settings.load();
    }

    /** Writes into a field, in place of what is there. */
    void type(String id, String text) throws Exception {
        FxToolkit.onFx(() -> {
            var field = robot.lookup(id).<TextInputControl>query();
            field.requestFocus();
            field.setText(text);
        });
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Puts the cursor somewhere. */
    void focus(String id) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(id).query().requestFocus());
    }

    /** Id of what has the cursor. */
    String focused() throws Exception {
        return FxToolkit.onFx(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    boolean has(String id) {
        return robot.lookup(id).queryAll().stream().anyMatch(this::isShown);
    }

    /** Whether nothing hides it. */
    boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    /** Waits until this is so. */
    void await(java.util.concurrent.Callable<Boolean> what) {
        UiWindow.await().until(what);
    }

    /** Waits until a label says this. */
    void awaitText(String id, String part) {
        UiWindow.await().untilAsserted(() -> assertThat(text(id)).contains(part));
    }

    /** Waits until the note at the lower edge says this. */
    void awaitToast(String part) {
        awaitText("#settings-toast .toast-text", part);
    }

    /** Presses a button that may lie below what is in sight. */
    void fire(String id) throws Exception {
        FxToolkit.onFx(() -> robot.lookup(id).<ButtonBase>query().fire());
    }

    void undo() {
        robot.clickOn("#settings-toast #toast-action");
    }
}
