package dev.linkscope.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacePlanTest {
    private final PlacePlan plan =
            new PlacePlan(
                    Surroundings.ofThisComputer(List.of("127.0.0.1:1", "127.0.0.2:1")), "test");

    private Set<String> places(String server, String... routers) {
        return plan.of(Set.of(new TargetUrl(server)), Set.of(routers), Map.of(), 0).keySet();
    }

    @Test
    void referencesAreLeftAloneBesideANearbyServer() {
        assertThat(places("http://192.168.1.9:3334"))
                .containsExactly("SERVER http://192.168.1.9:3334");
        assertThat(places("https://app.obico.io"))
                .containsExactly(
                        "REFERENCE 127.0.0.1",
                        "REFERENCE 127.0.0.2",
                        "SERVER https://app.obico.io");
        assertThat(plan.of(Set.of(), Set.of(), Map.of(), 0)).isEmpty();
    }

    @Test
    void whatAPiToldIsAskedOnlyIfItIsAPrivateAddress() {
        assertThat(
                        places(
                                "ftp://192.168.1.9",
                                "192.168.1.1",
                                "8.8.8.8",
                                "127.0.0.1",
                                "router.local",
                                "192.168.1.1:22",
                                ""))
                .containsExactly("ROUTER 192.168.1.1");
        assertThat(places("http://192.168.1.9:x y/")).isEmpty();
    }

    @Test
    void aFullDayOfEverythingTakesLessThanTwoMegabytes() {
        Set<TargetUrl> servers =
                IntStream.range(0, 40)
                        .mapToObj(i -> new TargetUrl("https://s" + i + ".invalid"))
                        .collect(Collectors.toSet());
        Set<String> routers =
                IntStream.range(0, 40).mapToObj(i -> "10.0.0." + i).collect(Collectors.toSet());
        var places = plan.of(servers, routers, Map.of(), 0);
        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        places.values()
                .forEach(place -> {
                    for (int i = 0; i < 10_000; i++) {
                        place.add(start.plusSeconds(i), null);
                    }
                });
        assertThat(places.values().stream().mapToLong(WatchedPlace::bytes).sum())
                .isBetween(1_000_000L, 2_000_000L);
    }
}
