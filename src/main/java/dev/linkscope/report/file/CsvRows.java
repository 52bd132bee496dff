package dev.linkscope.report.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180) with comma or semicolon, whichever its first line uses, and any end
 * of line. Blank lines are passed over.
 */
final class CsvRows {
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LOOK_AHEAD = 64 * 1024;

    /** More columns than any table of attempts has; those beyond are passed over. */
    private static final int MAX_FIELDS = 1_000;

    /** A field this long means that a quote is not closed. */
    private static final int MAX_FIELD = 100_000;

    /**
     * One row.
     *
     * @param line number of the line it begins on, from 1
     * @param fields its fields, without quotes and blanks around them
     */
    record Row(int line, List<String> fields) {
        boolean blank() {
            return fields.size() == 1 && fields.getFirst().isEmpty();
        }
    }

    /** A quote that is never closed. */
    static final class OpenQuoteException extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;

        OpenQuoteException(int line) {
            super("quote not closed");
            this.line = line;
        }
    }

    private final BufferedReader in;
    private final char separator;
    private int line = 1;
    private boolean ended;

    CsvRows(BufferedReader in) throws IOException {
        this.in = in;
        in.mark(LOOK_AHEAD);
        int first = in.read();
        if (first != BYTE_ORDER_MARK) {
            in.reset();
        }
        separator = separatorOfFirstLine();
    }

    char separator() {
        return separator;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable Row next() throws IOException, OpenQuoteException {
        while (!ended) {
            Row row = row();
            if (!row.blank()) {
                return row;
            }
        }
        return null;
    }

    private char separatorOfFirstLine() throws IOException {
        in.mark(LOOK_AHEAD);
        boolean quoted = false;
        boolean begun = false;
        boolean semicolon = false;
        for (int i = 0; i < LOOK_AHEAD - 1; i++) {
            int c = in.read();
            if (c == END || (begun && !quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            semicolon |= !quoted && c == ';';
            begun |= !Character.isWhitespace(c);
        }
        in.reset();
        return semicolon ? ';' : ',';
    }

    private Row row() throws IOException, OpenQuoteException {
        int firstLine = line;
        List<String> fields = new ArrayList<>(2);
        int end;
        do {
            var field = new StringBuilder();
            end = field(field);
            if (fields.size() < MAX_FIELDS) {
                fields.add(field.toString().strip());
            }
        } while (end == separator);
        return new Row(firstLine, fields);
    }

    /** Reads one field and returns what ended it. */
    private int field(StringBuilder field) throws IOException, OpenQuoteException {
        boolean begun = false;
        while (true) {
            int c = read();
            if (c == END || c == '\n' || c == separator) {
                return c;
            }
            if (c == '"' && !begun) {
                field.setLength(0);
                quoted(field);
                begun = true;
            } else {
                begun |= !Character.isWhitespace(c);
                if (field.length() < MAX_FIELD) {
                    field.append((char) c);
                }
            }
        }
    }

    /** Reads up to the closing quote; two quotes stand for one. */
    private void quoted(StringBuilder field) throws IOException, OpenQuoteException {
        int openedOn = line;
        while (true) {
            int c = read();
            if (c == END || field.length() > MAX_FIELD) {
                throw new OpenQuoteException(openedOn);
            }
            if (c == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return;
                }
            }
            field.append((char) c);
        }
    }

    /** The next character, with every end of line as one line feed. */
    private int read() throws IOException {
        int c = in.read();
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        } else if (c == END) {
            ended = true;
        }
        return c;
    }
}
