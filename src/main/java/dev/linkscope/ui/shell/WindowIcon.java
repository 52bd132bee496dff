package dev.linkscope.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon, as desktops show it with the window; drawn in {@code icons/}. */
final class WindowIcon {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 128);

    private WindowIcon() {}

    /** Puts it on a stage. */
    static void on(Stage stage) {
        if (stage.getIcons().isEmpty()) {
            SIZES.stream().map(WindowIcon::image).forEach(stage.getIcons()::add);
        }
    }

    private static Image image(int size) {
        String name = "linkscope-" + size + ".png";
        try (InputStream in = WindowIcon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
