package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.AccessibleAction;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The window in a scene that is never shown: as large as one likes, without focus and without a
 * pulse, so that it looks the same each time. All methods are called away from its thread.
 */
public final class DrawnWindow implements AutoCloseable {
    /** Sizes that depend on a width are handed on from one turn of the thread to the next. */
    private static final int ROUNDS = 3;

    private final MainWindow window;
    private final @Nullable String sheet;
    private @Nullable Stage stage;

    private DrawnWindow(MainWindow window, @Nullable String sheet) {
        this.window = window;
        this.sheet = sheet;
    }

    /**
     * The window on these services.
     *
     * @param theme stored name of its theme
     * @param sheet address of one more style sheet; null for none
     */
    public static DrawnWindow of(Services services, String theme, @Nullable String sheet)
            throws InterruptedException {
        Settings kept = services.settings().load();
        Settings stored = kept.withTheme(theme);
        return FxToolkit.onFx(
                () -> new DrawnWindow(new MainWindow(services, stored), sheet).themed());
    }

    /** The window of a report that was opened. */
    public static DrawnWindow opened(OpenedContent content, String theme, @Nullable String sheet)
            throws InterruptedException {
        return FxToolkit.onFx(
                () -> new DrawnWindow(MainWindow.opened(content, theme), sheet).themed());
    }

    private DrawnWindow themed() {
        window.theme().apply();
        return this;
    }

    /** Gives it a size. */
    public void resize(int width, int height) throws InterruptedException {
        FxToolkit.onFx(() -> {
            scene(width, height);
            window.drawNow();
            layOut();
        });
    }

    private Scene scene(int width, int height) {
        if (window.root().getScene() != null) {
            window.root().getScene().setRoot(new Group());
        }
        var scene = new Scene(window.root(), width, height);
        Theme.dress(scene);
        if (sheet != null) {
            scene.getStylesheets().add(sheet);
        }
        return scene;
    }

    /** Opens it on a stage: now it has pulses, focus, and looks for news by itself. */
    public void open(int width, int height) throws InterruptedException {
        FxToolkit.onFx(() -> {
            stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(scene(width, height));
            window.start();
            stage.show();
        });
    }

    /** Does something while it stands open on the screen, which is smaller than pictures are. */
    public void whileOpen(Callable<?> what) throws Exception {
        Scene before = window.root().getScene();
        open(980, 900);
        what.call();
        hide();
        resize((int) before.getWidth(), (int) before.getHeight());
    }

    private void hide() throws InterruptedException {
        FxToolkit.onFx(() -> {
            if (stage != null) {
                stage.close();
                stage = null;
            }
        });
    }

    /** The cards above the window. */
    public List<Node> cards() {
        Node overlay = window.root().lookup(".overlay");
        return overlay instanceof Parent parent && overlay.isVisible()
                ? parent.getChildrenUnmodifiable().stream()
                        .filter(node -> !node.getStyleClass().contains("scrim"))
                        .toList()
                : List.of();
    }

    /** Presses Escape. */
    public void escape() throws InterruptedException {
        FxToolkit.onFx(() -> {
            Scene scene = window.root().getScene();
            Node owner = scene.getFocusOwner();
            Event.fireEvent(
                    owner == null ? window.root() : owner,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
        });
    }

    /** Lays it out until nothing changes any more. */
    public void settle() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            FxToolkit.onFx(this::layOut);
        }
    }

    private void layOut() {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }

    /** What it looks like now. */
    public BufferedImage picture() throws InterruptedException {
        return FxToolkit.onFx(() -> {
            // Scroll panes keep an image of what they show, which off screen grows old.
            window.root().lookupAll(".viewport").forEach(node -> node.setCache(false));
            return OffscreenPictures.copy(window.root().getScene().snapshot(null));
        });
    }

    /** Waits until this is so; it is asked on the window's thread. */
    public void await(Callable<Boolean> what) {
        UiWindow.await()
                .until(() ->
                        FxToolkit.onFx(() -> {
                            layOut();
                            return what.call();
                        }));
    }

    /** The same, with more patience. */
    public void awaitWithin(Duration patience, Callable<Boolean> what) {
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> FxToolkit.onFx(what));
    }

    /** Asks something on the window's thread. */
    public boolean askedOnFx(Callable<Boolean> what) throws InterruptedException {
        return FxToolkit.onFx(what);
    }

    /** Waits until something of this is there and in sight. */
    public void awaitShown(String query) {
        await(() -> {
            Node node = window.root().lookup(query);
            return node != null && node.isVisible();
        });
    }

    /** The first part of this; null if there is none. For {@link #await}. */
    public @Nullable Node find(String query) {
        return window.root().lookup(query);
    }

    /** Whether it is missing or cannot be used now. For {@link #await}. */
    public boolean isDisabled(String query) {
        Node node = find(query);
        return node == null || node.isDisabled();
    }

    /** Presses a button. */
    public void fire(String query) throws InterruptedException {
        on(query, node -> ((ButtonBase) node).fire());
    }

    /** Opens a tab of a printer's page. */
    public void tab(String name) throws InterruptedException {
        on("#tabs-" + name, node -> node.executeAccessibleAction(AccessibleAction.FIRE));
    }

    /** Chooses one of several. */
    public void choose(String query) throws InterruptedException {
        on(query, node -> ((ToggleButton) node).setSelected(true));
    }

    /** Writes into a field, in place of what is there. */
    public void type(String query, String text) throws InterruptedException {
        awaitShown(query);
        FxToolkit.onFx(() -> {
            // Columns of a table have ids too.
            window.root().lookupAll(query).stream()
                    .filter(TextInputControl.class::isInstance)
                    .map(TextInputControl.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .setText(text);
            layOut();
        });
    }

    /** Chooses an item of a menu. */
    public void menu(String query, String item) throws InterruptedException {
        on(
                query,
                node ->
                        ((MenuButton) node)
                                .getItems().stream()
                                        .filter(one -> item.equals(one.getId()))
                                        .findFirst()
                                        .ifPresentOrElse(
                                                MenuItem::fire,
                                                () -> {
                                                    throw new AssertionError("no item " + item);
                                                }));
    }

    /** Does something with a part of it. */
    public void on(String query, Consumer<Node> what) throws InterruptedException {
        awaitShown(query);
        FxToolkit.onFx(() -> {
            what.accept(Objects.requireNonNull(window.root().lookup(query), query));
            layOut();
        });
    }

    /** Shows the page of the farm. */
    public void farm() throws InterruptedException {
        FxToolkit.onFx(window::showFarm);
    }

    /** Shows a printer's page. */
    public void printer(PrinterId id) throws InterruptedException {
        FxToolkit.onFx(() -> window.open(id));
    }

    /** Opens the dialog for a new printer. */
    public void addPrinter() throws InterruptedException {
        FxToolkit.onFx(() -> window.actions().addPrinter());
    }

    /** Opens the dialog for printers that announce themselves. */
    public void discover() throws InterruptedException {
        FxToolkit.onFx(() -> window.actions().discover());
    }

    /** Opens the dialog for a list of printers. */
    public void importList() throws InterruptedException {
        FxToolkit.onFx(() -> window.actions().importList());
    }

    /** Opens the report of the chosen printer. */
    public void report() throws InterruptedException {
        FxToolkit.onFx(() -> window.actions().exportSelected());
    }

    /** From now on reports are saved into this folder under the name suggested. */
    public void saveInto(Path folder) throws InterruptedException {
        FxToolkit.onFx(() ->
                window.desks()
                        .papers()
                        .reports()
                        .saveWhere((format, name) -> folder.resolve(name)));
    }

    /** Whether a text is in sight. For {@link #await}. */
    public boolean says(String part) {
        return window.root().lookupAll(".label").stream()
                .filter(node ->
                        node instanceof Labeled label
                                && label.getText() != null
                                && label.getText().contains(part))
                .anyMatch(DrawnWindow::isShown);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Opens the wizard on a way that was begun. */
    public void fix(String group) throws InterruptedException {
        FxToolkit.onFx(() -> {
            window.desks().fixes().open(group);
            window.desks().fixes().refresh();
        });
    }

    @Override
    public void close() {
        try {
            hide();
            FxToolkit.onFx(window::stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
