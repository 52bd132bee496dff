package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.math.SplitMix;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the pattern is named wrongly, and how often rightly, on rows with a known truth. */
@Tag("bench")
@Timeout(1_200)
class PatternStudy {
    private static final Thresholds LIMITS = Thresholds.DEFAULT;

    /** Three standard errors of a share of 1 % among so many traces. */
    private static double slack(double share, int traces) {
        return 3 * Math.sqrt(share * (1 - share) / traces);
    }

    private record Shares(double bursts, double periodic, double cluster, double rhythm) {}

    private static Shares judge(int traces, long seed, Function<SplitMix, String> truth) {
        SplitMix random = new SplitMix(seed);
        int bursts = 0;
        int periodic = 0;
        int cluster = 0;
        int rhythm = 0;
        for (int i = 0; i < traces; i++) {
            Pattern pattern = PatternJudge.judge(Traces.rows(truth.apply(random)), LIMITS);
            bursts += pattern.kind() == PatternKind.BURSTS ? 1 : 0;
            periodic += pattern.kind() == PatternKind.PERIODIC ? 1 : 0;
            cluster += small(pattern.pCluster()) ? 1 : 0;
            rhythm += small(pattern.pPeriodic()) ? 1 : 0;
        }
        double all = traces;
        return new Shares(bursts / all, periodic / all, cluster / all, rhythm / all);
    }

    private static boolean small(Double p) {
        return p != null && p < LIMITS.significance();
    }

    @Test
    void falseAlarmsOnIndependentFailures() {
        BenchReport report =
                new BenchReport(
                        "False patterns on independent failures",
                        "slots",
                        "loss",
                        "traces",
                        "called bursts",
                        "called periodic",
                        "p_cluster < 0.01",
                        "p_periodic < 0.01");
        int[] lengths = {120, 360, 1_000, 2_880, 8_640};
        double[] losses = {0.005, 0.01, 0.02, 0.05, 0.10, 0.20};
        for (int slots : lengths) {
            int traces = slots > 5_000 ? 500 : 2_000;
            for (double loss : losses) {
                Shares seen =
                        judge(
                                traces,
                                slots * 31L + (long) (loss * 1e4),
                                random -> Simulated.independent(slots, loss, random));
                report.row(
                        slots,
                        BenchReport.percent(loss),
                        traces,
                        BenchReport.percent(seen.bursts()),
                        BenchReport.percent(seen.periodic()),
                        BenchReport.percent(seen.cluster()),
                        BenchReport.percent(seen.rhythm()));
                assertThat(seen.bursts()).isLessThanOrEqualTo(0.01 + slack(0.01, traces));
                assertThat(seen.periodic()).isLessThanOrEqualTo(0.02 + slack(0.02, traces));
            }
        }
        report.write();
    }

    @Test
    void powerAgainstBurstsAndRhythms() {
        BenchReport report =
                new BenchReport("Patterns that are there", "truth", "traces", "named", "wanted");
        int traces = 500;
        power(
                report,
                "bursts: 1,000 slots, 3 %, mean burst 2",
                0.95,
                traces,
                false,
                random -> Simulated.gilbert(1_000, 0.03, 2, random));
        power(
                report,
                "bursts: 1,000 slots, 3 %, mean burst 5",
                0.95,
                traces,
                false,
                random -> Simulated.gilbert(1_000, 0.03, 5, random));
        power(
                report,
                "bursts: 1,000 slots, one storm of 80, 30 % failing inside",
                0.95,
                traces,
                false,
                PatternStudy::oneStorm);
        power(
                report,
                "rhythm: 3 h, every 20 min, 1 min long, clean else",
                0.99,
                traces,
                true,
                random -> Simulated.periodic(1_080, 120, 6, 0, random));
        power(
                report,
                "rhythm: 3 h, every 20 min, 1 min long, 0.5 % noise",
                0.9,
                traces,
                true,
                random -> Simulated.periodic(1_080, 120, 6, 0.005, random));
        report.write();
    }

    /** 80 slots at 30 %: 24 failures with holes. */
    private static String oneStorm(SplitMix random) {
        String quiet = "1".repeat(1_000);
        int at = random.nextInt(920);
        return quiet.substring(0, at)
                + Simulated.independent(80, 0.30, random)
                + quiet.substring(at + 80);
    }

    private static void power(
            BenchReport report,
            String truth,
            double wanted,
            int traces,
            boolean rhythm,
            Function<SplitMix, String> rows) {
        Shares seen = judge(traces, truth.hashCode(), rows);
        double found = rhythm ? seen.periodic() : seen.bursts() + seen.periodic();
        report.row(truth, traces, BenchReport.percent(found), BenchReport.percent(wanted));
        assertThat(found).as(truth).isGreaterThanOrEqualTo(wanted - slack(wanted, traces));
    }
}
