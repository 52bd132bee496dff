package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every fault against the diagnosis: the cause that was injected is among the first two that
 * Linkscope names. A few rows by default; {@code -Dlinkscope.matrix=all} for all of them.
 */
@Tag("faults")
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class FaultMatrixIT {
    /** So long a cause has to stand, that it is not the first guess of a moment. */
    private static final Duration SETTLING = Duration.ofSeconds(6);

    private static final MatrixReport REPORT = new MatrixReport();

    @BeforeAll
    static void namespaces() {
        assertThat(Namespaces.obstacle()).as("why no namespaces can be made here").isEmpty();
    }

    @AfterAll
    static void report() {
        REPORT.print();
    }

    static Stream<MatrixCase> cases() {
        return MatrixCases.chosen();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isNamed(MatrixCase one) throws Exception {
        try (var net = Topology.misbehaving(one.setup(), one.of("environment"));
                var _ = MatrixCamera.of(net, one)) {
            if (one.before()) {
                one.fault().begin().accept(net);
            }
            try (var watch = new DiagnosisProcess(net, one)) {
                watch.awaitAttempts(one.before() ? 1 : one.warmUp());
                judge(one, net, watch);
            }
        }
    }

    private static void judge(MatrixCase one, Topology net, DiagnosisProcess watch)
            throws InterruptedException {
        long begin = System.currentTimeMillis();
        if (!one.before()) {
            one.fault().begin().accept(net);
        }
        List<String> expected = one.expected();
        if (one.lasts() > 0) {
            Thread.sleep(Duration.ofSeconds(one.lasts()));
            one.fault().end().accept(net);
        }
        watch.awaitTold(expected, begin, Duration.ofSeconds(one.longest()));
        Thread.sleep(SETTLING);
        JsonNode last = ofTheLink(expected) ? first(watch, expected, begin) : watch.latest();
        long told = watch.toldAt(expected, begin);
        int place = DiagnosisProcess.rank(last, expected);
        REPORT.add(new MatrixReport.Row(one, place, told < 0 ? -1 : told - begin, last));
        if (!expected.isEmpty() && one.of("gap").isEmpty()) {
            assertThat(place)
                    .as(
                            "place of %s among %s %s",
                            expected, DiagnosisProcess.told(last), DiagnosisProcess.beside(last))
                    .isPositive();
        }
    }

    /** A broken link is told while it is broken. */
    private static boolean ofTheLink(List<String> expected) {
        return expected.stream().anyMatch(one -> one.startsWith("failure."));
    }

    private static JsonNode first(DiagnosisProcess watch, List<String> expected, long begin) {
        return watch.since(begin).stream()
                .filter(line -> DiagnosisProcess.rank(line, expected) > 0)
                .findFirst()
                .orElseGet(watch::latest);
    }
}
