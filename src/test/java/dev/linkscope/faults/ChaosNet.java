package dev.linkscope.faults;

import dev.linkscope.ssh.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Many Pis behind one router, with the same servers: a farm on which chaos is let loose. */
final class ChaosNet implements AutoCloseable {
    private static final String RULES =
            """
            table inet chaos {
            set cut { type ifname; }
            set lossy { type ifname; }
            set nameless { type ifname; }
            set filtered { type ifname; }
            set gone { type ifname; }
            chain f { type filter hook forward priority 0;
              iifname @cut drop; oifname @cut drop; oifname @gone drop;
              iifname @lossy numgen random mod 100 < 20 drop;
              iifname @nameless udp dport 53 drop; iifname @filtered tcp dport 443 drop; }
            chain i { type filter hook input priority 0; iifname @cut drop; }
            }
            """;

    /** Rules of a Pi that is off: nobody reaches it, nor does it say goodbye. */
    private static final String OFF =
            """
            table inet off {
            chain i { type filter hook input priority 0; iifname "wlan0" drop; }
            chain o { type filter hook output priority 0; oifname "wlan0" drop; }
            }
            """;

    private static final String SETUP =
            "mkdir /root/.octoprint; mount --bind $F/boot /proc/sys/kernel/random/boot_id;";

    private final String prefix;
    private final Path folder;
    private final List<String> nodes = new ArrayList<>();
    private final List<Pi> pis = new ArrayList<>();
    private final Map<Integer, FakeClock> clocks = new HashMap<>();
    private final List<Process> servers = new ArrayList<>();
    private final Node app;
    private final Node router;
    private final Path identity;

    /** Makes it, with all servers listening. */
    ChaosNet(int printers) throws Exception {
        Namespaces.removeLeftovers();
        prefix = Namespaces.fresh();
        folder = Namespaces.folder(prefix);
        boolean complete = false;
        try {
            app = add("app", Topology.INET);
            router = add("router", "");
            Node inet = add("inet", "");
            Topology.wire(router, app, "eth0", "198.18.1.2", "app", "198.18.1.1");
            Topology.wire(router, inet, "eth0", Topology.INET, "inet", "198.18.3.1");
            router.run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
            Topology.addPlaces(router, inet);
            router.filter(RULES);
            WorldCertificates.make(folder);
            Files.createDirectory(folder.resolve("modes"));
            Process internet = Topology.serve(inet, "matrix_internet.py", folder);
            servers.add(internet);
            identity = TestKeys.make(folder.resolve("identity"), "ed25519", null);
            for (int number = 0; number < printers; number++) {
                addPi(number);
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private Node add(String name, String resolver) {
        nodes.add(prefix + "-" + name);
        return Namespaces.add(prefix + "-" + name, resolver);
    }

    private void addPi(int number) throws Exception {
        Node node = add("pi" + number, Topology.INET);
        String net = "198.18." + (100 + number) + ".";
        Topology.wire(router, node, "wlan0", net + "2", port(number), net + "1");
        Path own = Files.createDirectory(folder.resolve("pi" + number));
        Files.copy(folder.resolve("server.pem.crt"), own.resolve("server.pem.crt"));
        String environment = "";
        if (ChaosEvent.hasClock(number) && FakeClock.library().isPresent()) {
            var clock = new FakeClock(own);
            clocks.put(number, clock);
            environment = clock.environment();
        }
        boot(own);
        Pi pi = new Pi(node, own, address(number), SETUP, environment);
        pis.add(pi);
        Files.writeString(
                own.resolve("authorized_keys"),
                TestKeys.publicLine(identity) + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                knownHosts(),
                Files.readString(pi.knownHosts()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The router's interface to a printer. */
    private static String port(int number) {
        return "pi" + number;
    }

    /** A printer's address. */
    static String address(int number) {
        return "198.18." + (100 + number) + ".2";
    }

    Node app() {
        return app;
    }

    Path folder() {
        return folder;
    }

    Path identity() {
        return identity;
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    Pi pi(int number) {
        return pis.get(number);
    }

    List<Pi> pis() {
        return pis;
    }

    /** Lets something happen. Linkscope itself is killed by whoever started it. */
    void begin(ChaosEvent event) {
        change(event, true);
    }

    /** Mends it. */
    void end(ChaosEvent event) {
        change(event, false);
    }

    private void change(ChaosEvent event, boolean begins) {
        switch (event.kind()) {
            case LINK_CUT -> element("cut", port(event.printer()), begins);
            case LOSS -> element("lossy", port(event.printer()), begins);
            case NAMES_DEAD -> element("nameless", port(event.printer()), begins);
            case SERVER_FILTERED -> element("filtered", port(event.printer()), begins);
            case PROVIDER_GONE -> element("gone", "inet", begins);
            case SERVER_FAILS -> mode("server", begins ? "503" : "well");
            case ALL_NAMES_DEAD -> mode("dns", begins ? "dead" : "well");
            case CERTIFICATE_EXPIRED -> mode("certificate", begins ? "expired" : "well");
            case AGENT_KILLED -> kill(begins, pi(event.printer()).agents());
            case SSH_KILLED -> kill(begins, pi(event.printer()).sessions());
            case PI_RESTARTS -> restart(pi(event.printer()), begins);
            case CLOCK_JUMPS ->
                    clocks.get(event.printer()).jump(begins ? event.jump() : Duration.ZERO);
            case DISK_FULL -> fill(pi(event.printer()), begins);
            case LINKSCOPE_KILLED -> {}
        }
    }

    private static void kill(boolean begins, List<ProcessHandle> processes) {
        if (begins) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** All ends, and comes back with another boot id once it is up again. */
    private void restart(Pi pi, boolean begins) {
        if (begins) {
            pi.node().filter(OFF);
            pi.sessions().forEach(ProcessHandle::destroyForcibly);
            pi.agents().forEach(ProcessHandle::destroyForcibly);
            boot(pi.folder());
        } else {
            pi.node().filter("delete table inet off\n");
        }
    }

    private static void boot(Path folder) {
        try {
            // Written in place: it is mounted over the kernel's.
            Files.writeString(folder.resolve("boot"), UUID.randomUUID() + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Pi pi, boolean begins) {
        pi.amongMounts(
                begins
                        ? "cat /dev/zero > /root/.octoprint/full 2> /dev/null || true"
                        : "rm -f /root/.octoprint/full");
    }

    private void element(String set, String port, boolean added) {
        String action = added ? "add" : "delete";
        router.filter("%s element inet chaos %s { \"%s\" }%n".formatted(action, set, port));
    }

    private void mode(String server, String behaviour) {
        try {
            Files.writeString(folder.resolve("modes").resolve(server), behaviour);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pis.forEach(Pi::close);
        servers.forEach(Commands::end);
        nodes.reversed().forEach(Namespaces::remove);
        Namespaces.delete(folder);
    }
}
