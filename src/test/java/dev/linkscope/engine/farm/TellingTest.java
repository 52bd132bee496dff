package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Alerts.QuietHours;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FarmScript farm = new FarmScript();
    private final Telling telling = new Telling();
    private final List<Telling.Told> told = new ArrayList<>();
    private final List<Instant> when = new ArrayList<>();

    private List<Telling.Told> pass(Duration span) {
        var news = new ArrayList<Telling.Told>();
        for (Instant end = farm.now.plus(span); farm.now.isBefore(end); ) {
            List<IncidentChange> changes = farm.look();
            LocalTime local = farm.now.atOffset(ZoneOffset.UTC).toLocalTime();
            for (Telling.Told one :
                    telling.look(farm.book.list(), changes, farm.alerts, local, farm.now)) {
                news.add(one);
                when.add(farm.now);
            }
        }
        told.addAll(news);
        return news;
    }

    /** Ten minutes in which nothing happens, so that the start is over. */
    private void settle(String... names) {
        farm.well(names);
        assertThat(pass(MINUTE.multipliedBy(10))).isEmpty();
    }

    private static List<Change> kinds(List<Telling.Told> notices) {
        return notices.stream().map(Telling.Told::change).toList();
    }

    private Alerts alerts(@Nullable QuietHours quiet, String name, Attention attention) {
        return new Alerts(true, quiet, null, List.of(), Map.of(FarmScript.id(name), attention));
    }

    private void recover(String name) {
        farm.sign(name, Kind.SERVER, FarmScript.quiet(Duration.ofHours(1)));
    }

    @Test
    void tellsOfTroubleAndOfItsEndOnce() {
        settle("one");
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(kinds(pass(Duration.ofHours(3)))).containsExactly(Change.OPENED);
        recover("one");
        assertThat(kinds(pass(MINUTE))).containsExactly(Change.RECOVERED);
    }

    @Test
    void whatWasBadAtTheStartIsToldTogether() {
        for (int i = 0; i < 50; i++) {
            farm.well("p" + i).sign("p" + i, Kind.SERVER, FarmScript.watch(farm.now));
        }
        for (int i = 50; i < 60; i++) {
            farm.link("p" + i, LinkState.WAITING);
        }
        pass(Duration.ofMinutes(20));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().incidents()).hasSize(60);
        assertThat(told.getFirst().atStart()).isTrue();
    }

    @Test
    void anOutageSoonAfterTheStartIsNotHeldBack() {
        farm.well("one", "two");
        pass(MINUTE.multipliedBy(2));
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(kinds(pass(Duration.ofSeconds(20)))).containsExactly(Change.OPENED);
    }

    @Test
    void manyAtOnceAreOneNotice() {
        String[] names = new String[100];
        for (int i = 0; i < 100; i++) {
            names[i] = "p" + i;
        }
        settle(names);
        for (int i = 0; i < 50; i++) {
            farm.link(names[i], LinkState.WAITING);
        }
        assertThat(pass(MINUTE.multipliedBy(5))).hasSize(1);
        assertThat(told.getFirst().incidents()).hasSize(50);
        farm.well(names);
        assertThat(kinds(pass(MINUTE.multipliedBy(10)))).containsExactly(Change.RECOVERED);
    }

    @Test
    void aStormStaysWithinAFewNoticesAMinute() {
        String[] names = new String[120];
        for (int i = 0; i < names.length; i++) {
            names[i] = "p" + i;
        }
        settle(names);
        int next = 0;
        for (int i = 0; i < 60; i++) {
            farm.sign(names[next++], Kind.SERVER, farm.outage());
            farm.sign(names[next++], Kind.WEBCAM, farm.outage());
            pass(Duration.ofSeconds(15));
        }
        pass(MINUTE);
        for (Instant at : when) {
            assertThat(when)
                    .filteredOn(other -> !other.isBefore(at) && other.isBefore(at.plus(MINUTE)))
                    .hasSizeLessThanOrEqualTo(8);
        }
        assertThat(told.stream().mapToInt(one -> one.incidents().size()).sum()).isEqualTo(120);
    }

    @Test
    void quietHoursTellAtTheirEndWhatStillLasts() {
        settle("stays", "heals", "before");
        farm.sign("before", Kind.SERVER, farm.outage());
        assertThat(pass(MINUTE)).hasSize(1);
        LocalTime from = farm.now.atOffset(ZoneOffset.UTC).toLocalTime();
        farm.alerts = alerts(new QuietHours(from, from.plusHours(2)), "nobody", Attention.USUAL);
        farm.sign("stays", Kind.SERVER, farm.outage());
        farm.sign("heals", Kind.SERVER, farm.outage());
        recover("before");
        assertThat(pass(MINUTE.multipliedBy(30))).isEmpty();
        recover("heals");
        assertThat(pass(MINUTE.multipliedBy(89))).isEmpty();
        List<Telling.Told> news = pass(MINUTE.multipliedBy(3));
        assertThat(kinds(news)).containsExactlyInAnyOrder(Change.OPENED, Change.RECOVERED);
    }

    @Test
    void aMutedPrinterIsToldOfOnceItIsMutedNoMore() {
        settle("one");
        Instant until = farm.now.plus(MINUTE.multipliedBy(60));
        farm.alerts = alerts(null, "one", new Attention(false, until));
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(pass(MINUTE.multipliedBy(59))).isEmpty();
        assertThat(farm.open()).as("it is in the list").hasSize(1);
        assertThat(kinds(pass(MINUTE.multipliedBy(3)))).containsExactly(Change.OPENED);
    }

    @Test
    void whatEndsWhileMutedIsNoNewsLater() {
        settle("one");
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(pass(MINUTE)).hasSize(1);
        farm.alerts =
                alerts(null, "one", new Attention(false, farm.now.plus(MINUTE.multipliedBy(30))));
        recover("one");
        assertThat(pass(MINUTE.multipliedBy(60))).isEmpty();
    }

    @Test
    void whatIsAcknowledgedIsToldAgainOnlyIfWorse() {
        settle("one");
        farm.sign("one", Kind.SERVER, FarmScript.watch(farm.now));
        assertThat(kinds(pass(MINUTE.multipliedBy(4)))).containsExactly(Change.OPENED);
        farm.book.acknowledge(farm.open().getFirst().id(), farm.now);
        assertThat(pass(Duration.ofHours(1))).isEmpty();
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(kinds(pass(MINUTE))).containsExactly(Change.WORSE);
    }

    @Test
    void flappingOfAcknowledgedTroubleIsNotToldAgain() {
        settle("one");
        farm.sign("one", Kind.SERVER, farm.outage());
        pass(MINUTE);
        farm.book.acknowledge(farm.open().getFirst().id(), farm.now);
        recover("one");
        pass(MINUTE);
        farm.sign("one", Kind.SERVER, farm.outage());
        assertThat(pass(MINUTE)).isEmpty();
        assertThat(farm.open()).hasSize(1);
    }

    @Test
    void whatWasAbsorbedIsNotToldAsOver() {
        settle("a", "b");
        farm.sign("a", Kind.SERVER, farm.outage());
        assertThat(pass(MINUTE)).hasSize(1);
        farm.sign("b", Kind.SERVER, farm.outage());
        farm.shared(true, farm.now.minusSeconds(70), "a", "b");
        assertThat(kinds(pass(MINUTE))).containsExactly(Change.OPENED);
    }
}
