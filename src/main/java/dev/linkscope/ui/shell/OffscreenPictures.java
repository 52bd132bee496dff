package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Pictures of the window for machines without a display. The toolkit has to be started with {@code
 * -Dglass.platform=Headless -Dprism.order=sw}; scenes may be larger than that platform's screen,
 * since they are never shown.
 */
public final class OffscreenPictures {
    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    /** CSS, layout and the charts each need what the one before has found. */
    private static final int ROUNDS = 2;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private record Size(int width, int height) {}

    private OffscreenPictures(Path folder) {
        this.folder = folder;
    }

    /**
     * Draws the page of the farm, the page of each printer, the first start and the dialog for a
     * new printer: light and dark, at 1280 × 800 and 1920 × 1080. Blocks; not for the window's
     * thread. Afterwards the dark theme is in force.
     *
     * @param printers whose pages to draw
     * @param folder where to write; made if it does not exist
     * @return the files written
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(Services services, List<PrinterId> printers, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var pictures = new OffscreenPictures(folder);
        var nobody = services.withFarm(new NoPrinters());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Size size : SIZES) {
                pictures.draw(nobody, "first-start", theme, size, window -> {});
                pictures.draw(services, "farm", theme, size, MainWindow::showFarm);
                pictures.draw(
                        services,
                        "add-printer",
                        theme,
                        size,
                        window -> window.actions().addPrinter());
                for (int i = 0; i < printers.size(); i++) {
                    PrinterId id = printers.get(i);
                    pictures.draw(services, "printer-" + (i + 1), theme, size, w -> w.open(id));
                }
            }
        }
        return List.copyOf(pictures.files);
    }

    private void draw(
            Services shown, String name, Theme theme, Size size, Consumer<MainWindow> prepare)
            throws IOException, InterruptedException {
        BufferedImage picture =
                FxExecutor.FX.call(() -> {
                    FarmLook look = shown.settings().load().farmLook();
                    var stored = new Settings(List.of(), theme.storedName(), "").withFarmLook(look);
                    var window = new MainWindow(shown, stored);
                    try {
                        return picture(window, shown.messages(), size, prepare);
                    } finally {
                        window.stop();
                    }
                });
        Path file =
                folder.resolve(
                        String.format(
                                Locale.ROOT,
                                "%s-%s-%dx%d.png",
                                name,
                                theme.storedName(),
                                size.width(),
                                size.height()));
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG: " + file);
        }
        files.add(file);
    }

    private static BufferedImage picture(
            MainWindow window, Messages messages, Size size, Consumer<MainWindow> prepare) {
        window.theme().apply();
        Parent root = window.root();
        var scene = new Scene(root, size.width(), size.height());
        Theme.dress(scene);
        Direction.apply(scene, messages);
        window.drawNow();
        prepare.accept(window);
        for (int round = 0; round < ROUNDS; round++) {
            root.applyCss();
            root.layout();
            window.drawNow();
        }
        return copy(scene.snapshot(null));
    }

    /** A picture to be written; without the javafx-swing module pixels are copied by hand. */
    public static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
