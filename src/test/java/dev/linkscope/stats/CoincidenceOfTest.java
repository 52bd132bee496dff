package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoincidenceOfTest {
    private static final int SLOTS = 5_000;

    /** Ten spells in a fifth of the time, at no fixed distance: they must not match themselves. */
    private static final BitSet FIFTH = new BitSet();

    static {
        for (int spell = 0; spell < 10; spell++) {
            int from = 500 * spell + 37 * spell * spell % 400;
            FIFTH.set(from, from + 100);
        }
    }

    /** A slot within a spell. */
    private static int in(int spell) {
        return 500 * spell + 37 * spell * spell % 400 + 20;
    }

    /** A slot in which it does not prevail. */
    private static int beside(int spell) {
        return in(spell) + 100;
    }

    /** Outages of two slots that begin there. */
    private static Trace outagesAt(int... starts) {
        var row = new StringBuilder("1".repeat(SLOTS));
        for (int start : starts) {
            row.replace(start, start + 2, "00");
        }
        return Traces.of(row.toString());
    }

    private static List<Outage> outages(Trace trace) {
        return FailureTimes.outages(SlotRow.of(trace));
    }

    private static Coincidence of(Trace trace, BitSet prevails) {
        return CoincidenceOf.of(
                        "server",
                        trace,
                        outages(trace),
                        CoincidenceWorld.circumstance("wifi.weak", prevails, SLOTS))
                .orElseThrow();
    }

    private static boolean silent(Trace trace, BitSet prevails) {
        return CoincidenceOf.of(
                        "server",
                        trace,
                        outages(trace),
                        CoincidenceWorld.circumstance("wifi.weak", prevails, SLOTS))
                .isEmpty();
    }

    @Test
    void fiveOfSixInAFifthOfTheTime() {
        Coincidence one = of(outagesAt(in(0), in(1), in(2), in(4), in(7), beside(8)), FIFTH);
        assertThat(one.outagesWith()).isEqualTo(5);
        assertThat(one.outages()).isEqualTo(6);
        assertThat(one.shareOfTime()).isCloseTo(0.2, within(1e-3));
        assertThat(one.oddsRatio()).isCloseTo(20, within(0.1));
        // Binomial: 6 * 0.2^5 * 0.8 + 0.2^6.
        assertThat(one.pValue()).isCloseTo(0.0016, within(1e-4));
        assertThat(Messages.in(Locale.ENGLISH, ZoneOffset.UTC).render(CoincidenceStatement.of(one)))
                .isEqualTo(
                        "5 of 6 outages began while the Wi-Fi signal was below −70 dBm, which it was"
                                + " 20% of the time: odds 20 to 1; a hint, no proof.");
    }

    @Test
    void withoutAnOutageOnOneSideHalfAnOutageCounts() {
        assertThat(of(outagesAt(in(0), in(1), in(2)), FIFTH).oddsRatio())
                .isCloseTo(28, within(0.1));
        assertThat(of(outagesAt(beside(0), beside(1), beside(2)), FIFTH).oddsRatio())
                .isCloseTo(4 / 7.0, within(0.01));
        assertThat(of(outagesAt(beside(0), beside(1), beside(2)), FIFTH).pValue()).isEqualTo(1);
    }

    @Test
    void tooFewOutagesSayNothing() {
        assertThat(silent(outagesAt(in(0), in(1)), FIFTH)).isTrue();
        assertThat(silent(outagesAt(in(0), in(1), in(2)), FIFTH)).isFalse();
    }

    @Test
    void whatAlwaysOrNeverPrevailsSaysNothing() {
        var always = new BitSet();
        always.set(0, SLOTS);
        assertThat(silent(outagesAt(in(0), in(1), in(2)), always)).isTrue();
        assertThat(silent(outagesAt(in(0), in(1), in(2)), new BitSet())).isTrue();
    }

    @Test
    void theSlotsOfOneOutageCountOnceAndItsLengthIsNoTime() {
        var row = new StringBuilder("1".repeat(SLOTS));
        row.replace(20, 100, "0".repeat(80));
        row.replace(in(1), in(1) + 2, "00").replace(in(2), in(2) + 2, "00");
        Coincidence one = of(Traces.of(row.toString()), FIFTH);
        assertThat(one.outages()).isEqualTo(3);
        assertThat(one.shareOfTime()).isCloseTo((1_000.0 - 81) / (SLOTS - 81), within(1e-9));
    }

    @Test
    void outagesOfWhichItIsNotKnownDoNotCount() {
        Trace trace = outagesAt(in(0), in(1), in(2), 4_500);
        long start = Traces.START.toEpochMilli();
        var known = new Spans.Builder().add(start, start + 20_000_000).build();
        var weak = CoincidenceWorld.circumstance("wifi.weak", FIFTH, SLOTS);
        Coincidence one =
                CoincidenceOf.of(
                                "server",
                                trace,
                                outages(trace),
                                new Circumstance("wifi.weak", known, weak.prevailed()))
                        .orElseThrow();
        assertThat(one.outages()).isEqualTo(3);
        assertThat(one.shareOfTime()).isCloseTo(0.2, within(2e-3));
    }

    @Test
    void anOutageShortlyAfterItBeginsUnderIt() {
        var moment = new Spans.Builder().add(1_000, 1_001).build();
        long[] asked = {999, 1_000, 61_000, 61_001};
        assertThat(moment.covering(asked)).containsExactly(false, true, false, false);
        assertThat(moment.lasting(Duration.ofSeconds(60)).covering(asked))
                .containsExactly(false, true, true, false);
    }

    @Test
    void outagesAreComparedWithinTheirSegment() {
        // It always prevails in the first segment, at half of the time in the second.
        String first = "11111001111111100111";
        String second = "1100111111".repeat(2);
        var trace =
                new Trace(
                        List.of(
                                Traces.segment(first, Traces.START, Traces.CADENCE),
                                Traces.segment(
                                        second,
                                        Traces.START.plusSeconds(200),
                                        Duration.ofSeconds(20))));
        long start = Traces.START.toEpochMilli();
        var prevailed = new Spans.Builder().add(start, start + 400_000).build();
        var known = new Spans.Builder().add(start, start + 600_000).build();
        Coincidence one =
                CoincidenceOf.of(
                                "server",
                                trace,
                                outages(trace),
                                new Circumstance("printing", known, prevailed))
                        .orElseThrow();
        assertThat(one.outagesWith()).isEqualTo(3);
        assertThat(one.outages()).isEqualTo(4);
        // The two of the first segment had no choice; of the second one of two, at 1/2 each.
        assertThat(one.pValue()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void aTimeOfDayNeedsThreeDaysThatAgree() {
        Duration three = Duration.ofHours(3);
        long start = Traces.START.toEpochMilli();
        var night = new Spans.Builder();
        var row = new StringBuilder("1".repeat(7 * 1_440));
        for (int day = 0; day < 7; day++) {
            long from = start + day * 86_400_000L;
            night.add(from, from + three.toMillis());
            row.replace(day * 1_440 + 30, day * 1_440 + 33, "000");
        }
        var known = new Spans.Builder().add(start, start + 7 * 86_400_000L).build();
        var hours = new Circumstance("hour.0", known, night.build(), three);
        Trace nightly = Traces.of(row.toString(), Duration.ofMinutes(1));
        assertThat(CoincidenceOf.believed("server", nightly, outages(nightly), List.of(hours)))
                .singleElement()
                .satisfies(one -> assertThat(one.outagesWith()).isEqualTo(7));
        Trace storm =
                Traces.of(
                        "1".repeat(30) + "00011".repeat(12) + "1".repeat(7 * 1_440),
                        Duration.ofMinutes(1));
        assertThat(outages(storm)).hasSize(12);
        assertThat(CoincidenceOf.believed("server", storm, outages(storm), List.of(hours)))
                .isEmpty();
    }

    @Test
    void oneStormInOneSpellIsOneCoincidence() {
        var spell = new BitSet();
        spell.set(1_000, 2_000);
        Trace storm = outagesAt(1_400, 1_410, 1_420, 1_430, 1_440, 1_450, 1_460);
        assertThat(of(storm, spell).pValue()).isLessThan(1e-4);
        assertThat(believed(storm, spell)).isEmpty();
        Trace spread =
                outagesAt(
                        in(0) - 15,
                        in(1) + 70,
                        in(2) + 3,
                        in(4) + 50,
                        in(6) - 9,
                        in(7) + 22,
                        beside(7),
                        in(8) + 61);
        assertThat(believed(spread, FIFTH)).hasSize(1);
    }

    private static List<Coincidence> believed(Trace trace, BitSet prevails) {
        return CoincidenceOf.believed(
                "server",
                trace,
                outages(trace),
                List.of(CoincidenceWorld.circumstance("printing", prevails, SLOTS)));
    }

    @Tag("simulation")
    @ParameterizedTest
    @ValueSource(ints = {3, 12})
    void chanceIsRarelyTakenForACause(int outages) {
        var random = new SplitMix(outages);
        int alarms = 0;
        for (int i = 0; i < 100; i++) {
            var world = new CoincidenceWorld(8_640, 0.2, 60, random).outages(outages);
            alarms += world.believed().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(5);
    }

    @Tag("simulation")
    @Test
    void aTrueCauseIsFound() {
        var random = new SplitMix(5);
        int found = 0;
        for (int i = 0; i < 50; i++) {
            found +=
                    new CoincidenceWorld(8_640, 0.2, 60, random)
                                    .outages(12, 20).believed().stream()
                                            .anyMatch(one -> one.factor().equals("c0"))
                            ? 1
                            : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(45);
    }
}
