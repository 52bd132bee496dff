package dev.linkscope.packaging;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Draws the program's icon in all sizes and formats from its one picture. */
final class IconFiles {
    static final Path FOLDER = Path.of("icons");

    /** Of the icon themes of desktops, of Windows and of macOS. */
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    private static final List<Integer> OF_WINDOWS = List.of(16, 24, 32, 48, 64, 256);

    /** Types of the Apple icon image format whose content is PNG, with their size in pixels. */
    private static final Map<String, Integer> OF_MACOS = ofMacos();

    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;

    private final SVGDocument picture;

    IconFiles() throws IOException {
        picture =
                Objects.requireNonNull(
                        new SVGLoader().load(FOLDER.resolve("linkscope.svg").toUri().toURL()));
    }

    private static Map<String, Integer> ofMacos() {
        var types = new LinkedHashMap<String, Integer>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        return types;
    }

    static Path png(int size) {
        return FOLDER.resolve("png").resolve("linkscope-" + size + ".png");
    }

    static Path ico() {
        return FOLDER.resolve("linkscope.ico");
    }

    static Path icns() {
        return FOLDER.resolve("linkscope.icns");
    }

    BufferedImage draw(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        picture.render((java.awt.Component) null, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        return image;
    }

    /** Writes them all. */
    void write() throws IOException {
        Files.createDirectories(FOLDER.resolve("png"));
        for (int size : SIZES) {
            Files.write(png(size), bytes(size));
        }
        Files.write(ico(), icoBytes());
        Files.write(icns(), icnsBytes());
    }

    private byte[] bytes(int size) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(draw(size), "png", out);
        return out.toByteArray();
    }

    // ICONDIR and ICONDIRENTRY of Windows; pictures as PNG, which Windows reads since Vista.
    private byte[] icoBytes() throws IOException {
        var pictures = new ByteArrayOutputStream();
        ByteBuffer head =
                ByteBuffer.allocate(DIRECTORY + ENTRY * OF_WINDOWS.size())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0)
                        .putShort((short) 1)
                        .putShort((short) OF_WINDOWS.size());
        for (int size : OF_WINDOWS) {
            byte[] png = bytes(size);
            // 256 is written as 0.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32).putInt(png.length);
            head.putInt(head.capacity() + pictures.size());
            pictures.write(png);
        }
        var all = new ByteArrayOutputStream();
        all.write(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private byte[] icnsBytes() throws IOException {
        var content = new ByteArrayOutputStream();
        var out = new DataOutputStream(content);
        for (var type : OF_MACOS.entrySet()) {
            byte[] png = bytes(type.getValue());
            out.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + png.length);
            out.write(png);
        }
        var all = new ByteArrayOutputStream();
        var head = new DataOutputStream(all);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(8 + content.size());
        content.writeTo(all);
        return all.toByteArray();
    }
}
