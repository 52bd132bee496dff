package dev.linkscope.engine.fix;

import static dev.linkscope.engine.fix.TrialWorld.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialJudgeTest {
    /** 14 single failures in two hours: 254 clean slots prove a change. */
    private static final String OLD = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);

    private static final int DAY = 8_640;

    private final TrialWorld world = new TrialWorld(OLD);

    @Test
    void tooEarlyIsNotYetKnown() {
        TrialJudgement early = world.judge(world.watching(), "1".repeat(127));
        TrialView view = early.view();
        assertThat(early.next()).isEqualTo(world.watching());
        assertThat(view.before()).isCloseTo(14 / 720.0, within(1e-9));
        assertThat(view.beforeMeasured()).isEqualTo(Duration.ofHours(2));
        assertThat(view.beforeDropOuts()).isEqualTo(14);
        assertThat(view.after()).isZero();
        assertThat(view.afterMeasured()).isEqualTo(Duration.ofSeconds(1_270));
        assertThat(view.afterDropOuts()).isZero();
        assertThat(view.expected()).isCloseTo(14 * 127 / 720.0, within(1e-9));
        assertThat(view.progress()).isCloseTo(0.5, within(0.01));
        assertThat(view.quietNeeded()).isNotNull();
        assertThat(view.quietNeeded().toSeconds()).isEqualTo(1_260);
        assertThat(text(early))
                .isEqualTo(
                        "No drop-out for 21 min; before, there was about one every 9 min. If it"
                                + " stays quiet for 21 min more, that is unlikely to be luck.");
        assertThat(world.judge(world.watching(), "").view().after()).isNull();
    }

    @Test
    void silenceIsBetterAndStaysSo() {
        assertThat(world.judge(world.watching(), "1".repeat(253)).next().state())
                .isEqualTo(TrialState.WATCHING);
        TrialJudgement better = world.judge(world.watching(), "1".repeat(254));
        assertThat(better.next()).isEqualTo(world.better(254));
        assertThat(better.view().quietNeeded()).isNull();
        assertThat(better.view().progress()).isEqualTo(1);
        assertThat(text(better))
                .isEqualTo(
                        "Better since the change: no drop-out for 42 min; before, there was about"
                                + " one every 9 min. Linkscope goes on watching and judges it"
                                + " again in 24 h.");
        TrialJudgement later = world.judge(better.next(), "1".repeat(300) + "01110");
        assertThat(later.next()).isEqualTo(better.next());
        assertThat(later.view().figures()).isEqualTo(better.view().figures());
        assertThat(later.view().afterDropOuts()).isEqualTo(2);
        assertThat(text(later)).contains("there were 2 drop-outs, which is not the old rate yet");
    }

    @Test
    void theOldRateIsNotFixed() {
        String since = "10".repeat(8);
        TrialJudgement not = world.judge(world.watching(), since + "1".repeat(500));
        assertThat(not.next().state()).isEqualTo(TrialState.NOT_FIXED);
        assertThat(not.next().decidedAt()).isBefore(world.after(17));
        assertThat(not.view().afterMeasured()).isLessThan(Duration.ofSeconds(170));
        assertThat(text(not)).startsWith("Not fixed: ");
        assertThat(world.judge(not.next(), since + "1".repeat(9_000)).view()).isEqualTo(not.view());
    }

    /** One endless drop-out is fewer drop-outs than before, and still nothing to cheer about. */
    @Test
    void aDeadLinkIsNeverBetter() {
        for (int slots = 50; slots < 1_000; slots += 50) {
            assertThat(world.judge(world.watching(), "1" + "0".repeat(slots)).next().state())
                    .isIn(TrialState.WATCHING, TrialState.NOT_FIXED);
        }
        TrialJudgement dead = world.judge(world.watching(), "1" + "0".repeat(500));
        assertThat(dead.next().state()).isEqualTo(TrialState.NOT_FIXED);
        assertThat(text(dead))
                .isEqualTo(
                        "Not fixed: since the change it fails for more of the time than before.");
    }

    @Test
    void blindSpotsAndTimeWithoutPowerAreNoSilence() {
        Trial watching = world.watching();
        TrialView seen = world.judge(watching, "1".repeat(100)).view();
        TrialView blind = world.judge(watching, "1".repeat(100) + ".".repeat(5_000)).view();
        assertThat(blind.state()).isEqualTo(TrialState.WATCHING);
        assertThat(blind.quietNeeded()).isEqualTo(seen.quietNeeded());
        assertThat(blind.progress()).isEqualTo(seen.progress());

        Span off = new Span(world.after(100).plusSeconds(3), world.after(160));
        Trial away = world.watching(List.of(off));
        String dead = "1".repeat(100) + "0".repeat(60) + "1".repeat(100);
        TrialJudgement counted = world.judge(away, dead);
        assertThat(counted.view().afterDropOuts()).isZero();
        assertThat(counted.view().afterMeasured()).isEqualTo(Duration.ofSeconds(2_000));
        assertThat(world.judge(watching, dead).view().afterDropOuts()).isEqualTo(1);
        assertThat(world.judge(away, "1".repeat(310)).next().state())
                .isEqualTo(TrialState.WATCHING);
        assertThat(world.judge(away, "1".repeat(314)).next().state()).isEqualTo(TrialState.BETTER);
    }

    @Test
    void aDayLaterItHasHeld() {
        String quiet = "1".repeat(254 + DAY);
        TrialJudgement soon = world.judge(world.better(254), quiet.substring(1));
        assertThat(soon.next().state()).isEqualTo(TrialState.BETTER);
        TrialJudgement held = world.judge(world.better(254), quiet);
        assertThat(held.next().state()).isEqualTo(TrialState.HELD);
        assertThat(held.next().decidedAt()).isEqualTo(world.after(254 + DAY));
        assertThat(text(held))
                .isEqualTo(
                        "Better, and still so after a day: no drop-out in that time; before, 168"
                                + " would have been usual.");
        assertThat(world.judge(world.watching(), quiet + "1".repeat(DAY)))
                .isEqualTo(world.judge(held.next(), quiet));
    }

    @Test
    void aDayThatHardlyAnybodySawIsWaitedFor() {
        String night = "1".repeat(254) + ("1".repeat(2_000) + ".".repeat(6_640));
        TrialJudgement waiting = world.judge(world.better(254), night + "1".repeat(100));
        assertThat(waiting.next().state()).isEqualTo(TrialState.BETTER);
        assertThat(text(waiting)).contains("only 5 h 50 min of it were measured");
        TrialJudgement held = world.judge(world.better(254), night + "1".repeat(3_000));
        assertThat(held.next().state()).isEqualTo(TrialState.HELD);
        assertThat(held.next().decidedAt()).isEqualTo(world.after(254 + DAY + 2_320));
    }

    /** What the printer measured may arrive later: no slot after the day, no verdict. */
    @Test
    void whatWasNotDeliveredYetDecidesNothing() {
        TrialJudgement waiting = world.judge(world.better(254), "1".repeat(254 + 8_000));
        assertThat(waiting.next().state()).isEqualTo(TrialState.BETTER);
        String holes = "1".repeat(254 + 8_000) + ".".repeat(3 * DAY);
        assertThat(world.judge(world.better(254), holes).next().state())
                .isEqualTo(TrialState.BETTER);
    }

    @Test
    void theOldRateTakesItBackWheneverItReturns() {
        for (int quiet : new int[] {0, 1_000, 5_000}) {
            String back = "1".repeat(254 + quiet) + OLD.repeat(4);
            TrialJudgement taken = world.judge(world.better(254), back);
            assertThat(taken.next().state()).as("%d", quiet).isEqualTo(TrialState.TAKEN_BACK);
            assertThat(taken.next().decidedAt()).isBefore(world.after(254 + quiet + 4 * 720));
            assertThat(text(taken)).startsWith("It was better for a while, but the fault is back");
        }
    }

    @Test
    void failingForAsMuchOfTheTimeTakesItBackToo() {
        String down = "1".repeat(1_000) + "0".repeat(430) + "1".repeat(1_000);
        assertThat(world.judge(world.better(254), down).next().state())
                .isEqualTo(TrialState.BETTER);
        TrialJudgement taken = world.judge(world.better(254), down + "0000");
        assertThat(taken.next().state()).isEqualTo(TrialState.TAKEN_BACK);
        assertThat(text(taken)).contains("as much of the time as before");
    }

    @Test
    void undoneItIsConfirmedOrSomethingElseDidIt() {
        Trial undone = world.undone(300);
        String quiet = "1".repeat(300);
        TrialJudgement open = world.judge(undone, quiet + "1".repeat(127));
        assertThat(open.next()).isEqualTo(undone);
        assertThat(open.view().progress()).isCloseTo(0.5, within(0.01));
        assertThat(open.view().afterMeasured()).isEqualTo(Duration.ofSeconds(1_270));
        assertThat(text(open)).startsWith("The change is undone for a test");

        TrialJudgement confirmed = world.judge(undone, quiet + OLD);
        assertThat(confirmed.next().state()).isEqualTo(TrialState.CONFIRMED);
        assertThat(confirmed.view().figures().reason()).isEqualTo(FixReason.KEEPS_FAILING);
        assertThat(text(confirmed)).contains("Make it again, for good");

        TrialJudgement stayed = world.judge(undone, quiet + "1".repeat(254));
        assertThat(stayed.next().state()).isEqualTo(TrialState.STAYED_AWAY);
        assertThat(stayed.next().decidedAt()).isEqualTo(world.after(554));
        assertThat(text(stayed)).contains("something else helped");
        assertThat(world.judge(stayed.next(), quiet + "1".repeat(300)).view())
                .isEqualTo(stayed.view());
    }

    @Test
    void afterNothingGotThrough() {
        TrialWorld dead = new TrialWorld("0".repeat(100));
        Trial watching = dead.watching();
        TrialJudgement early = dead.judge(watching, "1".repeat(30));
        assertThat(early.next()).isEqualTo(watching);
        assertThat(early.view().progress()).isCloseTo(30 / 59.0, within(0.01));
        assertThat(dead.judge(watching, "0".repeat(58)).next()).isEqualTo(watching);
        TrialJudgement not = dead.judge(watching, "0".repeat(59));
        assertThat(not.next().state()).isEqualTo(TrialState.NOT_FIXED);
        assertThat(text(not))
                .isEqualTo("Not fixed: too few attempts get through since the change.");
        TrialJudgement works = dead.judge(watching, "1".repeat(59));
        assertThat(works.next().state()).isEqualTo(TrialState.BETTER);
        assertThat(text(works)).startsWith("It works again since the change.");

        String day = "1".repeat(59 + DAY);
        TrialJudgement held = dead.judge(watching, day);
        assertThat(held.next().state()).isEqualTo(TrialState.HELD);
        assertThat(text(held)).isEqualTo("It works again, and still did after a day.");
        String again = "1".repeat(2_000) + "0".repeat(720);
        assertThat(dead.judge(watching, again).next().state()).isEqualTo(TrialState.TAKEN_BACK);
        assertThat(dead.judge(watching, "1".repeat(2_000) + "0".repeat(90)).next().state())
                .isEqualTo(TrialState.BETTER);

        Trial undone = dead.undone(59);
        String so = "1".repeat(59);
        assertThat(dead.judge(undone, so + "0".repeat(59)).next().state())
                .isEqualTo(TrialState.CONFIRMED);
        assertThat(dead.judge(undone, so + "1".repeat(59)).next().state())
                .isEqualTo(TrialState.STAYED_AWAY);
    }

    @Test
    void withoutAUsableBaselineNothingIsClaimed() {
        TrialJudgement none =
                new TrialWorld("1".repeat(500)).judge(world.watching(), "1".repeat(9_000));
        assertThat(none.next().state()).isEqualTo(TrialState.WATCHING);
        TrialWorld few = new TrialWorld("1".repeat(100) + "0" + "1".repeat(400));
        TrialJudgement unknown = few.judge(few.watching(), "1".repeat(9_000));
        assertThat(unknown.next().state()).isEqualTo(TrialState.WATCHING);
        assertThat(unknown.view().progress()).isZero();
        assertThat(unknown.view().beforeDropOuts()).isNull();
        assertThat(text(unknown)).startsWith("Too little was seen before the change");
    }

    @ParameterizedTest
    @EnumSource(TrialState.class)
    void everyStateHasItsSentenceWhateverTheSlots(TrialState state) {
        for (String before : List.of("1", "0".repeat(100), OLD)) {
            for (String since : List.of("", "1", "0".repeat(700), OLD, "1".repeat(DAY + 600))) {
                TrialWorld any = new TrialWorld(before);
                boolean decided = state != TrialState.AWAY && state != TrialState.WATCHING;
                Trial trial =
                        any.trial(List.of(), any.after(5), state, decided ? any.after(9) : null);
                any.judge(trial, since);
            }
        }
    }

    @Test
    void itMakesNoDifferenceWhenSomebodyLooks() {
        SplitMix random = new SplitMix(11);
        for (int i = 0; i < 12; i++) {
            double rest = i % 3 == 0 ? 0.1 : 0.005;
            TrialWorld link = new TrialWorld(Simulated.gilbert(720, 0.1, 1 + i % 4, random));
            String since = Simulated.gilbert(400, rest, 1 + i % 4, random);
            Trial looked = link.watching();
            double last = 0;
            for (int slots = 0; slots <= since.length(); slots++) {
                TrialJudgement now = link.judge(looked, since.substring(0, slots));
                if (now.next().state() == TrialState.WATCHING && slots > 0) {
                    boolean failed = since.charAt(slots - 1) == '0';
                    assertThat(now.view().progress()).isLessThan(1);
                    assertThat(failed || now.view().progress() >= last).isTrue();
                }
                last = now.view().progress();
                looked = now.next();
            }
            assertThat(looked).isEqualTo(link.judge(link.watching(), since).next());
        }
    }
}
