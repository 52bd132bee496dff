package dev.linkscope.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are added to, or standard output. A file that was renamed or deleted meanwhile,
 * as log rotation does, is begun anew; a line that was cut off, by a full disk or a power cut, is
 * ended before the next one. Used by one thread at a time.
 */
final class LineFile implements AutoCloseable {
    private final @Nullable Path path;
    private final OutputStream standard = new FileOutputStream(FileDescriptor.out);
    private @Nullable FileChannel channel;
    private @Nullable Object key;

    /**
     * Opens nothing yet.
     *
     * @param path null for standard output
     */
    LineFile(@Nullable Path path) {
        this.path = path;
    }

    /** Makes sure that it can be written. */
    void open() throws IOException {
        if (path != null) {
            current(path);
        }
    }

    /** Adds a line, which ends in a line feed. */
    void add(byte[] line) throws IOException {
        if (path == null) {
            standard.write(line);
            return;
        }
        FileChannel file = current(path);
        try {
            write(file, line);
        } catch (IOException e) {
            // The next line finds out how much of this one is there.
            close();
            throw e;
        }
    }

    private FileChannel current(Path file) throws IOException {
        FileChannel open = channel;
        if (open != null && isStillThere(file)) {
            return open;
        }
        close();
        open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        channel = open;
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        key = attributes.fileKey();
        if (attributes.isRegularFile() && isCutOff(file, attributes.size())) {
            write(open, new byte[] {'\n'});
        }
        return open;
    }

    /** Windows gives files no key, and lets nobody rename one that is open. */
    private boolean isStillThere(Path file) throws IOException {
        try {
            Object now = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return now == null || now.equals(key);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isCutOff(Path file, long size) throws IOException {
        if (size == 0) {
            return false;
        }
        try (FileChannel reader = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reader.read(last, size - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static void write(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            int _ = file.write(rest);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
