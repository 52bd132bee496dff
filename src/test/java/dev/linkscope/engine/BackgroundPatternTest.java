package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.LivePattern;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundPatternTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);

    private final JudgingThread judging = new JudgingThread();
    private final BackgroundPattern pattern = new BackgroundPattern(Thresholds.DEFAULT, judging);

    @AfterEach
    void end() {
        judging.close();
    }

    private static Trace trace(String row) {
        List<Slot> slots = new ArrayList<>();
        for (char state : row.toCharArray()) {
            Instant at = NOON.plus(CADENCE.multipliedBy(slots.size()));
            slots.add(state == '1' ? Slot.ok(at, 20_000) : Slot.failed(at, null));
        }
        return new Trace(List.of(new Segment(CADENCE, slots)));
    }

    private Pattern show(String row) {
        return pattern.of(trace(row), row.length(), errors(row));
    }

    private static int errors(String row) {
        return (int) row.chars().filter(state -> state == '0').count();
    }

    @Test
    void whatNeedsNoTestIsShownAtOnce() {
        assertThat(show("1".repeat(500)).kind()).isEqualTo(PatternKind.NONE);
        assertThat(show("1".repeat(50) + "0").kind()).isEqualTo(PatternKind.TOO_FEW);
        assertThat(show("0".repeat(70)).kind()).isEqualTo(PatternKind.CONTINUOUS);
        assertThat(pattern.hasNews()).isFalse();
    }

    @Test
    void aCheckpointIsJudgedInTheBackground() {
        String few = "1".repeat(60) + "0".repeat(4);
        String burst = "1".repeat(60) + "0".repeat(20) + "1".repeat(60);
        assertThat(show(few).kind()).isEqualTo(PatternKind.TOO_FEW);
        CountDownLatch busy = hold();
        assertThat(show(burst).kind()).as("not judged yet").isEqualTo(PatternKind.TOO_FEW);
        assertThat(show(burst).kind()).as("asked once").isEqualTo(PatternKind.TOO_FEW);
        assertThat(pattern.hasNews()).isFalse();
        busy.countDown();
        await().until(pattern::hasNews);
        assertThat(show(burst).kind()).isEqualTo(PatternKind.BURSTS);
        assertThat(pattern.hasNews()).isFalse();
    }

    private CountDownLatch hold() {
        CountDownLatch busy = new CountDownLatch(1);
        judging.ask(() -> {
            while (busy.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        return busy;
    }

    /** The same checkpoints and the same agreement of two, whoever judges. */
    @Test
    void endsWithWhatIsShownWhenJudgedOnTheSpot() {
        LivePattern onTheSpot = new LivePattern(Thresholds.DEFAULT);
        StringBuilder row = new StringBuilder("0");
        for (int i = 1; i < 900; i++) {
            row.append(i % 90 < 6 ? '0' : '1');
            String now = row.toString();
            Pattern wanted = onTheSpot.of(trace(now), now.length(), errors(now));
            Pattern shown = show(now);
            if (i == 59 || i == 119 || i == 359 || i == 719) {
                await().until(pattern::hasNews);
                shown = show(now);
            }
            assertThat(shown.kind()).as("after " + i).isEqualTo(wanted.kind());
        }
    }
}
