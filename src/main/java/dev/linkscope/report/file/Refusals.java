package dev.linkscope.report.file;

import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a file is refused, in the words of {@code trace.unreadable.CODE} and {@code CODE.next}. */
final class Refusals {
    /** No file that is read is larger, in bytes. */
    static final long MAX_BYTES = 200L * 1000 * 1000;

    private static final int MEGA = 1000 * 1000;

    private final Messages messages;

    Refusals(Messages messages) {
        this.messages = messages;
    }

    UnreadableTraceException of(String code, Object... args) {
        String key = "trace.unreadable." + code;
        return new UnreadableTraceException(
                code, messages.text(key, args), messages.text(key + ".next", args));
    }

    UnreadableTraceException fileUnreadable(Path file) {
        return of("file_unreadable", String.valueOf(file.getFileName()));
    }

    /** Refuses a file that is not there, is no file, or is too large. */
    void check(Path file, long maxBytes) throws UnreadableTraceException {
        try {
            if (!Files.isRegularFile(file)) {
                throw fileUnreadable(file);
            }
            long size = Files.size(file);
            if (size > maxBytes) {
                throw of("too_large", size / MEGA, maxBytes / MEGA);
            }
        } catch (IOException e) {
            throw fileUnreadable(file);
        }
    }
}
