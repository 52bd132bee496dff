package dev.linkscope.report.draft;

import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a file could not be written, and what to do. */
final class Unwritable {
    private final Messages messages;

    Unwritable(Messages messages) {
        this.messages = messages;
    }

    /** The failure in words for the user. */
    IOException of(Path file, IOException cause) {
        return new IOException(messages.text(key(file, cause), file.toString()), cause);
    }

    private static String key(Path file, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return "report.unwritable.folder";
        } else if (folder == null || !Files.isDirectory(folder)) {
            return "report.unwritable.missing";
        } else if (isFull(cause)) {
            return "report.unwritable.full";
        } else if (cause instanceof AccessDeniedException || !Files.isWritable(folder)) {
            return "report.unwritable.forbidden";
        }
        return "report.unwritable";
    }

    /** Java has no exception of its own for it: Unix and Windows, in their own words. */
    private static boolean isFull(IOException cause) {
        String message = said(cause).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("not enough space");
    }

    private static String said(IOException cause) {
        @Nullable String said =
                cause instanceof FileSystemException system
                        ? system.getReason()
                        : cause.getMessage();
        return said == null ? "" : said;
    }
}
