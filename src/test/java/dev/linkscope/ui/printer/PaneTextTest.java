package dev.linkscope.ui.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.common.Condition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaneTextTest {
    private static PaneText text(FakePane pane) {
        PaneSnapshot snapshot = pane.snapshot("app.obico.io", FakeSnapshots.NOW);
        return PaneText.of("Server connection", snapshot, FakeSnapshots.NOW, FakeServices.WORDING);
    }

    @Test
    void tellsErrorsAndWhen() {
        PaneText text = text(new FakePane(1, 720).failing(Phase.DNS, 100, 714));
        assertThat(text.condition()).isEqualTo(Condition.HEALTHY);
        assertThat(text.rate()).isEqualTo("0.3%");
        assertThat(text.attempts()).isEqualTo("2 of 720 attempts");
        assertThat(text.lastAgo()).isEqualTo("60 s ago");
        assertThat(text.pattern()).isEqualTo("Too few to tell");
        assertThat(text.patternDetail()).isEqualTo("2 errors; needs 5, at this pace about 14:02");
        assertThat(text.answer()).isEqualTo("142 ms");
        assertThat(text.failedWhile()).isEqualTo("Finding the name\u00a02");
        assertThat(text.spoken())
                .isEqualTo(
                        "Server connection: Healthy. Error rate 0.3%, 2 of 720 attempts failed."
                                + " Pattern: Too few to tell.");
    }

    @Test
    void givesNoRateForAHandfulOfAttempts() {
        PaneText text = text(new FakePane(1, 5).failing(Phase.DNS, 1));
        assertThat(text.rate()).isEqualTo("–");
        assertThat(text.likely()).isEqualTo("error rate");
        assertThat(text.attempts()).isEqualTo("5 of 8 attempts needed, ready at about 11:03");
        assertThat(text.pattern()).isEqualTo("Not known yet");
    }

    @Test
    void promisesNothingOfWhatIsNotMeasuredNow() {
        PaneSnapshot old =
                new FakePane(1, 720)
                        .failing(Phase.DNS, 100, 714)
                        .snapshot("a", FakeSnapshots.NOW.minusSeconds(60));
        assertThat(
                        PaneText.of("Server", old, FakeSnapshots.NOW, FakeServices.WORDING)
                                .patternDetail())
                .isEqualTo("2 errors; needs 5");
    }

    @Test
    void saysThatThereWasNoError() {
        PaneText text = text(new FakePane(1, 720));
        assertThat(text.first()).isEqualTo("None");
        assertThat(text.firstAgo()).isEmpty();
        assertThat(text.failedWhile()).isEmpty();
        assertThat(text.active()).isEmpty();
    }

    @Test
    void writesAllWithoutDecimals() {
        PaneText text = text(new FakePane(1, 60).outage(0, 60));
        assertThat(text.rate()).isEqualTo("100%");
        assertThat(text.answer()).isEmpty();
    }

    @Test
    void namesTheDayOfAnOldError() {
        PaneSnapshot pane =
                new FakePane(1, 720)
                        .failing(Phase.DNS, 100)
                        .snapshot("a", FakeSnapshots.NOW.minus(Duration.ofDays(3)));
        PaneText text = PaneText.of("Server", pane, FakeSnapshots.NOW, FakeServices.WORDING);
        assertThat(text.first()).startsWith("Nov 19, 2026");
        assertThat(text.firstAgo()).isEqualTo("3 days ago");
    }
}
