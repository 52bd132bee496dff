package dev.linkscope.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines and never keeps more than one of bounded length. */
final class LineSource {
    /** Longest line kept, in bytes. */
    static final int LINE_LIMIT = 64 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private long length;
    private int position;
    private int filled;

    LineSource(InputStream input) {
        this.input = input;
    }

    /** A line without its line feed. */
    static final class Line {
        private final byte @Nullable [] bytes;

        private Line(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }

        /** Its bytes; null if it was longer than {@link #LINE_LIMIT} and was not kept. */
        byte @Nullable [] bytes() {
            return bytes;
        }
    }

    /** The next line; null at the end, where an unfinished line is dropped. */
    @Nullable Line next() throws IOException {
        while (true) {
            int begin = position;
            while (position < filled) {
                if (buffer[position++] == '\n') {
                    keep(begin, position - 1);
                    return finish();
                }
            }
            keep(begin, filled);
            filled = input.read(buffer);
            position = 0;
            if (filled < 0) {
                filled = 0;
                return null;
            }
        }
    }

    /** What stands after the last line feed, once {@link #next} has returned null. */
    Line rest() {
        return finish();
    }

    private void keep(int begin, int end) {
        length += end - begin;
        if (length <= LINE_LIMIT) {
            line.write(buffer, begin, end - begin);
        }
    }

    private Line finish() {
        var done = new Line(length > LINE_LIMIT ? null : line.toByteArray());
        line.reset();
        length = 0;
        return done;
    }
}
