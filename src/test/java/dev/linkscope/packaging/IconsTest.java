package dev.linkscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * All icons are those of {@code icons/linkscope.svg}. With {@code -Dlinkscope.accept=true} they are
 * drawn anew.
 */
class IconsTest {
    private static final List<Integer> SIZES = IconFiles.SIZES;

    private static IconFiles icons;

    @BeforeAll
    static void drawnAnewWhereAsked() throws Exception {
        icons = new IconFiles();
        if (Boolean.getBoolean("linkscope.accept")) {
            icons.write();
        }
    }

    @ParameterizedTest
    @FieldSource("SIZES")
    void picturesAreThoseOfTheDrawing(int size) throws Exception {
        BufferedImage stored = ImageIO.read(IconFiles.png(size).toFile());
        assertThat(stored.getWidth()).isEqualTo(size);
        assertThat(difference(stored, icons.draw(size)))
                .as("mean difference of a channel, of 255")
                .isLessThan(1.0);
    }

    @Test
    void theDrawingIsNotEmpty() {
        BufferedImage drawn = icons.draw(64);
        assertThat(drawn.getRGB(0, 0) >>> 24).as("the corner is clear").isZero();
        assertThat(drawn.getRGB(32, 32)).as("the middle is white").isEqualTo(0xffffffff);
        assertThat(drawn.getRGB(32, 8) & 0xff).as("the ground is blue").isGreaterThan(0x90);
    }

    @Test
    void windowsGetsItsSizes() throws Exception {
        ByteBuffer ico =
                ByteBuffer.wrap(Files.readAllBytes(IconFiles.ico())).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(ico.getShort(2)).as("an icon").isEqualTo((short) 1);
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < ico.getShort(4); i++) {
            int entry = 6 + 16 * i;
            BufferedImage image = png(ico, ico.getInt(entry + 12), ico.getInt(entry + 8));
            assertThat(image.getWidth() & 0xff).isEqualTo(ico.get(entry) & 0xff);
            assertThat(difference(image, icons.draw(image.getWidth()))).isLessThan(1.0);
            sizes.add(image.getWidth());
        }
        assertThat(sizes).containsExactly(16, 24, 32, 48, 64, 256);
    }

    @Test
    void macosGetsItsSizes() throws Exception {
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(IconFiles.icns()));
        assertThat(icns.getInt(4)).as("its own length").isEqualTo(icns.capacity());
        var types = new ArrayList<String>();
        for (int at = 8; at < icns.capacity(); at += icns.getInt(at + 4)) {
            byte[] type = new byte[4];
            icns.get(at, type);
            BufferedImage image = png(icns, at + 8, icns.getInt(at + 4) - 8);
            assertThat(difference(image, icons.draw(image.getWidth()))).isLessThan(1.0);
            types.add(new String(type, StandardCharsets.US_ASCII));
        }
        assertThat(types).contains("icp4", "ic07", "ic08", "ic09", "ic10").doesNotHaveDuplicates();
    }

    private static BufferedImage png(ByteBuffer file, int from, int length) throws Exception {
        byte[] bytes = new byte[length];
        file.get(from, bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 32; shift += 8) {
                    sum += Math.abs((a >>> shift & 0xff) - (b >>> shift & 0xff));
                }
            }
        }
        return sum / (4.0 * one.getWidth() * one.getHeight());
    }
}
