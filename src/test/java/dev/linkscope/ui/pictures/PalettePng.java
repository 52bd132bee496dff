package dev.linkscope.ui.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Small PNG files: at most 256 colours, those that leave the least of the others' squared
 * distances, chosen one after another. Areas, which have many pixels, keep theirs exactly.
 */
public final class PalettePng {
    private static final int MOST = 256;

    private PalettePng() {}

    /** Writes a picture without transparency; its folder is made if it does not exist. */
    public static void write(BufferedImage image, Path file) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        var indices = new HashMap<Integer, Integer>();
        int[] palette = choose(counts, indices);
        var model = new IndexColorModel(8, MOST, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = indices.get(pixels[y * width + x] & 0xffffff);
            }
            indexed.getRaster().setPixels(0, y, width, 1, row);
        }
        save(indexed, file);
    }

    /** Chooses colours, and tells which of them stands for each of the picture's. */
    private static int[] choose(Map<Integer, Integer> counts, Map<Integer, Integer> indices) {
        int[] colours = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        var least = new long[colours.length];
        var stands = new int[colours.length];
        Arrays.fill(least, Long.MAX_VALUE);
        var palette = new int[MOST];
        int next = colours[0];
        for (int chosen = 0; chosen < MOST; chosen++) {
            palette[chosen] = next;
            double most = -1;
            for (int i = 0; i < colours.length; i++) {
                long apart = apart(colours[i], palette[chosen]);
                if (apart < least[i]) {
                    least[i] = apart;
                    stands[i] = chosen;
                }
                double left = (double) least[i] * counts.get(colours[i]);
                if (left > most) {
                    most = left;
                    next = colours[i];
                }
            }
        }
        for (int i = 0; i < colours.length; i++) {
            indices.put(colours[i], stands[i]);
        }
        return palette;
    }

    private static long apart(int one, int other) {
        long sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int by = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += (long) by * by;
        }
        return sum;
    }

    private static void save(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } finally {
            writer.dispose();
        }
    }
}
