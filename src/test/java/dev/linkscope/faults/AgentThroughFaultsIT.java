package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent alone: whatever happens to the link, nothing it measured is lost or doubled. */
@Tag("faults")
@Timeout(200)
@Execution(ExecutionMode.CONCURRENT)
class AgentThroughFaultsIT {
    /** Longer than the longest outage. */
    private static final int LEASE_SECONDS = 120;

    private static final int WARM_UP = 4;
    private static final FaultReport REPORT = new FaultReport("agent");

    private final Verification verification =
            new Verification(WireClient.CADENCE, WireClient.DEADLINE);

    @BeforeAll
    static void namespaces() {
        assertThat(Namespaces.obstacle()).as("why no namespaces can be made here").isEmpty();
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    static Stream<Scenario> scenarios() {
        return Scenario.chosen();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void measuresThrough(Scenario scenario) throws Exception {
        try (var net = new Topology("");
                var client = new WireClient(net, LEASE_SECONDS)) {
            Set<String> before = net.pi().files();
            client.awaitAttempts(WARM_UP);
            Injection injection = Injection.of(scenario.fault(), net, scenario.length());
            if (scenario.link() == Scenario.Link.BREAKS) {
                client.awaitReturn(Verification.returnFrom(injection, client.evidence()));
            }
            // Until no attempt of the outage is under way any more.
            Thread.sleep(WireClient.DEADLINE.plus(WireClient.CADENCE.multipliedBy(3)));
            await("the link is up").atMost(Duration.ofSeconds(20)).until(client::isUp);
            Evidence evidence = client.finish();
            REPORT.add(scenario, injection, evidence);

            verification.check(scenario, injection, evidence);
            assertThat(evidence.runs()).hasSize(scenario.killsAgent() ? 2 : 1);
            client.sequences()
                    .forEach((run, sequences) ->
                            assertThat(sequences)
                                    .as("sequences of " + run)
                                    .isEqualTo(
                                            LongStream.rangeClosed(1, sequences.size())
                                                    .boxed()
                                                    .toList()));
            await("nothing is left")
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(net.pi().running()).isEmpty());
            assertThat(net.pi().files()).isEqualTo(before);
        }
    }
}
