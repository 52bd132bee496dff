package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When packets count as lost on the way to the router, on either side of each limit. */
class LossyWayTest {
    private static final JointCounts CALM = new JointCounts(900, 0);

    /** A server that fails so often, and a router that was asked. */
    private static LossyWay way(String server, ProbeTally router) {
        PrinterCase known = new MadeUpPrinter().probe("server.http", server, Map.of()).build();
        return new LossyWay(
                new PrinterCase(
                        known.server(),
                        null,
                        List.of(router),
                        Map.of(),
                        new FactSheet(List.of()),
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }

    private static ProbeTally router(
            int measured, int failed, int retried, JointCounts failing, JointCounts ok) {
        return new ProbeTally(
                "gateway",
                ProbeKind.GATEWAY,
                measured,
                failed,
                retried,
                0,
                Map.of(),
                null,
                null,
                new Beside(failing, ok, JointCounts.NONE, JointCounts.NONE));
    }

    private static ProbeTally answeredAgain(int measured, int failed, int retried) {
        return router(measured, failed, retried, JointCounts.NONE, CALM);
    }

    @ParameterizedTest
    @CsvSource({"19, 0, true", "20, 0, false", "20, 20, true", "20, 19, false"})
    void aRouterTellsIfItWasAskedOftenAndAnswersAtAll(int measured, int failed, boolean unknown) {
        LossyWay way = way("ok*100", answeredAgain(measured, failed, 0));
        assertThat(way.unknown()).isEqualTo(unknown);
        assertThat(way.counts())
                .isEqualTo(unknown ? JointCounts.NONE : new JointCounts(measured, failed));
    }

    @Test
    void withoutARouterNothingIsKnownAndNothingLost() {
        var way = new LossyWay(new MadeUpPrinter().build());
        assertThat(way.unknown()).isTrue();
        assertThat(way.counts()).isEqualTo(JointCounts.NONE);
        assertThat(way.loses()).isFalse();
        assertThat(way.explains()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Fewer than three may be accidents.
        "30, 0, 2, false",
        "30, 0, 3, true",
        // Exactly 3 % is no more than a good way loses.
        "100, 0, 3, false",
        "100, 0, 4, true",
        // Most were lost for good: an outage, no scatter.
        "100, 10, 9, false",
        "100, 10, 10, true",
        // Two that came at the second try are too few to tell.
        "60, 2, 2, false",
        "60, 1, 3, true",
    })
    void whatComesAtTheSecondTryWasLostByItself(
            int measured, int failed, int retried, boolean loses) {
        assertThat(way("ok*100", answeredAgain(measured, failed, retried)).loses())
                .isEqualTo(loses);
    }

    @ParameterizedTest
    @CsvSource({
        // As much is lost while the server answers.
        "0, 0, 100, 4, true",
        "0, 0, 100, 3, false",
        // Two may be accidents, however few were asked.
        "0, 0, 40, 2, false",
        "0, 0, 40, 3, true",
        // Half as often while the server answers is alike; less than half is its outage.
        "50, 10, 100, 10, true",
        "50, 10, 100, 9, false",
    })
    void whatIsLostAsOftenWhileTheServerAnswersIsScattered(
            int failing, int lost, int between, int lostBetween, boolean loses) {
        ProbeTally router =
                router(
                        failing + between,
                        lost + lostBetween,
                        0,
                        new JointCounts(failing, lost),
                        new JointCounts(between, lostBetween));
        assertThat(way("ok*100", router).loses()).isEqualTo(loses);
    }

    @ParameterizedTest
    @CsvSource({
        // A tenth lost on each of four round trips: 1 - 0.9^4 = 34.39 %.
        "(ok*66 connect.timeout*34), true",
        "(ok*65 connect.timeout*35), false",
        "ok*100, true",
    })
    void fewerFailuresThanLostRoundTripsAreExplained(String server, boolean explained) {
        assertThat(way(server, answeredAgain(100, 0, 10)).explains()).isEqualTo(explained);
    }

    @Test
    void whatLosesNothingExplainsNothing() {
        assertThat(way("ok*100", answeredAgain(100, 0, 3)).explains()).isFalse();
    }
}
