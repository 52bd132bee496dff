package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of a file, however an editor or a spreadsheet has saved it. */
final class Text {
    /** Larger than any list of {@link Rows#MOST} printers. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String MARK = "\uFEFF";

    private Text() {}

    /** The text of a file. */
    static String of(Path file) throws UnreadableListException {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooBig();
            }
            return decoded(bytes);
        } catch (IOException _) {
            throw unreadable(file);
        }
    }

    /** A text that was pasted, within the same bounds. */
    static String of(String text) throws UnreadableListException {
        if (text.length() > MOST_BYTES) {
            throw tooBig();
        }
        return checked(text);
    }

    private static String decoded(byte[] bytes) throws UnreadableListException {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return checked(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return checked(new String(bytes, StandardCharsets.UTF_16BE));
        }
        try {
            return checked(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            // Spreadsheets on Windows save CSV so.
            return checked(new String(bytes, Charset.forName("windows-1252")));
        }
    }

    private static String checked(String text) throws UnreadableListException {
        String plain = text.replace(MARK, "");
        if (plain.indexOf('\0') >= 0) {
            throw new UnreadableListException(Statement.of("list.unknown_kind"));
        }
        if (plain.isBlank()) {
            throw new UnreadableListException(Statement.of("list.empty"));
        }
        return plain;
    }

    private static UnreadableListException tooBig() {
        return new UnreadableListException(Statement.of("list.too_big", MOST_BYTES / 1024 / 1024));
    }

    private static UnreadableListException unreadable(Path file) {
        return new UnreadableListException(Statement.of("list.unreadable", file.toString()));
    }

    /** Its lines that say something: neither blank nor a comment. */
    static List<String> significant(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != ';')
                .toList();
    }
}
