package dev.linkscope.report.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A TrueType font on the disk, of which only the table of its letters was read (OpenType 1.9). Of a
 * collection it is the first font.
 */
final class FontFile {
    private static final int COLLECTION = 0x74746366;
    private static final int MAX_TABLES = 100;

    /** Larger than that of any font with all of Unicode. */
    private static final int MAX_CMAP = 4_000_000;

    /** {@code OS/2} fsType: restricted, no subsetting, bitmaps alone. */
    private static final int MUST_NOT = 0x0002 | 0x0100 | 0x0200;

    private static final int FS_TYPE = 8;

    private record Table(long offset, int length) {}

    private final Path path;
    private final boolean collection;
    private final BitSet letters;

    private FontFile(Path path, boolean collection, BitSet letters) {
        this.path = path;
        this.collection = collection;
        this.letters = letters;
    }

    /** The font in a file; null if it is none, has no outlines, or must not be embedded. */
    static @Nullable FontFile read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            return read(path, file);
        } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable FontFile read(Path path, FileChannel file) throws IOException {
        boolean collection = bytes(file, 0, 4).getInt() == COLLECTION;
        long start = collection ? Integer.toUnsignedLong(bytes(file, 12, 4).getInt()) : 0;
        Map<String, Table> tables = tables(file, start);
        Table rights = tables.get("OS/2");
        Table cmap = tables.get("cmap");
        // Bitmaps in place of outlines would come out empty.
        boolean outlines = tables.containsKey("glyf") && !tables.containsKey("sbix");
        if (rights == null || cmap == null || !outlines || cmap.length() > MAX_CMAP) {
            return null;
        }
        int type = bytes(file, rights.offset() + FS_TYPE, 2).getShort();
        if ((type & MUST_NOT) != 0) {
            return null;
        }
        BitSet letters = CharacterMap.letters(bytes(file, cmap.offset(), cmap.length()));
        return letters.isEmpty() ? null : new FontFile(path, collection, letters);
    }

    private static Map<String, Table> tables(FileChannel file, long start) throws IOException {
        int count = Short.toUnsignedInt(bytes(file, start + 4, 2).getShort());
        if (count > MAX_TABLES) {
            throw new IOException("too many tables");
        }
        ByteBuffer directory = bytes(file, start + 12, 16 * count);
        Map<String, Table> tables = new HashMap<>();
        for (int i = 0; i < count; i++) {
            byte[] tag = new byte[4];
            directory.get(tag).getInt();
            long offset = Integer.toUnsignedLong(directory.getInt());
            int length = directory.getInt();
            tables.put(new String(tag, StandardCharsets.ISO_8859_1), new Table(offset, length));
        }
        return tables;
    }

    private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    Path path() {
        return path;
    }

    boolean has(int letter) {
        return letters.get(letter);
    }

    /** The whole font, in memory. */
    TrueTypeFont load() throws IOException {
        if (!collection) {
            return new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(path)));
        }
        List<TrueTypeFont> fonts = new ArrayList<>();
        new TrueTypeCollection(Files.newInputStream(path)).processAllFonts(fonts::add);
        return fonts.getFirst();
    }
}
