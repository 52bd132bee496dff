package dev.linkscope.metrics;

import dev.linkscope.domain.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificate and key of a server, from the files that every tool makes. */
final class PemFiles {
    /** RFC 7468 section 10. */
    private static final Pattern PKCS8 =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]{16,16384})-----END PRIVATE"
                            + " KEY-----");

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final int LARGEST = 1 << 20;

    private PemFiles() {}

    /** A server's side of TLS. */
    static SSLContext context(Path certificate, Path key) throws EndpointException {
        Certificate[] chain = chain(certificate);
        PrivateKey secret = key(key);
        char[] nothing = new char[0];
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, nothing);
            store.setKeyEntry("endpoint", secret, nothing, chain);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, nothing);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new EndpointException(Statement.of("watch.tls.pair", key.toString()), e);
        }
    }

    private static Certificate[] chain(Path file) throws EndpointException {
        Statement problem = Statement.of("watch.tls.certificate", file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(in)
                            .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new EndpointException(problem, e);
        }
        throw new EndpointException(problem, null);
    }

    private static PrivateKey key(Path file) throws EndpointException {
        Statement problem = Statement.of("watch.tls.key", file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST);
            Matcher pem = PKCS8.matcher(new String(bytes, StandardCharsets.US_ASCII));
            Arrays.fill(bytes, (byte) 0);
            if (pem.find()) {
                return key(Base64.getMimeDecoder().decode(pem.group(1)));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            // No cause: its message may quote the key.
            throw new EndpointException(problem, null);
        }
        throw new EndpointException(problem, null);
    }

    /** The encoding names its algorithm; only the right factory takes it. */
    private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException _) {
                // It is of another one.
            }
        }
        throw new InvalidKeySpecException("none of " + ALGORITHMS);
    }
}
