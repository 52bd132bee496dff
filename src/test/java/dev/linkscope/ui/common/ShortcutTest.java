package dev.linkscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One list of keys works, is told in tooltips and stands on the card; cards give the cursor back.
 */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class ShortcutTest {
    private final List<Shortcut> done = new ArrayList<>();
    private final Overlay overlay = new Overlay();
    private final Button first = new Button("First");
    private final TextField field = new TextField();
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.onFx(() -> {
            Theme.LIGHT.apply();
            var root = new StackPane(new VBox(field, first), overlay);
            root.getStyleClass().add("app-root");
            var scene = new Scene(root, 800, 600);
            Theme.dress(scene);
            Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
            Shortcut.Place.WINDOW.shortcuts().forEach(one -> actions.put(one, () -> done.add(one)));
            actions.put(Shortcut.HELP, () -> ShortcutsCard.open(overlay, FakeServices.WORDING));
            Shortcut.install(scene, actions);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
        });
        UiWindow.await().until(() -> FxToolkit.onFx(stage::isFocused));
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    private static void type(KeyCode... keys) throws Exception {
        FxToolkit.onFx(() -> {
            var keyboard = new Robot();
            for (KeyCode key : keys) {
                keyboard.keyPress(key);
            }
            for (KeyCode key : List.of(keys).reversed()) {
                keyboard.keyRelease(key);
            }
        });
    }

    private Node focused() throws Exception {
        return FxToolkit.onFx(() -> stage.getScene().getFocusOwner());
    }

    @Test
    void keysDoWhatTheListSays() throws Exception {
        type(KeyCode.CONTROL, KeyCode.N);
        type(KeyCode.F5);
        UiWindow.await()
                .untilAsserted(() ->
                        assertThat(done).containsExactly(Shortcut.ADD_PRINTER, Shortcut.TRY_AGAIN));
        assertThat(Shortcut.ADD_PRINTER.tip("Add a printer")).isEqualTo("Add a printer (Ctrl+N)");
    }

    @Test
    void noPlaceHasAKeyTwice() {
        for (Shortcut.Place place : Shortcut.Place.values()) {
            var keys = new HashSet<>();
            place.shortcuts()
                    .forEach(one ->
                            one.combinations()
                                    .forEach(key ->
                                            assertThat(keys.add(key)).as("%s", one).isTrue()));
        }
    }

    @Test
    void theCardListsEveryKeyAndGivesTheCursorBack() throws Exception {
        FxToolkit.onFx(first::requestFocus);
        type(KeyCode.F1);
        UiWindow.await().until(() -> FxToolkit.onFx(() -> overlay.lookup("#shortcuts") != null));
        String said =
                FxToolkit.onFx(() ->
                        overlay.lookupAll(".label").stream()
                                .map(Labeled.class::cast)
                                .map(Labeled::getText)
                                .reduce("", (all, one) -> all + one + "\n"));
        for (Shortcut shortcut : Shortcut.values()) {
            assertThat(said)
                    .contains(FakeServices.WORDING.text(shortcut.key()))
                    .contains(shortcut.shown());
        }
        type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !overlay.isOpen());
        assertThat(focused()).isEqualTo(first);
    }

    @Test
    void tabGoesRoundInACardBothWays() throws Exception {
        var one = new Button("One");
        var two = new Button("Two");
        FxToolkit.onFx(() -> overlay.open(new VBox(one, two), one::requestFocus));
        type(KeyCode.TAB);
        assertThat(focused()).isEqualTo(two);
        type(KeyCode.TAB);
        assertThat(focused()).isEqualTo(one);
        type(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo(two);
    }

    @Test
    void aQuestionMarkIsWrittenWhereOneWrites() throws Exception {
        FxToolkit.onFx(() -> {
            Event.fireEvent(field, typed("?"));
            assertThat(overlay.isOpen()).isFalse();
            Event.fireEvent(first, typed("?"));
            assertThat(overlay.isOpen()).isTrue();
        });
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED,
                character,
                character,
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false);
    }
}
