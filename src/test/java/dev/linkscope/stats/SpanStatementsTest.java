package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.loss.PaneFigures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of two spans, with its figures and in its order. */
class SpanStatementsTest {
    private static final String CALM = "1".repeat(1_000);

    private static List<Statement> say(String first, String second) {
        PaneFigures before = PaneJudge.judge(Traces.of(first), Thresholds.DEFAULT);
        PaneFigures since = PaneJudge.judge(Traces.of(second), Thresholds.DEFAULT);
        SpanJudgement judged =
                SpanTest.compare(Traces.of(first), Traces.of(second), Thresholds.DEFAULT);
        return SpanStatements.of(PaneSubject.SERVER, judged, before, since);
    }

    @Test
    void twoCleanSpansShowNoDifference() {
        assertThat(say(CALM, "1".repeat(100)))
                .containsExactly(
                        Statement.of("compare.clean.server", 1_000, 100),
                        Statement.of("compare.small"));
    }

    @Test
    void whatIsTooLittleSaysHowMuchIsNeeded() {
        assertThat(say("1".repeat(58), CALM))
                .containsExactly(Statement.of("compare.little.first", 58, 59));
        assertThat(say(CALM, "1")).containsExactly(Statement.of("compare.little.second", 1, 59));
        assertThat(say(CALM, ".")).containsExactly(Statement.of("compare.little.second", 0, 59));
        assertThat(say("0" + CALM + "00", CALM + "0"))
                .containsExactly(Statement.of("compare.little.few.server", 2, 1, 6));
        assertThat(say(CALM, "01".repeat(200) + CALM))
                .containsExactly(Statement.of("compare.little.uneven.server"));
    }

    @Test
    void ratesAreNamedWithTheLaterSpanFirst() {
        String down = "0".repeat(500);
        assertThat(say(down, CALM))
                .containsExactly(
                        Statement.of("compare.rate.fewer.server", 0.0, 1.0),
                        Statement.of("compare.cause"));
        assertThat(say(CALM, down))
                .containsExactly(
                        Statement.of("compare.rate.more.server", 1.0, 0.0),
                        Statement.of("compare.cause"));
        assertThat(say(down, down))
                .containsExactly(
                        Statement.of("compare.rate.same.server", 1.0, 1.0),
                        Statement.of("compare.small"));
    }

    @Test
    void dropOutsAreNamedWithTheTimeTheyWereCountedIn() {
        String often = ("1".repeat(19) + "0").repeat(100);
        String seldom = ("1".repeat(99) + "0").repeat(20);
        Duration measured = Duration.ofSeconds(20_000);
        assertThat(say(often, seldom))
                .containsExactly(
                        Statement.of("compare.fewer.server", 20, measured, 100, measured),
                        Statement.of("compare.rates", 0.01, 0.05),
                        Statement.of("compare.cause"));
        assertThat(say(seldom, often))
                .containsExactly(
                        Statement.of("compare.more.server", 100, measured, 20, measured),
                        Statement.of("compare.rates", 0.05, 0.01),
                        Statement.of("compare.cause"));
        assertThat(say(often, often))
                .containsExactly(
                        Statement.of("compare.same.server", 100, measured, 100, measured),
                        Statement.of("compare.rates", 0.05, 0.05),
                        Statement.of("compare.small"));
    }

    @Test
    void moreButShorterIsSaid() {
        String longOnes = ("1".repeat(270) + "0".repeat(30)).repeat(20);
        String shortOnes = ("1".repeat(19) + "0").repeat(300);
        assertThat(say(longOnes, shortOnes))
                .containsExactly(
                        Statement.of(
                                "compare.more.server",
                                300,
                                Duration.ofSeconds(60_000),
                                20,
                                Duration.ofSeconds(60_000)),
                        Statement.of("compare.but.shorter", 0.05, 0.1),
                        Statement.of("compare.cause"));
    }
}
