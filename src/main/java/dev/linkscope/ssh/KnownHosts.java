package dev.linkscope.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file of accepted host keys. It is read anew for each check, so that edits by hand count at
 * once; lines are only ever added. Thread-safe, also against other processes.
 */
final class KnownHosts {
    /** Locks of a file belong to the whole process, so its threads need one of their own. */
    private static final ReentrantLock WRITING = new ReentrantLock();

    private final Path file;

    KnownHosts(Path file) {
        this.file = file;
    }

    /** What the file says about a key. */
    sealed interface Verdict {
        /** The key was accepted before. */
        record Known() implements Verdict {}

        /** No key of this host was accepted yet. */
        record Unknown() implements Verdict {}

        /**
         * Another key was accepted for this host, or this one was revoked.
         *
         * @param stored the line that says so
         */
        record Changed(KnownHostsLine stored) implements Verdict {}
    }

    /** The file. */
    Path file() {
        return file;
    }

    /** Lines about a host; empty if there are none, or no file yet. */
    List<KnownHostsLine> about(String host, int port) throws IOException {
        try {
            return about(host, port, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** What the file says about the key that a host shows. */
    Verdict check(String host, int port, byte[] key) throws IOException {
        return judge(about(host, port), HostKeyText.type(key), key);
    }

    /**
     * Adds a key, unless another was stored for this host in the meantime.
     *
     * @return what the file says afterwards
     */
    Verdict accept(String host, int port, byte[] key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder, privately("rwx------"));
        }
        WRITING.lock();
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                Set.of(
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.READ,
                                        StandardOpenOption.WRITE),
                                privately("rw-------"));
                var lock = channel.lock()) {
            byte[] content = content(channel);
            String type = HostKeyText.type(key);
            Verdict verdict = judge(about(host, port, content), type, key);
            if (verdict instanceof Verdict.Unknown && lock.isValid()) {
                append(channel, content, KnownHostsLine.name(host, port), type, key);
                return new Verdict.Known();
            }
            return verdict;
        } finally {
            WRITING.unlock();
        }
    }

    private static Verdict judge(List<KnownHostsLine> lines, String type, byte[] key) {
        KnownHostsLine other = null;
        boolean known = false;
        for (KnownHostsLine line : lines) {
            if (line.revoked()) {
                if (line.holds(key)) {
                    return new Verdict.Changed(line);
                }
            } else if (line.holds(key)) {
                known = true;
            } else if (other == null || line.type().equals(type)) {
                other = line;
            }
        }
        if (known) {
            return new Verdict.Known();
        }
        // Another type counts as changed too: whoever sits in between could offer any type.
        return other == null ? new Verdict.Unknown() : new Verdict.Changed(other);
    }

    private static List<KnownHostsLine> about(String host, int port, byte[] content) {
        String name = KnownHostsLine.name(host, port);
        List<KnownHostsLine> found = new ArrayList<>();
        int number = 0;
        // Latin-1 reads any bytes, so that an odd comment cannot make the file unreadable.
        for (String text : new String(content, StandardCharsets.ISO_8859_1).lines().toList()) {
            KnownHostsLine line = KnownHostsLine.parse(text, ++number);
            if (line != null && line.isAbout(name)) {
                found.add(line);
            }
        }
        return found;
    }

    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // reads until the file or the buffer ends
        }
        return buffer.array();
    }

    private static void append(
            FileChannel channel, byte[] content, String name, String type, byte[] key)
            throws IOException {
        boolean needsBreak = content.length > 0 && content[content.length - 1] != '\n';
        String line = name + " " + type + " " + Base64.getEncoder().encodeToString(key) + "\n";
        ByteBuffer bytes =
                ByteBuffer.wrap(((needsBreak ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8));
        channel.position(content.length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private FileAttribute<?>[] privately(String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
