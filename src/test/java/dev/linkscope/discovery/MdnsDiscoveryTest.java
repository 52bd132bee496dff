package dev.linkscope.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import dev.linkscope.engine.port.Discovery.Search;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Real packets on loopback. Other programs may use the same group there, so that every test looks
 * for what it announced itself.
 */
@Timeout(60)
class MdnsDiscoveryTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String OCTOPRINT = "_octoprint._tcp.local";
    private static final Path RECORDED = Path.of("src/test/resources/recorded/mdns");

    private final String self = UUID.randomUUID().toString();
    private final AtomicReference<List<Found>> last = new AtomicReference<>(List.of());

    @BeforeAll
    static void multicastWorksOnLoopback() throws IOException {
        boolean works = hearsItself();
        if (!works) {
            System.out.println("left out: loopback carries no multicast on this computer");
        }
        assumeTrue(works);
    }

    private static boolean hearsItself() throws IOException {
        var group = new InetSocketAddress("224.0.0.251", 5353);
        NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK);
        try (var socket = new MulticastSocket(5353)) {
            socket.setNetworkInterface(loopback);
            socket.joinGroup(group, loopback);
            socket.setSoTimeout(2_000);
            // An empty answer, which nobody minds.
            socket.send(
                    new DatagramPacket(
                            new byte[] {0, 0, -124, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 12, group));
            socket.receive(new DatagramPacket(new byte[9_000], 9_000));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private Search search() {
        return new MdnsDiscovery(LOOPBACK).search(last::set);
    }

    private Optional<Found> found(String name) {
        return last.get().stream().filter(found -> found.name().contains(name)).findFirst();
    }

    private static byte[] service(String name, String host, String address, String... texts)
            throws IOException {
        return DnsPacket.service(
                OCTOPRINT, name, host, InetAddress.ofLiteral(address), 5000, texts);
    }

    @Test
    void readsWhatOctoPrintWasRecordedToAnswer() throws Exception {
        byte[] reply = Files.readAllBytes(RECORDED.resolve("octoprint-multicast-reply.bin"));
        try (var _ = new LoopbackPi("127.0.0.1", List.of(reply));
                var _ = search()) {
            await().until(() ->
                    found("OctoPrint instance on vm")
                            .filter(found -> found.uuid() != null)
                            .isPresent());
        }
        assertThat(found("OctoPrint instance on vm"))
                .contains(
                        new Found(
                                Kind.OCTOPRINT,
                                "OctoPrint instance on vm",
                                "vm.local",
                                List.of(LOOPBACK),
                                5111,
                                "/",
                                "199ad3ad-b455-4764-b84e-8c475adfcc41",
                                "1.11.8"));
    }

    @Test
    void tellsHostsOfTheSameNameApart() throws Exception {
        String host = "octopi-" + self + ".local";
        byte[] first = service("one " + self, host, "127.0.0.2", "path=/", "uuid=1-" + self);
        byte[] second = service("two " + self, host, "127.0.0.3", "path=/", "uuid=2-" + self);
        try (var _ = new LoopbackPi("127.0.0.2", List.of(first));
                var _ = new LoopbackPi("127.0.0.3", List.of(second));
                var _ = search()) {
            await().untilAsserted(() -> {
                assertThat(addressesOf("one " + self)).containsExactly("127.0.0.2");
                assertThat(addressesOf("two " + self)).containsExactly("127.0.0.3");
            });
        }
        assertThat(found("one " + self).orElseThrow().host()).isEqualTo(host);
        assertThat(found("two " + self).orElseThrow().uuid()).isEqualTo("2-" + self);
    }

    private List<String> addressesOf(String name) {
        return found(name).stream()
                .flatMap(found -> found.addresses().stream())
                .map(InetAddress::getHostAddress)
                .toList();
    }

    @Test
    void keepsNothingHarmfulOfWhatIsAnnounced() throws Exception {
        String name = self.substring(0, 8) + "\u001b[31mred\u202e";
        byte[] hostile =
                service(
                        name,
                        "-oProxyCommand=reboot.local",
                        "127.0.0.4",
                        "path=//evil.example/",
                        "u=admin",
                        "p=s3cret",
                        "uuid=\u001b]0;x\u0007",
                        "version=1.0\n2.0");
        byte[] elsewhere = service("out " + self, "out.local", "0.0.0.0", "path=/");
        try (var _ = new LoopbackPi("127.0.0.4", List.of(hostile, elsewhere, new byte[40]));
                var _ = search()) {
            await().until(() -> found(self.substring(0, 8)).isPresent());
        }
        Found found = found(self.substring(0, 8)).orElseThrow();
        assertThat(found.name()).isEqualTo(self.substring(0, 8) + " [31mred");
        assertThat(found.host()).isEqualTo("127.0.0.4");
        assertThat(found.path()).isEqualTo("/");
        assertThat(found.uuid()).isNull();
        assertThat(found.version()).isNull();
        assertThat(last.get().toString()).doesNotContain("s3cret", "admin", "\u001b", "evil");
        assertThat(found("out " + self)).as("no address to reach it at").isEmpty();
    }

    @Test
    void hearsAnotherResponderComeAndGo() throws Exception {
        try (var _ = search()) {
            JmDNS responder = JmDNS.create(Addresses.named(LOOPBACK, "pi-" + self), "pi-" + self);
            try {
                responder.registerService(
                        ServiceInfo.create(
                                "_moonraker._tcp.local.",
                                "Moonraker Instance on " + self.substring(0, 8),
                                7125,
                                0,
                                0,
                                Map.of("route_prefix", "/klipper", "version", "v0.9.3")));
                String name = "Moonraker Instance on " + self.substring(0, 8);
                await().atMost(Duration.ofSeconds(20))
                        .until(() ->
                                found(name)
                                        .filter(found -> found.path().equals("/klipper"))
                                        .isPresent());
                Found found = found(name).orElseThrow();
                assertThat(found.kind()).isEqualTo(Kind.MOONRAKER);
                assertThat(found.host()).isEqualTo("pi-" + self + ".local");
                assertThat(found.port()).isEqualTo(7125);
                assertThat(found.version()).isEqualTo("v0.9.3");
                responder.unregisterAllServices();
                await().atMost(Duration.ofSeconds(20)).until(() -> found(name).isEmpty());
            } finally {
                responder.close();
            }
        }
    }

    @Test
    void followsNetworksThatComeAndGo() throws Exception {
        var now = new CopyOnWriteArrayList<Place>();
        var discovery = new MdnsDiscovery(() -> List.copyOf(now), Duration.ofMillis(100));
        byte[] reply = service("late " + self, "late.local", "127.0.0.5", "uuid=" + self);
        try (var _ = new LoopbackPi("127.0.0.5", List.of(reply));
                var _ = discovery.search(last::set)) {
            now.add(new Place("lo", LOOPBACK));
            // An address that this computer does not have stops nothing.
            now.add(new Place("none", InetAddress.ofLiteral("203.0.113.9")));
            await().until(() -> found("late " + self).isPresent());
            now.clear();
            await().until(() -> last.get().isEmpty());
        }
    }

    @Test
    void closesAtOnceAndIsSilentFromThenOn() throws Exception {
        var calls = new AtomicInteger();
        byte[] reply = service("loud " + self, "loud.local", "127.0.0.6", "uuid=" + self);
        try (var pi = new LoopbackPi("127.0.0.6", List.of(reply))) {
            Search search =
                    new MdnsDiscovery(LOOPBACK)
                            .search(all -> {
                                calls.incrementAndGet();
                                last.set(all);
                            });
            await().until(() -> found("loud " + self).isPresent());
            long begun = System.nanoTime();
            search.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(500));
            int before = calls.get();
            search.close();
            pi.speak();
            await().during(Duration.ofMillis(600)).until(() -> calls.get() == before);
        }
    }
}
