package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole way: this program, a shell, python, the agent, and servers with FAULTS. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
@Timeout(60)
class LocalAgentLinkTest {
    private static final FaultServer FAULTS = new FaultServer();
    private static final OwnAgent AGENT = new OwnAgent();

    @AfterAll
    static void endFaults() {
        FAULTS.close();
        AGENT.close();
    }

    private static AgentChannel open(AgentRequest request) throws LinkException {
        Map<String, String> environment = new HashMap<>(AGENT.environment());
        environment.put("REQUESTS_CA_BUNDLE", FAULTS.authority());
        return new LocalAgentLink("Linux", environment, Limits.standard())
                .open(request, ConnectProgress.NONE);
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static List<Outcome> outcomesUntilBye(AgentChannel channel) throws LinkException {
        List<Outcome> outcomes = new ArrayList<>();
        while (true) {
            switch (channel.poll(Duration.ofSeconds(20))) {
                case null -> throw new AssertionError("nothing came");
                case AgentFrame.Bye _ -> {
                    return outcomes;
                }
                case AgentFrame.Observed observed -> outcomes.add(observed.outcome());
                default -> {}
            }
        }
    }

    @Test
    void seesExactlyTheFaultsThatWereInjected() throws Exception {
        int before = FAULTS.requests("server").size();
        FAULTS.set("server", "reset", List.of(before + 3, before + 4, before + 9));
        AgentRequest request =
                Requests.of(
                        Requests.server(FAULTS.url("https", "/api/"), Duration.ofMillis(300), 12),
                        Requests.webcam(FAULTS.url("camera", "/"), Duration.ofMillis(300), 12));
        try (AgentChannel channel = open(request)) {
            List<Outcome> outcomes = outcomesUntilBye(channel);
            assertThat(failedSlots(outcomes, "server")).containsExactly(2L, 3L, 8L);
            assertThat(failedSlots(outcomes, "webcam")).isEmpty();
            assertThat(outcomes).hasSize(24);
        }
        assertThat(FAULTS.requests("server")).hasSize(before + 12);
    }

    @Test
    void leavesNoProcessOnceTheLeaseHasPassed() throws Exception {
        Set<Long> before = children();
        ProbeSpec probe = Requests.server("http://127.0.0.1:1/", Duration.ofSeconds(1), 0);
        AgentChannel channel =
                open(
                        new AgentRequest(
                                "leaving", "test", Duration.ofSeconds(2), null, List.of(probe)));
        assertThat(children()).hasSizeGreaterThan(before.size());
        channel.close();
        channel.close();
        assertThat(AGENT.processes()).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() -> before.containsAll(children()));
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> AGENT.processes().isEmpty());
    }

    @Test
    void stopsWhenAsked() throws Exception {
        AgentRequest request =
                Requests.of(Requests.server("http://127.0.0.1:1/", Duration.ofSeconds(1), 0));
        try (AgentChannel channel = open(request)) {
            channel.renew();
            channel.stop();
            outcomesUntilBye(channel);
        }
    }

    @Test
    void saysThatWindowsCannot() {
        LinkException failure =
                catchThrowableOfType(
                        LinkException.class,
                        () ->
                                new LocalAgentLink("Windows 11")
                                        .open(Requests.of(), ConnectProgress.NONE));
        assertThat(failure.failure().code()).isEqualTo(FailureCode.LOCAL_UNSUPPORTED);
    }

    private static List<Long> failedSlots(List<Outcome> outcomes, String target) {
        return outcomes.stream()
                .filter(outcome -> outcome.target().equals(target))
                .filter(outcome -> outcome.state() == SlotState.FAILED)
                .map(Outcome::slot)
                .toList();
    }
}
