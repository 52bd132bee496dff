package dev.linkscope.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that a server may show, each with its key in {@code NAME.pem}. All but {@code
 * untrusted} and {@code portal} are in {@code server.pem.crt}, which the pi trusts.
 */
final class WorldCertificates {
    private static final String NAMES =
            "san=dns:app.obico.io,dns:stun.l.google.com,dns:" + Topology.SERVER;

    private WorldCertificates() {}

    private static @Nullable Path made;

    /** Puts all of them into a folder; they are made once. */
    static synchronized void make(Path folder) throws IOException {
        Path known = made;
        if (known == null) {
            known = Files.createTempDirectory("linkscope-certificates");
            known.toFile().deleteOnExit();
            makeAll(known);
            made = known;
        }
        try (Stream<Path> files = Files.list(known)) {
            for (Path file : files.toList()) {
                file.toFile().deleteOnExit();
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static void makeAll(Path folder) {
        String right = NAMES + padding();
        make(folder, "server", right, "-1d", "10", true);
        make(folder, "expired", right, "-30d", "20", true);
        make(folder, "wrong_host", "san=dns:another.example", "-1d", "10", true);
        make(folder, "untrusted", right, "-1d", "10", false);
        make(folder, "portal", "san=dns:login.guest.example", "-1d", "10", false);
    }

    /** The first flight of a usual server needs full packets. */
    private static String padding() {
        var names = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            names.append(",dns:another-name-of-the-same-server-").append(i).append(".invalid");
        }
        return names.toString();
    }

    private static void make(
            Path folder, String name, String names, String from, String days, boolean trusted) {
        String store = folder.resolve(name + ".p12").toString();
        Path pem = folder.resolve(name + ".pem");
        Commands.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        names,
                        "-startdate",
                        from,
                        "-validity",
                        days,
                        "-keystore",
                        store,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "nobody"));
        Commands.run(
                List.of(
                        "openssl",
                        "pkcs12",
                        "-in",
                        store,
                        "-passin",
                        "pass:nobody",
                        "-nodes",
                        "-out",
                        pem.toString()));
        if (trusted) {
            trust(folder.resolve("server.pem.crt"), pem);
        }
    }

    private static void trust(Path bundle, Path pem) {
        try {
            String text = Files.readString(pem);
            String certificate = text.substring(text.indexOf("-----BEGIN CERTIFICATE"));
            int end = certificate.indexOf("-----END CERTIFICATE-----");
            Files.writeString(
                    bundle,
                    certificate.substring(0, end) + "-----END CERTIFICATE-----\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
