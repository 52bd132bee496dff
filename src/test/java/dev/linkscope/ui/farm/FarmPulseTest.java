package dev.linkscope.ui.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarmPulseTest {
    private final FarmPulse pulse = new FarmPulse(new Wording(FakeServices.MESSAGES));

    private String after(int seconds, long outcomes) {
        return pulse.of(List.of(having(outcomes)), FakeSnapshots.NOW.plusSeconds(seconds)).agents();
    }

    private static SessionSnapshot having(long outcomes) {
        SessionSnapshot one = FakeSnapshots.healthy("Mini", 1);
        return new SessionSnapshot(
                one.printer(),
                one.revision(),
                one.at(),
                one.link(),
                one.failure(),
                one.retryAt(),
                one.agent(),
                one.server(),
                one.webcam(),
                one.probes(),
                one.facts(),
                one.side(),
                one.chain(),
                one.notes(),
                one.headline(),
                one.findings(),
                outcomes,
                one.lost());
    }

    @Test
    void checksAreToldOnceTheirRateIsKnown() {
        assertThat(after(0, 1_000)).contains("6 checks a minute to the server");
        assertThat(after(10, 1_006)).contains("6 checks a minute to the server");
        assertThat(after(20, 1_012)).contains("36 checks a minute (6 to the server)");
    }

    @Test
    void whatIsReadOfThePastIsNoRate() {
        after(0, 0);
        assertThat(after(20, 5_000)).contains("6 checks a minute to the server");
        assertThat(after(50, 5_018)).contains("6 checks a minute to the server");
        assertThat(after(81, 5_036)).contains("(6 to the server)");
    }
}
