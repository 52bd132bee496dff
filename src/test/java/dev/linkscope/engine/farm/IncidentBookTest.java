package dev.linkscope.engine.farm;

import static dev.linkscope.engine.farm.FarmScript.id;
import static dev.linkscope.engine.farm.FarmScript.kinds;
import static dev.linkscope.engine.farm.FarmScript.quiet;
import static dev.linkscope.engine.farm.FarmScript.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentBookTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final FarmScript farm = new FarmScript();

    @Test
    void anOutageOpensAtOnceAndEndsAfterFiveQuietMinutes() {
        farm.well("one").look();
        farm.sign("one", Kind.SERVER, farm.outage());
        List<IncidentChange> news = farm.look();
        assertThat(kinds(news)).containsExactly(Change.OPENED);
        assertThat(news.getFirst().incident().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(news.getFirst().incident().printers()).containsExactly(id("one"));

        farm.sign("one", Kind.SERVER, quiet(Duration.ofSeconds(299)));
        assertThat(farm.pass(MINUTE)).isEmpty();
        farm.sign("one", Kind.SERVER, quiet(Duration.ofSeconds(300)));
        assertThat(kinds(farm.look())).containsExactly(Change.RECOVERED);
        assertThat(farm.open()).isEmpty();
        assertThat(farm.book.list()).hasSize(1).noneMatch(Incident::open);
    }

    @Test
    void aStateCountsOnceItLasts() {
        farm.well("one").look();
        farm.sign("one", Kind.SERVER, watch(farm.now));
        assertThat(farm.pass(IncidentLimits.STATE.minusSeconds(3))).isEmpty();
        assertThat(kinds(farm.pass(Duration.ofSeconds(9)))).containsExactly(Change.OPENED);
        assertThat(farm.open().getFirst().severity()).isEqualTo(Severity.WATCH);
        farm.sign("one", Kind.SERVER, farm.outage());
        List<IncidentChange> news = farm.look();
        assertThat(kinds(news)).containsExactly(Change.WORSE);
        assertThat(news.getFirst().incident().title().key()).isEqualTo("incident.server.outage");
        farm.sign("one", Kind.SERVER, watch(farm.now));
        assertThat(farm.pass(HOUR)).as("better, but not over").isEmpty();
        assertThat(farm.open().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aRestartIsNoIncidentAndAnAbsenceIs() {
        farm.well("one", "two").look();
        farm.link("one", LinkState.WAITING);
        assertThat(farm.pass(Duration.ofSeconds(90))).isEmpty();
        farm.link("one", LinkState.MEASURING);
        assertThat(farm.pass(MINUTE)).isEmpty();
        farm.link("one", LinkState.WAITING).pass(MINUTE);
        farm.link("one", LinkState.CONNECTING).pass(MINUTE);
        farm.link("one", LinkState.WAITING);
        assertThat(kinds(farm.pass(MINUTE.multipliedBy(4)))).containsExactly(Change.OPENED);
        assertThat(farm.open().getFirst().kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void allAtOnceIsThisComputersOwnNetwork() {
        String[] names = new String[200];
        for (int i = 0; i < names.length; i++) {
            names[i] = "printer " + i;
        }
        farm.well(names).look();
        for (String name : names) {
            farm.link(name, LinkState.WAITING);
        }
        List<IncidentChange> news = farm.pass(HOUR);
        assertThat(kinds(news)).containsExactly(Change.OPENED);
        Incident offline = news.getFirst().incident();
        assertThat(offline.title().key()).isEqualTo("incident.offline");
        assertThat(offline.printers()).hasSize(200);

        for (int i = 0; i < names.length; i++) {
            farm.link(names[i], i == 7 ? LinkState.WAITING : LinkState.MEASURING);
        }
        assertThat(kinds(farm.pass(MINUTE.multipliedBy(2)))).containsExactly(Change.RECOVERED);
        news = farm.pass(MINUTE.multipliedBy(4));
        assertThat(kinds(news)).as("one did not come back").containsExactly(Change.OPENED);
        assertThat(news.getFirst().incident().printers()).containsExactly(id("printer 7"));
    }

    @Test
    void membersOfASharedOutageHaveNoIncidentOfTheirOwn() {
        farm.well("a", "b", "c", "d").look();
        Instant from = farm.now;
        for (String name : List.of("a", "b", "c")) {
            farm.sign(name, Kind.SERVER, FarmScript.outage(from));
        }
        farm.look();
        assertThat(farm.open()).as("the comparison gets a moment").isEmpty();
        farm.shared(true, from, "a", "b", "c");
        assertThat(kinds(farm.pass(MINUTE.multipliedBy(20)))).containsExactly(Change.OPENED);
        Incident shared = farm.open().getFirst();
        assertThat(shared.kind()).isEqualTo(Kind.SHARED);
        assertThat(shared.printers()).containsExactlyInAnyOrder(id("a"), id("b"), id("c"));

        farm.well("a", "b").shared(false, from, "a", "b", "c");
        List<IncidentChange> news = farm.pass(MINUTE.multipliedBy(5));
        assertThat(kinds(news)).containsExactlyInAnyOrder(Change.RECOVERED, Change.OPENED);
        assertThat(farm.open()).hasSize(1);
        assertThat(farm.open().getFirst().printers()).as("c stays bad").containsExactly(id("c"));
    }

    @Test
    void whatOpenedMomentsBeforeASharedOutageBecomesPartOfIt() {
        farm.well("a", "b", "c").look();
        Instant from = farm.now;
        farm.sign("a", Kind.SERVER, FarmScript.outage(from.minusSeconds(90)));
        farm.look();
        farm.sign("c", Kind.SERVER, FarmScript.outage(from.minus(HOUR)));
        farm.look();
        assertThat(farm.open()).hasSize(2);
        farm.sign("b", Kind.SERVER, FarmScript.outage(from));
        farm.shared(true, from, "a", "b", "c");
        List<IncidentChange> news = farm.look();
        assertThat(news).filteredOn(IncidentChange::quiet).hasSize(1);
        assertThat(farm.open())
                .extracting(Incident::kind)
                .as("c failed long before")
                .containsExactlyInAnyOrder(Kind.SHARED, Kind.SERVER);
        assertThat(farm.book.list()).as("what was absorbed is not shown").hasSize(2);
    }

    @Test
    void sharedOutagesThatGrowTogetherBecomeOne() {
        farm.well("a", "b", "c", "d").look();
        farm.shared(true, farm.now, "a", "b").look();
        farm.shared(true, farm.now, "c", "d").look();
        farm.shared(true, farm.now, "b", "c").look();
        assertThat(farm.open()).hasSize(1);
        assertThat(farm.open().getFirst().printers()).hasSize(4);
    }

    @Test
    void whatIsPlannedOffIsNotAway() {
        farm.well("one", "two").look();
        farm.link("one", LinkState.WAITING).pass(MINUTE.multipliedBy(4));
        assertThat(farm.open()).hasSize(1);
        farm.alerts = planned("one");
        List<IncidentChange> news = farm.look();
        assertThat(news).hasSize(1).allMatch(IncidentChange::quiet);
        assertThat(farm.pass(HOUR)).isEmpty();
        assertThat(farm.book.list()).isEmpty();
        farm.alerts = Alerts.USUAL;
        assertThat(kinds(farm.pass(MINUTE.multipliedBy(4)))).containsExactly(Change.OPENED);
    }

    private static Alerts planned(String name) {
        return new Alerts(true, null, null, List.of(), Map.of(id(name), new Attention(true, null)));
    }

    @Test
    void aPrinterThatIsRemovedTakesItsIncidentWithIt() {
        farm.well("one", "two").sign("one", Kind.SERVER, farm.outage()).look();
        assertThat(farm.open()).hasSize(1);
        assertThat(farm.remove("one").look()).hasSize(1).allMatch(IncidentChange::quiet);
        assertThat(farm.open()).isEmpty();
    }

    @Test
    void whatComesBackSoonIsTheSameIncidentAndMustBeGoneLonger() {
        farm.well("one").sign("one", Kind.SERVER, farm.outage()).look();
        String first = farm.open().getFirst().id();
        farm.sign("one", Kind.SERVER, quiet(IncidentLimits.WELL)).look();
        assertThat(farm.open()).isEmpty();
        farm.sign("one", Kind.SERVER, farm.outage()).look();
        assertThat(farm.open().getFirst().id()).isEqualTo(first);
        assertThat(farm.open().getFirst().times()).isEqualTo(2);
        assertThat(farm.book.list()).hasSize(1);
        farm.sign("one", Kind.SERVER, quiet(IncidentLimits.WELL)).look();
        assertThat(farm.open()).as("five minutes are not enough now").hasSize(1);
        farm.sign("one", Kind.SERVER, quiet(IncidentLimits.WELL.multipliedBy(2))).look();
        assertThat(farm.open()).isEmpty();
        farm.pass(IncidentLimits.RELAPSE.plus(MINUTE));
        farm.sign("one", Kind.SERVER, farm.outage()).look();
        assertThat(farm.open().getFirst().id()).isNotEqualTo(first);
        assertThat(farm.open().getFirst().times()).isEqualTo(1);
    }

    @Test
    void acknowledgingStaysWithTheIncident() {
        farm.well("one").sign("one", Kind.SERVER, farm.outage()).look();
        Incident open = farm.open().getFirst();
        farm.book.acknowledge(open.id(), farm.now);
        farm.book.acknowledge("nobody", farm.now);
        assertThat(farm.open().getFirst().acknowledgedAt()).isEqualTo(farm.now);
        farm.look();
        assertThat(farm.open().getFirst().acknowledgedAt()).isNotNull();
    }

    @Test
    void sleepIsNotWatchedTime() {
        farm.well("one", "two").look();
        farm.link("one", LinkState.WAITING).look();
        farm.now = farm.now.plus(Duration.ofHours(8));
        assertThat(farm.look()).isEmpty();
        farm.now = farm.now.minus(Duration.ofHours(20));
        assertThat(farm.look()).as("a clock set back").isEmpty();
        assertThat(kinds(farm.pass(MINUTE.multipliedBy(4)))).containsExactly(Change.OPENED);
    }

    @Test
    void keepsTheLastTwoHundredThatEnded() {
        for (int i = 0; i < 220; i++) {
            String name = "printer " + i;
            farm.well(name).sign(name, Kind.SERVER, farm.outage()).look();
            farm.sign(name, Kind.SERVER, quiet(HOUR)).look();
        }
        List<Incident> ended = farm.book.list();
        assertThat(ended).hasSize(200);
        assertThat(ended.getFirst().printers()).containsExactly(id("printer 219"));
    }
}
