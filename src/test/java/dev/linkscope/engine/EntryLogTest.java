package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.AgentFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLogTest {
    private static AgentFrame.Lost range(long from, long to) {
        return new AgentFrame.Lost(from, to, List.of());
    }

    @Test
    void withoutSumsEveryEntryOfARangeCounts() {
        var log = new EntryLog(10, List.of());

        assertThat(log.lose(range(11, 30))).isTrue();
        assertThat(log.lostAttempts()).isEqualTo(20);
    }

    @Test
    void whatCameInPartOfARangeIsNotLost() {
        var log = new EntryLog(10, List.of());
        // Of an hour that had to go the agent keeps the panes' outcomes, and tells the rest behind.
        for (long kept = 12; kept <= 30; kept += 2) {
            assertThat(log.take(kept)).isTrue();
        }

        assertThat(log.lose(range(11, 31))).isTrue();
        assertThat(log.lostAttempts()).isEqualTo(11);
        assertThat(log.take(20)).isFalse();
    }

    @Test
    void aRangeThatHasGrownReplacesTheOneItWas() {
        var log = new EntryLog(10, List.of());
        log.lose(range(11, 20));
        log.take(22);

        assertThat(log.lose(range(11, 25))).isTrue();
        assertThat(log.lostAttempts()).isEqualTo(14);
    }

    @Test
    void sumsTellWhatWasLost() {
        var log = new EntryLog(0, List.of());
        log.take(1);
        log.take(2);
        log.lose(new AgentFrame.Lost(1, 9, List.of(new AgentFrame.LostHour("dns", 0, 3, 2, 1))));

        assertThat(log.lostAttempts()).isEqualTo(6);
        assertThat(log.lostFailures()).isEqualTo(2);
    }

    @Test
    void whatIsKnownToBeLostIsNotLostAgain() {
        var log = new EntryLog(40, List.of(range(11, 30)));

        assertThat(log.lose(range(11, 30))).isFalse();
        assertThat(log.lostAttempts()).isEqualTo(20);
    }
}
