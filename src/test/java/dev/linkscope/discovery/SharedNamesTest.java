package dev.linkscope.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Discovery.Kind;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedNamesTest {
    private static Announced service(String name, String host, String source, String... addresses) {
        return new Announced(
                Kind.OCTOPRINT,
                name,
                host,
                literals(addresses),
                80,
                "/",
                null,
                null,
                InetAddress.ofLiteral(source));
    }

    private static List<InetAddress> literals(String... addresses) {
        return Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    }

    @Test
    void eachOfSeveralHostsOfOneNameKeepsTheAddressItSpeaksFrom() {
        List<Announced> apart =
                SharedNames.apart(
                        List.of(
                                service("a", "octopi.local", "10.0.0.1", "10.0.0.1", "10.0.0.2"),
                                service("b", "OctoPi.local", "10.0.0.2", "10.0.0.1", "10.0.0.2"),
                                service("c", "voron.local", "10.0.0.3", "10.0.0.3", "fe80::3")));
        assertThat(apart)
                .extracting(Announced::addresses)
                .containsExactly(
                        literals("10.0.0.1"),
                        literals("10.0.0.2"),
                        literals("10.0.0.3", "fe80::3"));
    }

    @Test
    void severalServicesOfOneHostKeepItsAddresses() {
        List<Announced> services =
                List.of(
                        service("a", "farm.local", "10.0.0.1", "10.0.0.1", "fe80::1"),
                        service("b", "farm.local", "10.0.0.1", "10.0.0.1", "fe80::1"));
        assertThat(SharedNames.apart(services)).isEqualTo(services);
    }

    @Test
    void whatARouterRepeatsKeepsTheAddressesTold() {
        List<Announced> services =
                List.of(
                        service("a", "octopi.local", "192.168.1.1", "10.0.0.1"),
                        service("b", "octopi.local", "192.168.1.1", "10.0.0.2"));
        assertThat(SharedNames.apart(services)).isEqualTo(services);
    }
}
