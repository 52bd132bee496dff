package dev.linkscope.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Four computers, from the user's to the server: app – router – pi, and inet behind the same
 * router. Addresses are from the block for benchmarks (RFC 2544), which nobody uses.
 */
final class Topology implements AutoCloseable {
    /** The pi's address. */
    static final String PI = "198.18.2.2";

    /** The router's address on the pi's side. */
    static final String GATEWAY = "198.18.2.1";

    /** The pi's way out, which goes with its interface. */
    static final String DEFAULT_ROUTE = "route replace default via " + GATEWAY;

    /** The server's name; its name server knows it. */
    static final String SERVER = "server.linkscope.test";

    /** The server's own address. */
    static final String INET = "198.18.3.2";

    /** Where those are sent who have to sign in first, in a world that misbehaves. */
    static final String PORTAL = "198.18.3.4";

    private static final List<String> REFERENCES = List.of("1.1.1.1", "9.9.9.9");

    /** Long enough that the server's first flight needs a full packet, as with a usual chain. */
    private static final int NAMES_IN_CERTIFICATE = 60;

    private final String prefix;
    private final Path folder;
    private final Node app;
    private final Node router;
    private final Node inet;
    private final Process internet;
    private final Pi pi;

    /**
     * Makes it, with all servers listening.
     *
     * @param setup commands of sh(1) that the pi runs before its SSH server, in its own mounts
     */
    Topology(String setup) throws Exception {
        this(setup, "", false);
    }

    /**
     * Makes it, with servers that misbehave as files in {@link #mode} tell them.
     *
     * @param setup commands of sh(1) that the pi runs before its SSH server, in its own mounts;
     *     {@code $F} is {@link #folder}
     * @param environment further settings of the pi's environment, as {@code NAME=value}
     */
    static Topology misbehaving(String setup, String environment) throws Exception {
        return new Topology(setup, environment, true);
    }

    private Topology(String setup, String environment, boolean misbehaving) throws Exception {
        Namespaces.removeLeftovers();
        prefix = Namespaces.fresh();
        folder = Namespaces.folder(prefix);
        boolean complete = false;
        try {
            app = Namespaces.add(prefix + "-app", "");
            router = Namespaces.add(prefix + "-router", "");
            inet = Namespaces.add(prefix + "-inet", "");
            Node piNode = Namespaces.add(prefix + "-pi", INET);
            wire(router, app, "eth0", "198.18.1.2", "app", "198.18.1.1");
            wire(router, piNode, "wlan0", PI, "pi", GATEWAY);
            wire(router, inet, "eth0", INET, "inet", "198.18.3.1");
            router.run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
            if (misbehaving) {
                addPlaces(router, inet);
                WorldCertificates.make(folder);
                Files.createDirectory(folder.resolve("modes"));
                internet = serve(inet, "matrix_internet.py", folder);
            } else {
                internet = serve(inet, "internet.py", certificate());
            }
            pi = new Pi(piNode, folder, PI, setup, environment);
            complete = true;
        } finally {
            if (!complete) {
                removeAll();
            }
        }
    }

    /** Where the client runs. */
    Node app() {
        return app;
    }

    /** What everything passes through. Its interfaces are named after their other ends. */
    Node router() {
        return router;
    }

    /** Where the servers are. */
    Node inet() {
        return inet;
    }

    /** Tells a server of a misbehaving world how to behave from now on. */
    void mode(String server, String behaviour) {
        try {
            Files.writeString(folder.resolve("modes").resolve(server), behaviour);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the agent runs. */
    Pi pi() {
        return pi;
    }

    /** For files of this topology. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        pi.close();
        Commands.end(internet);
        removeAll();
    }

    private void removeAll() {
        for (String node : List.of("app", "pi", "router", "inet")) {
            Namespaces.remove(prefix + "-" + node);
        }
        Namespaces.delete(folder);
    }

    /** Connects a node with the router, whose end is named {@code port}. */
    static void wire(
            Node router, Node node, String link, String address, String port, String gateway) {
        node.ip("link add %s type veth peer name %s netns %s".formatted(link, port, router.name()));
        router.ip("address add %s/24 dev %s".formatted(gateway, port));
        router.ip("link set %s up".formatted(port));
        node.ip("address add %s/24 dev %s".formatted(address, link));
        node.ip("link set %s up".formatted(link));
        node.ip("route add default via " + gateway);
    }

    private Path certificate() {
        var names = new StringBuilder("subjectAltName=DNS:" + SERVER);
        for (int i = 0; i < NAMES_IN_CERTIFICATE; i++) {
            names.append(",DNS:another-name-of-the-same-server-").append(i).append(".invalid");
        }
        Path file = folder.resolve("server.pem");
        Commands.run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + SERVER,
                        "-addext",
                        names.toString(),
                        "-keyout",
                        file.toString(),
                        "-out",
                        file.toString() + ".crt"));
        Commands.run(List.of("sh", "-c", "cat %1$s.crt >> %1$s".formatted(file)));
        return file;
    }

    /** The references in the internet, and the page for those who have to sign in. */
    static void addPlaces(Node router, Node inet) {
        inet.ip("address add " + PORTAL + "/24 dev eth0");
        for (String reference : REFERENCES) {
            inet.ip("address add " + reference + "/32 dev lo");
            router.ip("route add " + reference + " via " + INET);
        }
    }

    /** Starts what the internet is made of. */
    static Process serve(Node inet, String script, Path material) throws IOException {
        Process process =
                new ProcessBuilder(
                                inet.inside(
                                        List.of(
                                                "python3",
                                                Commands.script(script),
                                                INET,
                                                material.toString())))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader lines = process.inputReader();
        if (!"ready".equals(lines.readLine())) {
            Commands.end(process);
            throw new IllegalStateException("the internet did not start");
        }
        return process;
    }
}
