package dev.linkscope.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Names of public keys for people. */
final class HostKeyText {
    private HostKeyText() {}

    /** The type, which every public key's blob begins with (RFC 4253, section 6.6). */
    static String type(byte[] blob) {
        if (blob.length < Integer.BYTES) {
            return "?";
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 0 || length > blob.length - Integer.BYTES
                ? "?"
                : Printable.line(
                        new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII));
    }

    /** {@code SHA256:} and 43 characters, as OpenSSH prints it. */
    static String fingerprint(byte[] blob) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Type and fingerprint. */
    static String full(byte[] blob) {
        return type(blob) + " " + fingerprint(blob);
    }
}
