package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsOverSshTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void readsBothLogsInTheTimeOfThePi() {
        List<PastRecord> past =
                LogsOverSsh.parse(
                        """
                        +0200
                        linkscope-next-log
                        2026-11-22 11:00:00,123 - octoprint.plugins.obico - WARNING - WS Closed - 4321 - kicked

                        linkscope-next-log
                        2026-11-22T10:30:00+0200 octopi kernel: Under-voltage detected! (0x00050005)
                        """,
                        NOW);
        assertThat(past).hasSize(2);
        PastEvent kicked = past.getFirst().events().getFirst();
        assertThat(kicked.kind()).isEqualTo(PastKind.KICKED);
        assertThat(kicked.from()).isEqualTo(Instant.parse("2026-11-22T09:00:00.123Z"));
        PastEvent power = past.getLast().events().getFirst();
        assertThat(power.kind()).isEqualTo(PastKind.UNDER_VOLTAGE);
        assertThat(power.from()).isEqualTo(Instant.parse("2026-11-22T08:30:00Z"));
    }

    @Test
    void nothingIsMadeOfAnAnswerThatIsNone() {
        for (String answer : List.of("", "sh: not found", "x\nlinkscope-next-log\n")) {
            assertThat(LogsOverSsh.parse(answer, NOW)).isEmpty();
        }
        assertThat(LogsOverSsh.parse("z\nlinkscope-next-log\n\nlinkscope-next-log\n", NOW))
                .isEmpty();
    }
}
