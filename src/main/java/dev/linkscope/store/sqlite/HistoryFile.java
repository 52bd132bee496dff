package dev.linkscope.store.sqlite;

import dev.linkscope.support.BrokenName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the history as a file: private, looked at before SQLite touches it, and moved aside
 * when it is damaged.
 *
 * @param path where it is; may not exist yet
 */
record HistoryFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);

    /** First bytes and fields of the header: sqlite.org/fileformat.html#the_database_header. */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int HEADER_BYTES = 100;
    private static final int USER_VERSION_AT = 60;
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rw-------");

    /**
     * The schema version by the header, without opening the database; 0 for a missing or empty
     * file.
     *
     * @throws DamagedHistoryException if it is no SQLite file
     */
    int version() throws IOException, DamagedHistoryException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        }
        if (header.hasRemaining()
                || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new DamagedHistoryException("no SQLite header");
        }
        return header.getInt(USER_VERSION_AT);
    }

    /** Makes the folder and the empty file if they are missing, for this user alone. */
    void prepare() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (folder != null && !Files.isDirectory(folder)) {
            if (posix) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        if (!posix) {
            return;
        }
        // SQLite gives its -wal and -shm files the permissions of the database file.
        if (Files.exists(path)) {
            if (!Files.getPosixFilePermissions(path).equals(PRIVATE)) {
                Files.setPosixFilePermissions(path, PRIVATE);
            }
        } else {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
    }

    /** Whether a run of the program noted damage. */
    boolean marked() {
        return Files.exists(mark());
    }

    /** Notes damage, so that the next start moves the file aside. */
    void markDamaged() {
        try {
            if (!marked()) {
                Files.createFile(mark());
            }
        } catch (IOException e) {
            LOG.warn("Cannot note that the history is damaged", e);
        }
    }

    /**
     * Renames the file and what SQLite keeps beside it to {@code history.broken-TIME.db}.
     *
     * @return the new name of the database file
     */
    Path moveAside(Instant now) throws IOException {
        Path aside = BrokenName.of(path, now);
        Files.move(path, aside);
        for (String companion : List.of("-wal", "-shm")) {
            Path from = path.resolveSibling(path.getFileName() + companion);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + companion));
            }
        }
        Files.deleteIfExists(mark());
        return aside;
    }

    private Path mark() {
        return path.resolveSibling(path.getFileName() + ".damaged");
    }
}
