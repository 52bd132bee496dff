package dev.linkscope.metrics;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code /metrics} is offered, and to whom.
 *
 * @param address resolved address and port; port 0 for any that is free
 * @param protection what is needed beyond loopback; null on loopback, where everybody on this
 *     computer may look
 */
public record Access(InetSocketAddress address, @Nullable Protection protection) {
    public Access {
        if (protection == null && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("beyond loopback it has to be protected");
        }
    }

    /**
     * Encryption and a secret to be shown.
     *
     * @param certificate PEM file, the server's certificate first
     * @param key PEM file with its private key, PKCS #8
     * @param token what clients send as {@code Authorization: Bearer}
     */
    public record Protection(Path certificate, Path key, String token) {
        @Override
        public String toString() {
            return "Protection[" + certificate + "]";
        }
    }
}
