package dev.linkscope.settings;

import dev.linkscope.support.BrokenName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * A small private file that is always whole: replaced in one step, never written in place.
 *
 * @param path where it is; may not exist yet
 */
record SettingsFile(Path path) {
    SettingsFile {
        path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Replaces the content; after a crash the file holds either the old or the new one. */
    void replace(byte[] content) throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyUser("rwx------"));
        }
        Path next =
                Files.createTempFile(
                        folder, path.getFileName() + ".", ".tmp", onlyUser("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(
                    next,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        syncFolder(folder);
    }

    /** Renames the file to {@code settings.broken-TIME.json}; the new name. */
    Path moveAside(Instant now) throws IOException {
        return Files.move(path, BrokenName.of(path, now));
    }

    private Path folder() throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        return folder;
    }

    /** Makes the new name last through a power cut, where folders can be synchronised. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows cannot open a folder; there the rename is in the journal.
        }
    }

    private FileAttribute<?>[] onlyUser(String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
