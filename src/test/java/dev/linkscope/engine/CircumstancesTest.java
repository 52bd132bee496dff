package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.CoincidenceStatement;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircumstancesTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final int SLOTS = 5_000;

    private final Circumstances circumstances = new Circumstances(ZoneOffset.UTC);

    private void seen(int slot, String key, Object value) {
        circumstances.seen(Fact.known(key, String.valueOf(value), null), at(slot));
    }

    private static Instant at(int slot) {
        return START.plus(CADENCE.multipliedBy(slot));
    }

    /** A pane with outages of three slots. */
    private static PaneSnapshot pane(Iterable<Integer> outages) {
        var failed = new TreeSet<Integer>();
        outages.forEach(first -> failed.addAll(List.of(first, first + 1, first + 2)));
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < SLOTS; i++) {
            slots.add(
                    failed.contains(i)
                            ? Slot.failed(at(i), Phase.CONNECT)
                            : Slot.ok(at(i), 20_000));
        }
        var trace = new Trace(List.of(new Segment(CADENCE, slots)));
        return new PaneSnapshot(
                "example", PaneJudge.judge(trace, Thresholds.DEFAULT), trace, List.of());
    }

    /** Ten spells of 100 slots, at no fixed distance: they must not match themselves. */
    private static int spell(int number) {
        return 500 * number + 37 * number * number % 350 + 30;
    }

    private static final Set<Integer> IN_SPELLS =
            IntStream.range(0, 10)
                    .mapToObj(number -> spell(number) + 7 * number + 15)
                    .collect(Collectors.toUnmodifiableSet());

    @ParameterizedTest
    @CsvSource({
        "wifi.signal, -60, -75, wifi.weak",
        "power.undervoltage.now, false, true, power.undervoltage",
        "power.throttled.now, false, true, power.throttled",
        "octoprint.printing, false, true, printing",
        "link.sent, 40, 900, viewing",
        "host.load.1min, 3.9, 4.2, host.loaded"
    })
    void whatPrevailsWhenOutagesBeginIsFound(String key, String usual, String then, String factor) {
        seen(0, "host.cpus", 4);
        for (int n = 0; n < 10; n++) {
            seen(500 * n, key, usual);
            seen(spell(n), key, then);
            seen(spell(n) + 100, key, usual);
        }
        List<Coincidence> found = circumstances.of(pane(IN_SPELLS), null);
        assertThat(found).extracting(Coincidence::factor).containsExactly(factor);
        Coincidence one = found.getFirst();
        assertThat(one.pane()).isEqualTo("server");
        assertThat(one.outagesWith()).isEqualTo(10);
        assertThat(one.outages()).isEqualTo(10);
        // Half a minute longer than it was read.
        assertThat(one.shareOfTime()).isBetween(0.2, 0.21);
        assertThat(Messages.in(Locale.ENGLISH, ZoneOffset.UTC).render(CoincidenceStatement.of(one)))
                .startsWith("10 of 10 outages began ")
                .endsWith(" to 1; a hint, no proof.");
    }

    @Test
    void anOutageWithinAMinuteOfARoamBeginsWithIt() {
        int roams = 0;
        seen(0, "wifi.roams", roams);
        for (int outage : new TreeSet<>(IN_SPELLS)) {
            seen(outage - 5, "wifi.roams", ++roams);
        }
        assertThat(circumstances.of(pane(IN_SPELLS), null))
                .extracting(Coincidence::factor)
                .containsExactly("wifi.roamed");
    }

    @Test
    void aMinuteAfterARoamIsTooLateAndACountBegunAnewIsNone() {
        int roams = 20;
        seen(0, "wifi.roams", roams);
        for (int outage : new TreeSet<>(IN_SPELLS)) {
            seen(outage - 7, "wifi.roams", ++roams);
            seen(outage - 3, "wifi.roams", roams = 0);
        }
        assertThat(circumstances.of(pane(IN_SPELLS), null)).isEmpty();
    }

    @Test
    void whatWasNotCheckedIsNotKnown() {
        seen(0, "wifi.signal", -60);
        for (int n = 0; n < 10; n++) {
            seen(spell(n), "wifi.signal", -75);
            circumstances.seen(Fact.notChecked("wifi.signal", "busy"), at(spell(n) + 10));
            seen(spell(n) + 100, "wifi.signal", -60);
        }
        // Nearly all of them began while nobody knew.
        assertThat(circumstances.of(pane(IN_SPELLS), null)).isEmpty();
    }

    @Test
    void eachPaneHasItsOwn() {
        for (int n = 0; n < 10; n++) {
            seen(500 * n, "octoprint.printing", false);
            seen(spell(n), "octoprint.printing", true);
            seen(spell(n) + 100, "octoprint.printing", false);
        }
        List<Coincidence> found =
                circumstances.of(pane(Set.of(15, 720, 2_480, 3_300)), pane(IN_SPELLS));
        assertThat(found).extracting(Coincidence::pane).containsExactly("webcam");
        assertThat(
                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC)
                                .render(CoincidenceStatement.of(found.getFirst())))
                .startsWith("10 of 10 outages of the camera began while a print was under way");
    }

    @Test
    void fewOutagesAreSilence() {
        seen(0, "octoprint.printing", false);
        seen(100, "octoprint.printing", true);
        seen(200, "octoprint.printing", false);
        assertThat(circumstances.of(pane(Set.of(150, 170)), null)).isEmpty();
        assertThat(circumstances.of(pane(Set.of()), null)).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        var spells = new Spells("wifi.weak", Duration.ZERO);
        for (int i = 0; i < 20_000; i++) {
            spells.since(START.plusSeconds(i), i % 2 == 0);
        }
        assertThat(spells.changes()).isEqualTo(Spells.MOST);
        for (int i = 0; i < 100; i++) {
            spells.since(START.plus(Duration.ofHours(48 + i)), i % 2 == 0);
        }
        assertThat(spells.changes()).isLessThanOrEqualTo(26);
    }

    @Test
    void theTimeOfDayIsThatOfTheZone() {
        var berlin = new HoursOfDay(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.within(START, START.plus(Duration.ofDays(4))))
                .hasSize(8)
                .first()
                .satisfies(block -> assertThat(block.factor()).isEqualTo("hour.0"));
        assertThat(berlin.within(START, START.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void aTimeOfDayIsFoundOverDays() {
        // Every day at twenty past three and again at five; a slot of ten minutes each.
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < 6 * 144; i++) {
            Instant due = START.plus(Duration.ofMinutes(10L * i));
            int ofDay = i % 144;
            boolean fails = ofDay == 20 || ofDay == 21 || ofDay == 30 || ofDay == 31;
            slots.add(fails ? Slot.failed(due, Phase.CONNECT) : Slot.ok(due, 20_000));
        }
        var trace = new Trace(List.of(new Segment(Duration.ofMinutes(10), slots)));
        var pane =
                new PaneSnapshot(
                        "example", PaneJudge.judge(trace, Thresholds.DEFAULT), trace, List.of());
        assertThat(circumstances.of(pane, null))
                .extracting(Coincidence::factor)
                .containsExactly("hour.3");
    }
}
