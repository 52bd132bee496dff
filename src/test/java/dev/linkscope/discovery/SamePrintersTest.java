package dev.linkscope.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamePrintersTest {
    private static Found found(String name, @Nullable String uuid, String... addresses) {
        return new Found(
                Kind.OCTOPRINT,
                name,
                "octopi.local",
                Stream.of(addresses).map(InetAddress::ofLiteral).toList(),
                80,
                "/",
                uuid,
                null);
    }

    private static List<Found> once(Found... heard) {
        return SamePrinters.once(List.of(heard), 100);
    }

    @Test
    void onePrinterOnTwoNetworksIsOne() {
        List<Found> all =
                once(
                        found("on octopi", "u1", "fe80::1"),
                        found("on octopi", "u1", "192.168.1.20"),
                        found("on octopi", "u1", "10.0.0.20"));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().addresses())
                .extracting(InetAddress::getHostAddress)
                .containsExactly("10.0.0.20", "192.168.1.20", "fe80:0:0:0:0:0:0:1");
    }

    @Test
    void severalOfTheSameHostNameAreSeveral() {
        assertThat(
                        once(
                                found("on octopi", "u1", "192.168.1.20"),
                                found("on octopi-2", "u2", "192.168.1.21"),
                                found("on octopi-3", null, "192.168.1.22"),
                                found("on octopi-4", null, "192.168.1.23")))
                .hasSize(4);
    }

    @Test
    void copiesOfOneCardShareTheirUuidAndAreTwo() {
        assertThat(
                        once(
                                found("on octopi", "u1", "192.168.1.20"),
                                found("on octopi-2", "u1", "192.168.1.21")))
                .hasSize(2);
    }

    @Test
    void withoutUuidAnAddressInCommonTells() {
        assertThat(
                        once(
                                found("on octopi", null, "192.168.1.20", "fe80::1"),
                                found("on octopi", null, "fe80::1")))
                .hasSize(1);
        assertThat(
                        once(
                                found("on octopi", "u1", "192.168.1.20"),
                                found("on octopi", null, "192.168.1.20")))
                .singleElement()
                .satisfies(one -> assertThat(one.uuid()).isEqualTo("u1"));
    }

    @Test
    void oneWithoutUuidNeverMakesOneOfTwo() {
        assertThat(
                        once(
                                found("a", "u1", "192.168.1.20"),
                                found("b", "u2", "192.168.1.21"),
                                found("c", null, "192.168.1.20", "192.168.1.21")))
                .extracting(Found::uuid)
                .containsExactlyInAnyOrder("u1", "u2");
    }

    @Test
    void instancesOfOneHostAreSeveral() {
        Found first = found("one", "u1", "192.168.1.20");
        var second =
                new Found(
                        Kind.OCTOPRINT,
                        "two",
                        first.host(),
                        first.addresses(),
                        5001,
                        "/",
                        "u2",
                        null);
        var klipper =
                new Found(
                        Kind.MOONRAKER,
                        "one",
                        first.host(),
                        first.addresses(),
                        80,
                        "/",
                        "u1",
                        null);
        assertThat(once(first, second, klipper)).hasSize(3);
    }

    @Test
    void moreThanAllowedAreLeftOut() {
        List<Found> many =
                Stream.iterate(0, i -> i + 1)
                        .limit(50)
                        .map(i -> found("p" + i, "u" + i, "10.0.0." + i))
                        .toList();
        assertThat(SamePrinters.once(many, 10)).hasSize(10);
    }

    @Provide
    Arbitrary<List<Found>> heard() {
        Arbitrary<String> names = Arbitraries.of("a", "A", "b", "c");
        Arbitrary<@Nullable String> uuids = Arbitraries.of("u1", "u2", "u3").injectNull(0.3);
        Arbitrary<List<InetAddress>> addresses =
                Arbitraries.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "fe80::1", "fe80::2")
                        .map(InetAddress::ofLiteral)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        names,
                        uuids,
                        addresses,
                        Arbitraries.of("octopi.local", "voron.local"),
                        Arbitraries.of(80, 5000))
                .as((kind, name, uuid, at, host, port) ->
                        new Found(kind, name, host, at, port, "/", uuid, null))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void theOrderDoesNotMatterAndNothingIsLostOrMadeUp(
            @ForAll("heard") List<Found> heard, @ForAll long seed) {
        List<Found> once = SamePrinters.once(heard, 100);
        var shuffled = new ArrayList<>(heard);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(SamePrinters.once(shuffled, 100)).isEqualTo(once);

        assertThat(once.size()).isLessThanOrEqualTo(heard.size());
        var before = new HashSet<InetAddress>();
        heard.forEach(found -> before.addAll(found.addresses()));
        var after = new HashSet<InetAddress>();
        once.forEach(found -> after.addAll(found.addresses()));
        assertThat(after).isEqualTo(before);
        assertThat(once).extracting(Found::uuid).containsAll(uuids(heard));
    }

    private static List<String> uuids(List<Found> heard) {
        return heard.stream().flatMap(found -> Stream.ofNullable(found.uuid())).distinct().toList();
    }
}
