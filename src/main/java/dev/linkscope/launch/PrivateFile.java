package dev.linkscope.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner may read. */
final class PrivateFile {
    private static final int LARGEST = 8192;

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private static final Set<PosixFilePermission> OWNER_ALONE =
            PosixFilePermissions.fromString("rwx------");

    private PrivateFile() {}

    /**
     * Whether others than the owner may read or write it; false where the file system does not know
     * such permissions.
     */
    static boolean isOpenToOthers(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    /** Makes a folder, and those above it that are missing, for its owner alone. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Makes a folder of the program's own, and closes one that others can open. */
    static void closeFolder(Path folder) throws IOException {
        makeFolder(folder);
        if (isOpenToOthers(folder)) {
            Files.setPosixFilePermissions(folder, OWNER_ALONE);
        }
    }

    /** The secret on the first line; empty if there is none. */
    static String firstLine(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").strip();
        }
    }
}
