package dev.linkscope.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** The certificates of the agent's tests, and who trusts their authority. */
public final class TestCertificates {
    private static final Path FOLDER = Path.of("src/test/python/certs");

    private TestCertificates() {}

    /** Has a client trust the authority of the tests alone. */
    public static OkHttpClient.Builder trusting(OkHttpClient.Builder client) throws Exception {
        TrustManager[] managers = trusting();
        return client.sslSocketFactory(sockets(managers), (X509TrustManager) managers[0]);
    }

    /** Sockets that trust the authority of the tests alone. */
    public static SSLSocketFactory sockets() throws Exception {
        return sockets(trusting());
    }

    private static SSLSocketFactory sockets(TrustManager[] managers) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context.getSocketFactory();
    }

    private static TrustManager[] trusting() throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(authority());
        return managers.getTrustManagers();
    }

    /** Writes the authority as what {@code javax.net.ssl.trustStore} names. */
    public static Path writeAuthority(Path file, String password) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            authority().store(out, password.toCharArray());
        }
        return file;
    }

    private static KeyStore authority() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", certificate("ca"));
        return store;
    }

    /** Has a server be one of those of the tests. */
    public static SSLContext identity(String name) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("it", key(name), new char[0], new Certificate[] {certificate(name)});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Certificate certificate(String name) throws Exception {
        String pem = Files.readString(FOLDER.resolve(name + ".pem"));
        String from = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE-----"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(from.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Java reads keys in PKCS 8 only (RFC 5208), where that of RFC 5915 is wrapped. */
    private static PrivateKey key(String name) throws IOException, GeneralSecurityException {
        String pem = Files.readString(FOLDER.resolve(name + ".pem"));
        String begin = "-----BEGIN EC PRIVATE KEY-----";
        int from = pem.indexOf(begin) + begin.length();
        byte[] own =
                Base64.getMimeDecoder()
                        .decode(pem.substring(from, pem.indexOf("-----END EC", from)));
        String algorithm = "301306072a8648ce3d020106082a8648ce3d030107"; // prime256v1
        String octets = "04" + length(own.length) + HexFormat.of().formatHex(own);
        String inner = "020100" + algorithm + octets;
        byte[] wrapped = HexFormat.of().parseHex("30" + length(inner.length() / 2) + inner);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    }

    private static String length(int bytes) {
        return bytes < 128
                ? HexFormat.of().toHexDigits((byte) bytes)
                : "81" + HexFormat.of().toHexDigits(BigInteger.valueOf(bytes).byteValue());
    }
}
