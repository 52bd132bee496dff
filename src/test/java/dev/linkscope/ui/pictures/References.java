package dev.linkscope.ui.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The accepted pictures of the window, each in a file. */
final class References {
    /** Accepts what is drawn, in place of comparing it. */
    static final boolean ACCEPT = Boolean.getBoolean("linkscope.pictures.accept");

    private static final Path FOLDER = Path.of("src", "test", "resources", "pictures");
    private static final Path DIFFERENCES = Path.of("target", "pictures", "diff");
    private static final Color MARK = new Color(0xd1, 0x24, 0x2f);

    private References() {}

    private static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    /** Names of all that are accepted. */
    static List<String> names() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    /** Forgets a picture that nobody draws any more. */
    static void forget(String name) throws IOException {
        Files.delete(file(name));
    }

    /**
     * Compares a picture with the accepted one, or accepts it.
     *
     * @throws AssertionError if it looks otherwise; says where, and where the pictures are
     */
    static void check(String name, BufferedImage actual) throws IOException {
        Path file = file(name);
        BufferedImage expected = Files.exists(file) ? ImageIO.read(file.toFile()) : null;
        List<Rectangle> unlike =
                expected == null
                        ? List.of(new Rectangle(actual.getWidth(), actual.getHeight()))
                        : Likeness.differences(expected, actual);
        if (unlike.isEmpty()) {
            return;
        }
        if (ACCEPT) {
            PalettePng.write(actual, file);
            return;
        }
        Path shown = DIFFERENCES.resolve(name + ".png");
        Files.createDirectories(DIFFERENCES);
        if (expected == null) {
            ImageIO.write(actual, "png", shown.toFile());
            throw new AssertionError(
                    "no picture was accepted for " + name + "; it looks like " + shown);
        }
        ImageIO.write(sideBySide(expected, actual, unlike), "png", shown.toFile());
        throw new AssertionError(
                "%s looks otherwise at %s; expected, actual and both with marks: %s"
                        .formatted(name, places(unlike), shown));
    }

    private static String places(List<Rectangle> parts) {
        return parts.stream()
                .limit(5)
                .map(at -> "%d,%d (%d×%d)".formatted(at.x, at.y, at.width, at.height))
                .toList()
                .toString();
    }

    private static BufferedImage sideBySide(
            BufferedImage expected, BufferedImage actual, List<Rectangle> unlike) {
        int width = Math.max(expected.getWidth(), actual.getWidth());
        int height = Math.max(expected.getHeight(), actual.getHeight());
        var all = new BufferedImage(3 * width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        graphics.drawImage(expected, 0, 0, null);
        graphics.drawImage(actual, width, 0, null);
        graphics.drawImage(apart(expected, actual), 2 * width, 0, null);
        graphics.setColor(MARK);
        for (Rectangle part : unlike) {
            for (int picture = 0; picture < 3; picture++) {
                graphics.drawRect(
                        picture * width + part.x - 2, part.y - 2, part.width + 4, part.height + 4);
            }
        }
        graphics.dispose();
        return all;
    }

    /** What differs, dark on white. */
    private static BufferedImage apart(BufferedImage one, BufferedImage two) {
        int width = Math.min(one.getWidth(), two.getWidth());
        int height = Math.min(one.getHeight(), two.getHeight());
        var apart = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = one.getRGB(x, y);
                int b = two.getRGB(x, y);
                int most = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
                }
                apart.setRGB(x, y, 0x010101 * (255 - most));
            }
        }
        return apart;
    }
}
