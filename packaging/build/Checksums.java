import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes {@code SHA256SUMS} as {@code sha256sum --check} reads it. */
final class Checksums {
    private Checksums() {}

    static void write(Path folder) throws IOException {
        var lines = new StringBuilder();
        for (Path file : Folders.all(folder)) {
            if (file.getParent().equals(folder) && Files.isRegularFile(file)) {
                lines.append(sum(file)).append("  ").append(file.getFileName()).append('\n');
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), lines);
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
