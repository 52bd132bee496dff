package dev.linkscope.witness;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A server on loopback that answers every request with the same bytes, or misbehaves. */
final class FaultyServer implements AutoCloseable {
    private static final Path CERTIFICATES = Path.of("src/test/python/certs");

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does with a connection. */
    interface Behaviour {
        void serve(FaultyServer server, Socket client) throws Exception;
    }

    private FaultyServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static FaultyServer plain(Behaviour behaviour) throws IOException {
        return new FaultyServer(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    /** With TLS and one of the certificates of the agent's tests. */
    static FaultyServer secured(String certificate, Behaviour behaviour) throws Exception {
        return new FaultyServer(
                identity(certificate)
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                behaviour);
    }

    /** Reads the request and answers. */
    static Behaviour answering(String reply) {
        return (server, client) -> {
            server.readRequest(client);
            client.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            client.close();
        };
    }

    /** A whole reply with a length. */
    static String reply(String status, String type, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    void readRequest(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        requests.add(head.toString());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                behaviour.serve(this, client);
                            } catch (Exception e) {
                                // The other side went away, which is its right.
                            }
                        });
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Sockets that trust the authority of the tests alone. */
    static SSLSocketFactory trusting() throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("ca", certificate("ca"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static SSLContext identity(String name) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("it", key(name), new char[0], new Certificate[] {certificate(name)});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Certificate certificate(String name) throws Exception {
        String pem = Files.readString(CERTIFICATES.resolve(name + ".pem"));
        String from = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE-----"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new java.io.ByteArrayInputStream(from.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Java reads keys in PKCS 8 only (RFC 5208), where that of RFC 5915 is wrapped. */
    private static PrivateKey key(String name) throws IOException, GeneralSecurityException {
        String pem = Files.readString(CERTIFICATES.resolve(name + ".pem"));
        String begin = "-----BEGIN EC PRIVATE KEY-----";
        int from = pem.indexOf(begin) + begin.length();
        byte[] own =
                Base64.getMimeDecoder()
                        .decode(pem.substring(from, pem.indexOf("-----END EC", from)));
        String algorithm = "301306072a8648ce3d020106082a8648ce3d030107"; // prime256v1
        String octets = "04" + length(own.length) + HexFormat.of().formatHex(own);
        String inner = "020100" + algorithm + octets;
        String whole = "30" + length(inner.length() / 2) + inner;
        byte[] wrapped = HexFormat.of().parseHex(whole);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    }

    private static String length(int bytes) {
        return bytes < 128
                ? HexFormat.of().toHexDigits((byte) bytes)
                : "81" + HexFormat.of().toHexDigits(BigInteger.valueOf(bytes).byteValue());
    }
}
