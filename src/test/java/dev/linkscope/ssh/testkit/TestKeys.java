package dev.linkscope.ssh.testkit;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes key files in OpenSSH's format, with {@code ssh-keygen} where there is one. */
public final class TestKeys {
    private static final Map<String, Integer> TYPES =
            Map.of("ed25519", KeyPair.ED25519, "ecdsa", KeyPair.ECDSA, "rsa", KeyPair.RSA);

    private TestKeys() {}

    /**
     * Writes a private key, and its public half beside it with {@code .pub}.
     *
     * @param type {@code ed25519}, {@code ecdsa} or {@code rsa}
     * @param passphrase null for none
     */
    public static Path make(Path file, String type, @Nullable String passphrase) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Programs.find("ssh-keygen") != null) {
            Programs.run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    type,
                    "-C",
                    "test",
                    "-f",
                    file.toString(),
                    "-N",
                    passphrase == null ? "" : passphrase);
            return file;
        }
        JSch jsch = new JSch();
        KeyPair pair = KeyPair.genKeyPair(jsch, TYPES.get(type), type.equals("rsa") ? 3072 : 256);
        byte[] secret = passphrase == null ? null : passphrase.getBytes(StandardCharsets.UTF_8);
        pair.writeOpenSSHv1PrivateKey(file.toString(), secret);
        pair.writePublicKey(file + ".pub", "test");
        return file;
    }

    /** Type and base64 of the public half, without the comment. */
    public static String publicLine(Path file) throws IOException {
        String[] words = Files.readString(Path.of(file + ".pub")).strip().split("\\s+");
        return words[0] + " " + words[1];
    }
}
