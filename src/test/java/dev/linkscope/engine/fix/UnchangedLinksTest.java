package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How often a link that nobody changed is called better. A trial is followed slot by slot and the
 * first decision stays, so one call over all slots finds what a look every 10 s finds ({@code
 * TrialJudgeTest.itMakesNoDifferenceWhenSomebodyLooks}).
 */
@Timeout(120)
class UnchangedLinksTest {
    private static final int LINKS = 1_000;
    private static final int BURSTS = 20;
    private static final double[] LOSSES = {0.02, 0.05, 0.10, 0.24, 0.50};

    /** Two hours at 10 s; afterwards 50 drop-outs are to be expected, or it is 17 h. */
    private static final int BASELINE = 720;

    private static boolean better(TrialJudgement judged) {
        return switch (judged.next().state()) {
            case BETTER, HELD, TAKEN_BACK -> true;
            case AWAY, WATCHING, NOT_FIXED, GIVEN_UP, UNDONE, CONFIRMED, STAYED_AWAY -> false;
        };
    }

    @Test
    void atMostOneInTwentyIsCalledBetter() {
        int[] verified = new int[BURSTS + 1];
        int[] notFixed = new int[BURSTS + 1];
        int[] comparable = new int[BURSTS + 1];
        for (int link = 0; link < LINKS; link++) {
            int burst = 1 + link % BURSTS;
            double loss = LOSSES[link / BURSTS % LOSSES.length];
            // With every second slot failing there are no single failures in a row.
            double possible = burst == 1 ? Math.min(loss, 0.4) : loss;
            SplitMix random = new SplitMix(SplitMix.mix(link));
            int after = (int) Math.min(6_000, 50 * burst / possible);
            String whole = Simulated.gilbert(BASELINE + after, possible, burst, random);
            TrialWorld world = new TrialWorld(whole.substring(0, BASELINE));
            TrialJudgement judged = world.judge(world.watching(), whole.substring(BASELINE));
            comparable[burst] += silenceIsFound(world) ? 1 : 0;
            verified[burst] += better(judged) ? 1 : 0;
            notFixed[burst] += judged.next().state() == TrialState.NOT_FIXED ? 1 : 0;
        }
        BenchReport report =
                new BenchReport(
                        "1,000 unchanged links, a look every 10 s",
                        "mean burst",
                        "links",
                        "baselines to compare with",
                        "called better",
                        "called not fixed");
        int all = 0;
        for (int burst = 1; burst <= BURSTS; burst++) {
            all += verified[burst];
            report.row(burst, LINKS / BURSTS, comparable[burst], verified[burst], notFixed[burst]);
        }
        int usable = Arrays.stream(comparable).sum();
        report.row("all", LINKS, usable, all, Arrays.stream(notFixed).sum());
        report.write();
        assertThat(all).isLessThanOrEqualTo(LINKS / 20);
        assertThat(usable).isGreaterThan(LINKS / 2);
    }

    /** Had the same link been mended, it would be found after the announced time, no sooner. */
    private static boolean silenceIsFound(TrialWorld world) {
        Announcement announced = world.announcement();
        if (announced.quiet() == null) {
            return false;
        }
        int slots = Math.toIntExact((announced.quiet().toSeconds() + 9) / 10);
        assertThat(better(world.judge(world.watching(), "1".repeat(slots + 1)))).isTrue();
        assertThat(better(world.judge(world.watching(), "1".repeat(slots - 1)))).isFalse();
        return true;
    }

    @Test
    void aBadEveningComesBackUnlessItIsFixed() {
        int links = 60;
        int wrong = 0;
        int found = 0;
        int fixable = 0;
        for (int link = 0; link < links; link++) {
            EveningFault fault = new EveningFault(new SplitMix(SplitMix.mix(1_000 + link)));
            int days = 3 + link % 5;
            String before = fault.slots(0, days);
            TrialWorld world = new TrialWorld(before, EveningFault.CADENCE);
            wrong += better(world.judge(world.watching(), fault.slots(before.length(), 6))) ? 1 : 0;
            if (days >= 5) {
                fixable++;
                String quiet = "1".repeat(6 * EveningFault.DAY);
                found += better(world.judge(world.watching(), quiet)) ? 1 : 0;
            }
        }
        BenchReport report =
                new BenchReport(
                        "Faults of a part of the day",
                        "links",
                        "unchanged, called better",
                        "fixed ones",
                        "found");
        report.row(links, wrong, fixable, found);
        report.write();
        assertThat(wrong).isLessThanOrEqualTo(links / 20);
        assertThat(found).isGreaterThanOrEqualTo(fixable * 4 / 5);
    }

    /** More regular than chance: the quiet between two of them proves nothing. */
    @Test
    void aFaultEveryFewHoursIsFollowedOverSeveralOfThem() {
        int comparable = 0;
        for (int link = 0; link < 40; link++) {
            SplitMix random = new SplitMix(SplitMix.mix(2_000 + link));
            int period = 60 * (1 + link % 4);
            String whole = Simulated.periodic(3 * 1_440, period, 1 + link % 12, 0.0002, random);
            TrialWorld world = new TrialWorld(whole.substring(0, 1_440), EveningFault.CADENCE);
            assertThat(better(world.judge(world.watching(), whole.substring(1_440)))).isFalse();
            Announcement announced = world.announcement();
            if (announced.quiet() != null) {
                comparable++;
                assertThat(announced.quiet()).isGreaterThan(Duration.ofMinutes(3 * period));
            }
        }
        assertThat(comparable).isGreaterThan(30);
    }

    @Test
    void aQuietDayIsNoNewsToAnEveningFault() {
        String evening = "1".repeat(1_140) + ("0" + "1".repeat(19)).repeat(9) + "1".repeat(120);
        TrialWorld world = new TrialWorld(evening.repeat(5), Duration.ofMinutes(1));
        TrialJudgement day = world.judge(world.watching(), "1".repeat(1_080));
        assertThat(day.next().state()).isEqualTo(TrialState.WATCHING);
        assertThat(day.view().expected()).isZero();
        assertThat(TrialWorld.text(day)).startsWith("Nothing can be told yet");
        assertThat(world.judge(world.watching(), evening).next().state())
                .isNotEqualTo(TrialState.BETTER);
        assertThat(world.judge(world.watching(), "1".repeat(1_440)).next().state())
                .isEqualTo(TrialState.WATCHING);
        TrialJudgement quiet = world.judge(world.watching(), "1".repeat(2 * 1_440));
        assertThat(quiet.next().state()).isEqualTo(TrialState.BETTER);
        assertThat(TrialWorld.text(quiet))
                .contains("Only the hours of the day in which it failed before are counted.");
        assertThat(world.announcement().sentence().key()).isEqualTo("fix.trial.announce.hours");
    }
}
