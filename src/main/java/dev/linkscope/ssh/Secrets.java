package dev.linkscope.ssh;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Secrets as arrays, so that they can be wiped. */
final class Secrets {
    private static final int MAX_BYTES_PER_CHAR = 3;

    private Secrets() {}

    /** The characters as UTF-8, without a copy left behind. */
    static byte[] utf8(char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(secret.length * MAX_BYTES_PER_CHAR);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        wipe(encoded.array());
        return bytes;
    }

    static void wipe(byte @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
