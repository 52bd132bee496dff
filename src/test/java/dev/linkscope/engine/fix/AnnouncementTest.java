package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.stats.Traces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    /** 14 single failures in two hours: 254 clean slots prove a change. */
    private static final String OLD = ("1".repeat(50) + "0").repeat(14) + "1".repeat(6);

    private final TrialWorld world = new TrialWorld(OLD);

    @Test
    void theAnnouncementSaysHowLong() {
        Announcement wait = world.announcement();
        assertThat(wait.ready()).isTrue();
        assertThat(wait.quiet()).isEqualTo(Duration.ofSeconds(2_531));
        assertThat(wait.sentence().key()).isEqualTo("fix.announcement");
        Announcement none = new TrialWorld("1".repeat(50)).announcement();
        assertThat(none.ready()).isFalse();
        assertThat(none.sentence().key()).isEqualTo("fix.trial.announce.no_failure");
        assertThat(new TrialWorld("").announcement().sentence().key())
                .isEqualTo("fix.trial.announce.nothing");
        Announcement few = new TrialWorld("1".repeat(50) + "0" + "1".repeat(49)).announcement();
        assertThat(few.ready()).isFalse();
        assertThat(few.sentence().args()).containsExactly(Duration.ofSeconds(5_000));
        Announcement dead = new TrialWorld("0".repeat(50), Duration.ofSeconds(1)).announcement();
        assertThat(dead.ready()).isTrue();
        assertThat(dead.quiet()).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void theBaselineIsADayOrAWeekOfBadEvenings() {
        var week = new TrialWorld("1".repeat(10 * 1_440), Duration.ofMinutes(1));
        assertThat(week.baseline("1".repeat(10 * 1_440)).length()).isEqualTo(BaselineSpan.USUAL);
        String evening = "1".repeat(1_140) + ("0" + "1".repeat(19)).repeat(9) + "1".repeat(120);
        assertThat(week.baseline(evening.repeat(10)).length()).isEqualTo(BaselineSpan.LONGEST);
        assertThat(new TrialWorld("0101").baseline("01").from()).isEqualTo(Traces.START);
        assertThat(week.baseline("").length()).isEqualTo(BaselineSpan.USUAL);
    }
}
