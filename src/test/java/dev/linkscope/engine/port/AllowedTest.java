package dev.linkscope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.history.Retention;
import dev.linkscope.engine.port.SettingsStore.Manners;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {
    @Test
    void theUsualIsAllowed() {
        assertThat(Allowed.cadence(Preferences.USUAL.cadence())).isTrue();
        assertThat(Allowed.language(Preferences.USUAL.language())).isTrue();
        assertThat(Allowed.textSize(Preferences.USUAL.textSize())).isTrue();
        assertThat(Allowed.retention(Retention.USUAL)).isTrue();
        assertThat(Allowed.requests(Manners.USUAL.serverRequestsPerSecond())).isTrue();
        assertThat(Allowed.references(Manners.USUAL.references())).isTrue();
        assertThat(Allowed.resolvers(Manners.USUAL.resolvers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8:53",
                "255.1.2.3:1",
                "203.0.113.9:65535",
                "[2606:4700:4700::1111]:443",
                "[2620:fe::9]:853"
            })
    void placesInTheInternet(String place) {
        assertThat(Allowed.reference(place)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.1.1.1",
                "1.1.1:443",
                "1.1.1.1:",
                "1.1.1.1:0",
                "1.1.1.1:65536",
                "1.1.1.256:443",
                "one.one.one.one:443",
                "2606:4700::1:443",
                "[1.1.1.1]:443",
                "[fe80::1]:443",
                "[fd00::1]:443",
                "[::1]:443",
                "[zz]:443",
                "127.0.0.1:443",
                "0.0.0.0:443",
                "10.0.0.1:443",
                "192.168.1.1:443",
                "172.16.0.1:80",
                "169.254.1.1:80",
                "224.0.0.1:80",
                "1.1.1.1:443 ",
                "1.1.1.1:443/path",
                "-1.1.1.1:443"
            })
    void whatIsNoPlaceInTheInternet(String place) {
        assertThat(Allowed.reference(place)).isEmpty();
    }

    @Test
    void twoPlacesThatDiffer() {
        assertThat(Allowed.references(List.of("1.1.1.1:443", "9.9.9.9:443"))).isTrue();
        assertThat(Allowed.references(List.of("1.1.1.1:443"))).isFalse();
        assertThat(Allowed.references(List.of("1.1.1.1:443", "1.1.1.1:53"))).isFalse();
        assertThat(Allowed.references(List.of("1.1.1.1:443", "9.9.9.9:443", "8.8.8.8:53")))
                .isFalse();
        assertThat(Allowed.references(List.of("1.1.1.1:443", "nine"))).isFalse();
    }

    @Test
    void nameServersAreAddresses() {
        assertThat(Allowed.resolvers(List.of("192.168.1.1", "fd00::53", "127.0.0.53"))).isTrue();
        assertThat(Allowed.resolvers(List.of("router"))).isFalse();
        assertThat(Allowed.resolvers(List.of("1.1.1"))).isFalse();
        assertThat(Allowed.resolvers(List.of("1.1.1.1:53"))).isFalse();
        assertThat(Allowed.resolvers(List.of("0.0.0.0"))).isFalse();
        assertThat(Allowed.resolvers(List.of("::", "::1"))).isFalse();
        assertThat(Allowed.resolvers(List.of("::1", "0:0::1"))).isFalse();
        assertThat(Allowed.resolvers(List.of("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4"))).isTrue();
        assertThat(
                        Allowed.resolvers(
                                List.of("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4", "1.1.1.5")))
                .isFalse();
    }

    @Test
    void sumsAreKeptAsLongAsWhatTheySumUp() {
        assertThat(kept(1, 1, Allowed.LEAST_BYTES)).isTrue();
        assertThat(kept(730, 3_650, Allowed.MOST_BYTES)).isTrue();
        assertThat(kept(15, 14, Allowed.LEAST_BYTES)).isFalse();
        assertThat(kept(0, 14, Allowed.LEAST_BYTES)).isFalse();
        assertThat(kept(731, 3_650, Allowed.LEAST_BYTES)).isFalse();
        assertThat(kept(1, 3_651, Allowed.LEAST_BYTES)).isFalse();
        assertThat(kept(1, 1, Allowed.LEAST_BYTES - 1)).isFalse();
        assertThat(kept(1, 1, Allowed.MOST_BYTES + 1)).isFalse();
    }

    private static boolean kept(int outcomes, int rollups, long bytes) {
        return Allowed.retention(
                new Retention(Duration.ofDays(outcomes), Duration.ofDays(rollups), bytes));
    }

    @Test
    void numbersHaveTheirLimits() {
        assertThat(Allowed.cadence(Duration.ofSeconds(2))).isTrue();
        assertThat(Allowed.cadence(Duration.ofMillis(1_999))).isFalse();
        assertThat(Allowed.cadence(Duration.ofMinutes(10))).isTrue();
        assertThat(Allowed.cadence(Duration.ofSeconds(601))).isFalse();
        assertThat(Allowed.requests(Double.NaN)).isFalse();
        assertThat(Allowed.requests(0.1)).isTrue();
        assertThat(Allowed.requests(20.1)).isFalse();
        assertThat(Allowed.textSize(0.99)).isFalse();
        assertThat(Allowed.textSize(2)).isTrue();
        assertThat(Allowed.language("pt-BR")).isTrue();
        assertThat(Allowed.language("Deutsch!")).isFalse();
    }
}
