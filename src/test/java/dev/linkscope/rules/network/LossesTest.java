package dev.linkscope.rules.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost farther away than the router, beyond what is lost on the way to it. */
class LossesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 10, 0",
        "100, 10, 0, 0, 0.1",
        // Of ninety that came past the router ten were lost: (0.2 - 0.1) / 0.9.
        "100, 20, 100, 10, 0.1111",
        "100, 10, 100, 10, 0",
        // Nothing came past the router.
        "100, 100, 100, 100, 0",
    })
    void excessIsOfWhatCamePastTheRouter(
            int asked, int lost, int nearAsked, int nearLost, double excess) {
        assertThat(new Losses(asked, lost, nearAsked, nearLost).excess())
                .isCloseTo(excess, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        // The limit of 5 %, without a router to compare with.
        "100, 5, 0, 0, true",
        "1000, 49, 0, 0, false",
        // By NIST/SEMATECH 7.3.3, z = 2.95 and 3.10 with 19 and 20 of 200 against 5 of 200.
        "200, 19, 200, 5, false",
        "200, 20, 200, 5, true",
        // Far beyond chance, and yet below 5 %.
        "10000, 450, 10000, 50, false",
        "10000, 600, 10000, 50, true",
        // Few questions: a fifth more may be chance.
        "20, 5, 20, 1, false",
        // Unequal numbers: z = 2.47 and 3.03.
        "50, 6, 400, 16, false",
        "50, 7, 400, 16, true",
    })
    void moreIsLostFartherAwayOnlyIfItIsMuchAndNotByChance(
            int asked, int lost, int nearAsked, int nearLost, boolean beyond) {
        assertThat(new Losses(asked, lost, nearAsked, nearLost).beyond()).isEqualTo(beyond);
    }

    @Test
    void allProbesOfAKindCountAndQuestionsAnsweredAgainWereLost() {
        var printer =
                new MadeUpPrinter()
                        .probe("server.http", "ok*100", Map.of())
                        .probe("internet:one", "ok*40 connect.timeout*10", Map.of())
                        .probe("internet:two", "ok*30", Map.of())
                        .probe("gateway", "ok*80 again*12 connect.timeout*8", Map.of())
                        .build();
        assertThat(Losses.of(printer, ProbeKind.INTERNET, ProbeTally::failed))
                .isEqualTo(new Losses(80, 10, 100, 20));
    }

    @Test
    void aRouterThatAnswersNobodyTellsNothing() {
        var printer =
                new MadeUpPrinter()
                        .probe("internet", "ok*50", Map.of())
                        .probe("gateway", "connect.timeout*100", Map.of())
                        .build();
        assertThat(Losses.of(printer, ProbeKind.INTERNET, ProbeTally::failed))
                .isEqualTo(new Losses(50, 0, 0, 0));
    }
}
