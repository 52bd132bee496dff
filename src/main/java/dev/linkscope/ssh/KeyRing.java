package dev.linkscope.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The key files used by all links of one program run. Thread-safe. */
final class KeyRing implements AutoCloseable {
    /** A 16,384-bit RSA key takes about 13 kB. */
    private static final int MAX_BYTES = 64 * 1024;

    private final JSch jsch = new JSch();
    private final Map<String, KeyFile> keys = new ConcurrentHashMap<>();

    KeyRing() {
        jsch.setInstanceLogger(JschLog.INSTANCE);
    }

    /**
     * The key in a file; the same object as long as the file's content is the same.
     *
     * @throws IOException if the file is missing, unreadable or no key
     */
    KeyFile read(Path path) throws IOException {
        byte[] content = content(path);
        try {
            String id = path + " " + digest(content);
            KeyFile known = keys.get(id);
            if (known == null) {
                KeyFile read = parse(path, content);
                known = keys.merge(id, read, (first, second) -> first);
            }
            return known;
        } finally {
            Secrets.wipe(content);
        }
    }

    private KeyFile parse(Path path, byte[] content) throws IOException {
        byte[] blob = publicBlob(content);
        if (blob != null) {
            return new KeyFile(path, null, blob);
        }
        Path beside = path.resolveSibling(path.getFileName() + ".pub");
        try {
            return KeyFile.parse(
                    path, jsch, content, Files.isReadable(beside) ? content(beside) : null);
        } catch (JSchException | RuntimeException e) {
            // Broken files make JSch fail in either way; its message may quote their content.
            throw new IOException("not a private key: " + path);
        }
    }

    /** The blob of a public key's line; null if the content is something else. */
    private static byte @Nullable [] publicBlob(byte[] content) {
        String[] words = new String(content, StandardCharsets.ISO_8859_1).strip().split("\\s+", 3);
        if (words.length < 2 || !words[0].matches("(ssh|ecdsa|sk-)[a-z0-9@.-]+")) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(words[1]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] content(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new IOException("too long for a key: " + path);
            }
            return content;
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Wipes all keys. */
    @Override
    public void close() {
        keys.values().forEach(KeyFile::dispose);
        keys.clear();
    }
}
