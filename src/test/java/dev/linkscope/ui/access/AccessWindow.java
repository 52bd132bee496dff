package dev.linkscope.ui.access;

import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.shell.OffscreenPictures;
import dev.linkscope.ui.shell.Shell;
import dev.linkscope.ui.shell.WindowDoors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** The whole window on fakes, as somebody with that look sees it. */
public final class AccessWindow implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "pictures", "access");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private Look look;

    /** What the window is made of; to be changed before it opens. */
    public FakeServices fakes = new FakeServices();

    /** Links that printers are tried with. */
    public LinkFactory links = (printer, questions) -> FakeLink.working();

    private Stage stage;
    private Shell shell;

    /** A window that is not open yet. */
    public AccessWindow(Look look) {
        this.look = look;
    }

    /** How it looks. */
    public Look look() {
        return look;
    }

    /** Opens it. */
    public AccessWindow open() throws Exception {
        if (look.longTexts()) {
            fakes.messages = LongTexts.messages();
        }
        FxToolkit.onFx(() -> {
            stage = new Stage();
            shell = new Shell(fakes.with(links), fakes.settings.load());
            shell.show(stage);
            take(stage);
        });
        return this;
    }

    /** Ways to what it shows by itself; window's thread only. */
    public WindowDoors doors() {
        return new WindowDoors(shell);
    }

    /** Takes a window that was opened otherwise. */
    public void take(Stage other) {
        stage = other;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.requestFocus();
        dress(look);
    }

    /** Gives it another look with the same texts. */
    public void dress(Look other) {
        look = other;
        (look.dark() ? Theme.DARK : Theme.LIGHT).apply();
        TextSize.apply(scene(), look.textSize());
        scene().setNodeOrientation(
                        look.rightToLeft()
                                ? NodeOrientation.RIGHT_TO_LEFT
                                : NodeOrientation.LEFT_TO_RIGHT);
    }

    /** Its scene. */
    public Scene scene() {
        return stage.getScene();
    }

    /** A node that is there. */
    public Node find(String query) {
        return Objects.requireNonNull(scene().lookup(query), query);
    }

    /** Waits until a node is in sight. */
    public void await(String query) {
        awaitThat(() -> {
            Node node = scene().lookup(query);
            return node != null && isShown(node);
        });
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until something is true on the window's thread. */
    public void awaitThat(Callable<Boolean> what) {
        UiWindow.await().until(() -> FxToolkit.onFx(what));
    }

    /** Presses a button as soon as it is there and can be pressed. */
    public void press(String query) throws Exception {
        await(query);
        awaitThat(() -> !find(query).isDisabled());
        FxToolkit.onFx(() -> ((ButtonBase) find(query)).fire());
    }

    /** Opens a tab of a printer's page. */
    public void tab(String name) throws Exception {
        await("#tabs-" + name);
        FxToolkit.onFx(() -> find("#tabs-" + name).executeAccessibleAction(AccessibleAction.FIRE));
    }

    /** Chooses from a menu. */
    public void choose(String menu, String item) throws Exception {
        await(menu);
        FxToolkit.onFx(() ->
                ((MenuButton) find(menu))
                        .getItems().stream()
                                .filter(one -> item.equals(one.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    /** Writes into a field. */
    public void write(String query, String text) throws Exception {
        await(query);
        FxToolkit.onFx(() -> ((TextInputControl) find(query)).setText(text));
    }

    /** Shows the page of the printer at a place in the list. */
    public void printer(int index) throws Exception {
        press("#to-printer");
        await("#printers");
        FxToolkit.onFx(() -> ((ListView<?>) find("#printers")).getSelectionModel().select(index));
    }

    /** Changes settings before the window opens. */
    public void settings(UnaryOperator<Settings> change) {
        fakes.settings.save(change.apply(fakes.settings.load()));
    }

    /** Lets sizes that depend on each other settle: they are handed on from turn to turn. */
    public void settle() throws Exception {
        for (int turn = 0; turn < 4; turn++) {
            FxToolkit.onFx(() -> {
                scene().getRoot().applyCss();
                scene().getRoot().layout();
            });
        }
    }

    /** Writes a picture of it, to be looked at. */
    public void picture(String name) throws Exception {
        BufferedImage image = FxToolkit.onFx(() -> OffscreenPictures.copy(scene().snapshot(null)));
        write(image, name + "-" + look + ".png");
    }

    private static void write(BufferedImage image, String name) throws IOException {
        Files.createDirectories(PICTURES);
        ImageIO.write(image, "png", PICTURES.resolve(name).toFile());
    }

    @Override
    public void close() {
        if (stage == null) {
            return;
        }
        try {
            FxToolkit.onFx(stage::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
