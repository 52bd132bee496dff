package dev.linkscope.octoprint.log;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text of unknown size: long ones are cut, and after 32 million characters it ends. */
final class BoundedLines {
    /** Longest part of a line that is kept. */
    static final int LONGEST_LINE = 8_192;

    /** OctoPrint cuts a log once a day; one that is larger is no log to be read over a network. */
    static final long MOST = 32L * 1024 * 1024;

    private final Reader source;
    private final char[] buffer = new char[16_384];
    private final StringBuilder line = new StringBuilder();
    private int length;
    private int position;
    private long left = MOST;

    BoundedLines(Reader source) {
        this.source = source;
    }

    /** The next line without its end; null after the last. */
    @Nullable String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < length && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, position, Math.min(end - position, LONGEST_LINE - line.length()));
            boolean whole = end < length;
            position = whole ? end + 1 : end;
            if (whole) {
                return line();
            }
        }
        return any ? line() : null;
    }

    private String line() {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }

    private boolean fill() throws IOException {
        if (position < length) {
            return true;
        }
        if (left <= 0) {
            return false;
        }
        length = source.read(buffer, 0, (int) Math.min(buffer.length, left));
        position = 0;
        left -= Math.max(0, length);
        return length > 0;
    }
}
