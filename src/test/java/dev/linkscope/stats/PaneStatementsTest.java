package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which sentences a pane's figures lead to, and with which figures. */
class PaneStatementsTest {
    private static final Thresholds LIMITS = Thresholds.DEFAULT;

    private static List<Statement> say(Trace trace) {
        return PaneStatements.of(PaneSubject.SERVER, PaneJudge.judge(trace, LIMITS), trace, LIMITS);
    }

    private static List<Statement> say(String row) {
        return say(Traces.of(row));
    }

    private static Instant slot(int index) {
        return Traces.START.plus(Traces.CADENCE.multipliedBy(index));
    }

    private static Trace failing(Phase... phases) {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < 40; i++) {
            slots.add(Slot.ok(slot(i), 20_000));
        }
        for (Phase phase : phases) {
            slots.add(Slot.failed(slot(slots.size()), phase));
        }
        return new Trace(List.of(new Segment(Traces.CADENCE, slots)));
    }

    @Test
    void thePhaseOfMostFailuresIsNamed() {
        Statement dns = Statement.of("phase.dns.server");
        assertThat(say(failing(Phase.DNS, Phase.DNS, Phase.DNS, Phase.TLS, Phase.TLS)))
                .contains(Statement.of("phase.most", 3, 5, dns));
        assertThat(say(failing(Phase.DNS, Phase.DNS))).contains(Statement.of("phase.all", 2, dns));
        assertThat(say(failing(Phase.DNS, Phase.DNS, Phase.TLS, Phase.TLS)))
                .noneMatch(said -> said.key().startsWith("phase."));
    }

    @Test
    void timeDownIsSaidWhereItIsNotTheErrorRate() {
        Segment quick = Traces.segment("1".repeat(100), Traces.START, Duration.ofSeconds(2));
        Segment slow = Traces.segment("1".repeat(40) + "0".repeat(10), quick.end(), Traces.CADENCE);
        assertThat(say(new Trace(List.of(quick, slow))))
                .contains(Statement.of("pane.time_down", 100.0 / 700));
        assertThat(say("1".repeat(100) + "0"))
                .noneMatch(said -> said.key().equals("pane.time_down"));
    }

    @Test
    void fiveOutagesHaveARate() {
        String outage = "1".repeat(88) + "00";
        OutageRate rate = OutageRate.of(5, 5 * 900);
        assertThat(say(outage.repeat(5)))
                .contains(Statement.of("outages.rate", rate.perHour(), rate.low(), rate.high()));
        assertThat(rate.perHour()).isEqualTo(4);
        assertThat(say(outage.repeat(4))).noneMatch(said -> said.key().equals("outages.rate"));
    }

    @Test
    void ofManyOutagesTheLongestIsNamed() {
        String row = ("1".repeat(88) + "00").repeat(3) + "1".repeat(80) + "0".repeat(10);
        Statement said = outages(row + "1".repeat(50));
        assertThat(said.args())
                .containsExactly(
                        16,
                        16,
                        4,
                        Statement.of(
                                "outages.lengths", Duration.ofSeconds(20), Duration.ofSeconds(100)),
                        Statement.of("outages.times.longest", slot(350)));
    }

    @Test
    void ofFewOutagesEachIsNamed() {
        String row = ("1".repeat(88) + "00").repeat(2) + "1".repeat(20) + "0" + "1".repeat(70);
        assertThat(outages(row).args())
                .containsExactly(
                        4,
                        5,
                        2,
                        Statement.of("outages.length", Duration.ofSeconds(20)),
                        Statement.of("outages.times.2", slot(88), slot(178)));
    }

    /** Lengths within a tenth of the longest are one length. */
    @Test
    void lengthsThatHardlyDifferAreOne() {
        String row = "1".repeat(90) + "0".repeat(9) + "1".repeat(90) + "0".repeat(10);
        assertThat(outages(row + "1".repeat(90)).args())
                .contains(Statement.of("outages.length", Duration.ofSeconds(100)));
        String further = "1".repeat(90) + "0".repeat(8) + "1".repeat(90) + "0".repeat(10);
        assertThat(outages(further + "1".repeat(90)).args())
                .contains(
                        Statement.of(
                                "outages.lengths",
                                Duration.ofSeconds(80),
                                Duration.ofSeconds(100)));
    }

    private static Statement outages(String row) {
        return say(row).stream()
                .flatMap(said -> Stream.concat(Stream.of(said), nested(said)))
                .filter(said -> said.key().equals("outages"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Statement> nested(Statement said) {
        return said.args().stream().filter(Statement.class::isInstance).map(Statement.class::cast);
    }

    @Test
    void timeThatNobodyMeasuredIsNamedByItsReasons() {
        assertThat(say("1".repeat(88) + "P".repeat(12)).getFirst())
                .isEqualTo(
                        Statement.of(
                                "pane.blind",
                                Duration.ofSeconds(120),
                                Duration.ofSeconds(1_000),
                                Statement.of(
                                        "pane.blind.reasons.1",
                                        Statement.of(
                                                "pane.blind.pi_off", Duration.ofSeconds(120)))));
        assertThat(say("1".repeat(90) + "P".repeat(10)).getFirst().key())
                .isEqualTo("pane.clean.server");
    }

    @Test
    void chanceIsNamedToThreePlaces() {
        assertThat(PatternStatements.chance(null)).isEqualTo(Statement.of("chance.unknown"));
        assertThat(PatternStatements.chance(0.0009)).isEqualTo(Statement.of("chance.small"));
        assertThat(PatternStatements.chance(0.001)).isEqualTo(Statement.of("chance", 0.001));
    }
}
