package dev.linkscope.update;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the newest release is announced, and who signs that. Whoever packages the program writes
 * both into the resource {@code update.properties} (src/docs/updates.md); without it nobody is
 * asked.
 *
 * @param address of the announcement; HTTPS, without user name and password
 * @param keys Ed25519 keys, any of which may have signed it: a new key is shipped before the old
 *     one is given up
 */
record UpdatePlace(HttpUrl address, List<PublicKey> keys) {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePlace.class);
    private static final String RESOURCE = "update.properties";
    private static final int MOST_KEYS = 4;

    UpdatePlace {
        keys = List.copyOf(keys);
        boolean plain = address.username().isEmpty() && address.password().isEmpty();
        if (!address.isHttps() || !plain) {
            throw new IllegalArgumentException("address: only https, without user and password");
        }
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("key: between one and " + MOST_KEYS);
        }
    }

    /** The place that was written into this program; empty if there is none that can be used. */
    static Optional<UpdatePlace> ofProgram() {
        try (InputStream in = UpdatePlace.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : Optional.of(read(in));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} of this program cannot be used: {}", RESOURCE, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The place in a file of properties.
     *
     * @param in has {@code address}, and {@code key}: one or several keys with blanks between them,
     *     each the Base64 of its SubjectPublicKeyInfo (RFC 8410), which is what {@code openssl pkey
     *     -pubout} writes between its two lines
     * @throws IllegalArgumentException if either is missing or cannot be used
     */
    static UpdatePlace read(InputStream in) throws IOException {
        var written = new Properties();
        written.load(in);
        HttpUrl address = HttpUrl.parse(written.getProperty("address", "").strip());
        if (address == null) {
            throw new IllegalArgumentException("address: no address of the web");
        }
        var keys = new ArrayList<PublicKey>();
        for (String key : written.getProperty("key", "").strip().split("\\s+", -1)) {
            keys.add(key(key));
        }
        return new UpdatePlace(address, keys);
    }

    private static PublicKey key(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("key: no public key of Ed25519", e);
        }
    }

    /** Address of the signature: that of the announcement with {@code .sig} behind its path. */
    HttpUrl signature() {
        return address.newBuilder().encodedPath(address.encodedPath() + ".sig").build();
    }

    /** Scheme, host and port, for people. */
    String shown() {
        return new HttpUrl.Builder()
                .scheme(address.scheme())
                .host(address.host())
                .port(address.port())
                .build()
                .toString()
                .replaceFirst("/$", "");
    }
}
