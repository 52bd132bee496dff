package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
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
 * Linkscope itself, from its SSH link to its history: an outage is measured as it was, and nothing
 * is lost or doubled on the way.
 */
@Tag("faults")
@Timeout(200)
@Execution(ExecutionMode.CONCURRENT)
class WatchThroughFaultsIT {
    private static final int WARM_UP = 4;
    private static final FaultReport REPORT = new FaultReport("Linkscope");

    private final Verification verification =
            new Verification(WatchProcess.CADENCE, WatchProcess.DEADLINE);

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
                var watch = new WatchProcess(net)) {
            Set<String> before = net.pi().files();
            watch.awaitAttempts(WARM_UP);
            Injection injection = Injection.of(scenario.fault(), net, scenario.length());
            if (scenario.link() == Scenario.Link.BREAKS) {
                watch.awaitReturn(injection.end());
            }
            // Until no attempt of the outage is under way any more.
            Thread.sleep(WatchProcess.DEADLINE.plus(WatchProcess.CADENCE.multipliedBy(3)));
            await("the link is up").atMost(Duration.ofSeconds(20)).until(watch::isUp);
            JsonNode last = watch.latest();
            watch.removePrinter();
            await("nothing is left")
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(net.pi().running()).isEmpty());
            assertThat(net.pi().files()).isEqualTo(before);
            Evidence evidence = watch.finish();
            REPORT.add(scenario, injection, evidence);

            verification.check(scenario, injection, evidence);
            assertThat(last.get("lost").longValue()).as("lost by the agent").isZero();
            checkPane(scenario, evidence, last);
            if (scenario.fault().name().equals(Fault.mtuBlackHole().name())) {
                assertThat(evidence.looks())
                        .extracting(Attempted::verdict)
                        .as("what the look at all ways says")
                        .contains("tls mtu_black_hole");
            }
        }
    }

    /** The pane shows what the history holds, and names the one hole that nobody could fill. */
    private static void checkPane(Scenario scenario, Evidence evidence, JsonNode last) {
        List<Attempted> server = evidence.of("server");
        assertThat(last.get("failed").longValue())
                .as("failures in the pane")
                .isEqualTo(server.stream().filter(Attempted::failed).count());
        assertThat(evidence.runs()).hasSize(scenario.killsAgent() ? 2 : 1);
        List<String> facts = last.get("facts").valueStream().map(JsonNode::stringValue).toList();
        List<String> notes = last.get("notes").valueStream().map(JsonNode::stringValue).toList();
        assertThat(facts.contains("agent.restarted")).isEqualTo(scenario.killsAgent());
        assertThat(notes.contains("note.restarted")).isEqualTo(scenario.killsAgent());
        JsonNode holes = last.get("holes");
        if (scenario.killsAgent() && scenario.length().isPositive()) {
            assertThat(holes.path("AGENT_LOST").longValue(0))
                    .as("slots that the agent took with it")
                    .isGreaterThanOrEqualTo(scenario.length().dividedBy(WatchProcess.CADENCE) - 2);
        }
        // One that is back within a cadence leaves none.
        assertThat(scenario.killsAgent() ? List.of("AGENT_LOST") : List.of())
                .as("holes: " + holes)
                .containsAll(holes.propertyNames());
    }
}
