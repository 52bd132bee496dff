package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.FoundPrinters.Candidate;
import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.engine.port.Discovery.Kind;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundPrintersTest {
    private static Found found(String name, String host, int port, String... addresses) {
        return new Found(
                Kind.OCTOPRINT,
                name,
                host,
                Stream.of(addresses).map(InetAddress::ofLiteral).toList(),
                port,
                "/",
                null,
                null);
    }

    private static Printer watched(String name, Target target, @Nullable String octoPrint) {
        return new Printer(
                        PrinterId.random(),
                        name,
                        target,
                        Printer.CLOUD,
                        null,
                        Printer.DEFAULT_CADENCE)
                .withOctoPrint(octoPrint == null ? null : new TargetUrl(octoPrint));
    }

    private static Target.Ssh ssh(String host) {
        return new Target.Ssh(host, null, "pi", null);
    }

    private static List<Candidate> candidates(List<Found> found, Printer... watched) {
        return FoundPrinters.candidates(found, List.of(watched));
    }

    private static List<String> names(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.printer().name()).toList();
    }

    private static List<String> targets(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.printer().target().display()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OctoPrint instance \"Big one\" | Big one",
                "OctoPrint instance \"Big one\"-2 | Big one",
                "OctoPrint instance \"Big one\" (3) | Big one",
                "OctoPrint instance \"A name that was cut off becau | A name that was cut off becau",
                "OctoPrint instance \" \" | octopi",
                "OctoPrint instance on octopi | octopi",
                "Moonraker Instance on voron | octopi",
            })
    void takesTheNameThatItsOwnerGave(String announced, String expected) {
        assertThat(FoundPrinters.plainName(found(announced, "octopi.local", 80, "10.0.0.1")))
                .isEqualTo(expected);
    }

    @Test
    void reachesAHostByItsName() {
        Candidate one = candidates(List.of(found("x", "prusa.local", 80, "10.0.0.1"))).getFirst();
        assertThat(one.printer().target())
                .isEqualTo(new Target.Ssh("prusa.local", null, null, null));
        assertThat(one.printer().name()).isEqualTo("prusa");
        assertThat(one.printer().octoprint()).as("nobody signed in").isNull();
        assertThat(one.octoPrint().value()).isEqualTo("http://prusa.local");
        assertThat(one.watched()).isFalse();
    }

    @Test
    void reachesHostsOfOneNameByTheirAddresses() {
        List<Candidate> all =
                candidates(
                        List.of(
                                found("a", "octopi.local", 80, "10.0.0.1"),
                                found("b", "OctoPi.local", 80, "10.0.0.2", "fe80::2"),
                                found("c", "voron.local", 5000, "10.0.0.3")));
        assertThat(targets(all)).containsExactly("10.0.0.1", "10.0.0.2", "voron.local");
        assertThat(names(all)).containsExactly("octopi (10.0.0.1)", "OctoPi (10.0.0.2)", "voron");
        assertThat(all.get(2).octoPrint().value()).isEqualTo("http://voron.local:5000");
        assertThat(all.stream().map(one -> one.printer().id())).doesNotHaveDuplicates();
    }

    @Test
    void severalPrintersOfOneHostKeepItsName() {
        List<Candidate> all =
                candidates(
                        List.of(
                                found("a", "farm.local", 5001, "10.0.0.1"),
                                found("b", "farm.local", 5002, "10.0.0.1")));
        assertThat(targets(all)).containsExactly("farm.local", "farm.local");
        assertThat(names(all)).containsExactly("farm (10.0.0.1)", "farm (10.0.0.1 5002)");
        assertThat(all.stream().map(one -> one.printer().id())).doesNotHaveDuplicates();
    }

    @Test
    void namesAreNotThoseOfOtherPrinters() {
        List<Candidate> all =
                candidates(
                        List.of(found("x", "voron.local", 80, "10.0.0.1")),
                        watched("Voron", ssh("10.9.9.9"), null));
        assertThat(names(all)).containsExactly("voron (10.0.0.1)");
    }

    @Test
    void aHostThatCannotBeUsedIsReachedByItsAddress() {
        var six = found("x", "-bad", 443, "fd00::7");
        Candidate one = candidates(List.of(six)).getFirst();
        assertThat(one.printer().target().display()).isEqualTo("[fd00:0:0:0:0:0:0:7]");
        assertThat(one.octoPrint().value()).isEqualTo("https://[fd00:0:0:0:0:0:0:7]");
    }

    @Test
    void knowsPrintersThatAreWatched() {
        var one = found("x", "prusa.local", 80, "10.0.0.1", "fd00::1");
        for (Target target :
                List.of(
                        ssh("prusa.local"),
                        ssh("PRUSA"),
                        ssh("10.0.0.1"),
                        ssh("fd00:0::1"),
                        new Target.OctoPrint(new TargetUrl("http://prusa.local")),
                        new Target.OctoPrint(new TargetUrl("http://[fd00::1]:80/")))) {
            assertThat(candidates(List.of(one), watched("p", target, null)).getFirst().watched())
                    .as(target.display())
                    .isTrue();
        }
        for (Target target : List.of(ssh("prusa.lan"), ssh("10.0.0.2"), new Target.Local())) {
            assertThat(candidates(List.of(one), watched("p", target, null)).getFirst().watched())
                    .as(target.display())
                    .isFalse();
        }
        assertThat(
                        candidates(
                                        List.of(one),
                                        watched("p", ssh("gate.example"), "http://10.0.0.1/"))
                                .getFirst()
                                .watched())
                .isTrue();
    }

    @Test
    void aNameThatSeveralHaveDoesNotSayWhichIsWatched() {
        List<Found> both =
                List.of(
                        found("a", "octopi.local", 80, "10.0.0.1"),
                        found("b", "octopi.local", 80, "10.0.0.2"));
        assertThat(candidates(both, watched("p", ssh("octopi.local"), null)))
                .extracting(Candidate::watched)
                .containsExactly(false, false);
        assertThat(candidates(both, watched("p", ssh("10.0.0.2"), null)))
                .extracting(Candidate::watched)
                .containsExactly(false, true);
    }

    @Test
    void ofSeveralPrintersOfOneHostItsPageTellsWhichIsWatched() {
        List<Found> both =
                List.of(
                        found("a", "farm.local", 5001, "10.0.0.1"),
                        found("b", "farm.local", 5002, "10.0.0.1"));
        assertThat(candidates(both, watched("p", ssh("farm.local"), "http://farm.local:5002")))
                .extracting(Candidate::watched)
                .containsExactly(false, true);
        // Behind a proxy OctoPrint has another port than it announces.
        assertThat(
                        candidates(
                                both.subList(0, 1),
                                watched("p", ssh("farm.local"), "http://farm.local")))
                .extracting(Candidate::watched)
                .containsExactly(true);
    }
}
