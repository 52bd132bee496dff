package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way: a login over SSH, a shell, python, the agent, and a server with faults. */
class AgentOverSshTest extends SshTestCase {
    private static final FaultServer FAULTS = new FaultServer();

    /** Each request is a subscription of its own. */
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private TestSshServer server;

    @AfterAll
    static void endFaults() {
        FAULTS.close();
    }

    @BeforeEach
    void trust() {
        options = options.withTrustNewHostKeys(true);
    }

    private void serve(Map<String, String> environment) throws Exception {
        server =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD.withEnvironment(environment)));
    }

    private AgentChannel open(AgentRequest request) throws Exception {
        return closing(
                links().link(target(server), LinkQuestions.NOBODY)
                        .open(request, (step, detail, took) -> steps.add(new Step(step, detail))));
    }

    private static AgentRequest request(String url, int slots) {
        return new AgentRequest(
                "s" + REQUESTS.incrementAndGet(),
                "test",
                Duration.ofSeconds(30),
                null,
                List.of(
                        ProbeSpec.of(
                                        "server",
                                        ProbeKind.SERVER_HTTP,
                                        Duration.ofMillis(200),
                                        Duration.ofSeconds(2))
                                .withUrl(new TargetUrl(url))
                                .withSlots(slots)));
    }

    private static List<Outcome> outcomes(AgentChannel channel, int wanted) throws LinkException {
        List<Outcome> outcomes = new ArrayList<>();
        while (outcomes.size() < wanted) {
            AgentFrame frame = channel.poll(Duration.ofSeconds(20));
            assertThat(frame).as("a frame after %s", outcomes).isNotNull();
            if (frame instanceof AgentFrame.Observed observed) {
                outcomes.add(observed.outcome());
            }
        }
        return outcomes;
    }

    private static AgentFrame.Bye bye(AgentChannel channel) throws LinkException {
        while (true) {
            AgentFrame frame = channel.poll(Duration.ofSeconds(20));
            assertThat(frame).as("a last frame").isNotNull();
            if (frame instanceof AgentFrame.Bye bye) {
                return bye;
            }
        }
    }

    private static boolean isAgent(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("linkscope_agent");
    }

    private void awaitNothingLeft() {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> server.connections() == 0 && server.sessions().isEmpty());
        await().atMost(Duration.ofSeconds(5)).until(() -> server.agent().processes().isEmpty());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !ReachTest.hasThread("Connect thread 127.0.0.1"));
    }

    @Test
    void measuresOverSshAndLeavesNothing() throws Exception {
        serve(Map.of("REQUESTS_CA_BUNDLE", FAULTS.authority()));
        int before = FAULTS.requests("server").size();
        FAULTS.set("server", "reset", List.of(before + 3, before + 4));

        AgentChannel channel = open(request(FAULTS.url("https", "/api/"), 8));

        assertThat(steps.stream().map(Step::step))
                .containsExactlyElementsOf(EnumSet.range(ConnectStep.RESOLVE, ConnectStep.AGENT));
        List<Outcome> outcomes = outcomes(channel, 8);
        assertThat(
                        outcomes.stream()
                                .filter(outcome -> outcome.state() == SlotState.FAILED)
                                .map(Outcome::slot))
                .containsExactly(2L, 3L);
        bye(channel);
        channel.close();
        awaitNothingLeft();
    }

    @Test
    void stopEndsTheAgentOnTheServer() throws Exception {
        serve(Map.of());
        AgentChannel channel = open(request("http://127.0.0.1:1/", 0));
        List<ProcessHandle> running = server.agent().processes();
        assertThat(running).hasSize(1);
        outcomes(channel, 2);

        channel.stop();
        bye(channel);
        channel.close();

        awaitNothingLeft();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> running.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void killedSshdSessionBreaksTheLinkAndTheNextOneGoesOn() throws Exception {
        serve(Map.of());
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "needs processes to kill");
        AgentRequest request = request("http://127.0.0.1:1/", 0);
        AgentChannel channel = open(request);
        List<Outcome> before = outcomes(channel, 1);
        server.sessions().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(process -> !isAgent(process))
                .forEach(ProcessHandle::destroyForcibly);

        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () -> {
                            while (true) {
                                channel.poll(Duration.ofSeconds(10));
                            }
                        });

        assertThat(e.failure().code()).isEqualTo(FailureCode.LINK_BROKEN);
        assertThat(e.step()).isNull();
        channel.close();
        AgentChannel again = open(request);
        assertThat(outcomes(again, 1)).isEqualTo(before);
    }

    @Test
    void killedAgentIsNoBrokenLink() throws Exception {
        serve(Map.of());
        AgentChannel channel = open(request("http://127.0.0.1:1/", 0));
        List<ProcessHandle> running = server.agent().processes();
        assertThat(running).hasSize(1);
        outcomes(channel, 1);

        // As the kernel does when memory runs out: no exit code, and the connection stands.
        running.forEach(ProcessHandle::destroyForcibly);

        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () -> {
                            while (true) {
                                channel.poll(Duration.ofSeconds(10));
                            }
                        });
        assertThat(e.failure().code()).isEqualTo(FailureCode.AGENT_ENDED);
    }

    @Test
    void whatIsSaidInsteadOfAShellIsPassedOn() throws Exception {
        Path other = Files.createDirectories(home.resolve("refusing"));
        Files.writeString(
                other.resolve(".bashrc"), "echo This account is currently not available.; exit 1");
        serve(Map.of("HOME", other.toString()));
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "needs a login shell");

        LinkException e =
                catchThrowableOfType(
                        LinkException.class, () -> open(request("http://127.0.0.1:1/", 1)));

        assertThat(e.failure().code()).isEqualTo(FailureCode.AGENT_NOT_STARTED);
        assertThat(e.failure().args().get(1)).isEqualTo("This account is currently not available.");
    }

    @Test
    void noisyShellDoesNotDisturb() throws Exception {
        Path other = Files.createDirectories(home.resolve("noisy"));
        Files.writeString(
                other.resolve(".bashrc"), "echo Welcome; echo Warning >&2; printf 'no newline '\n");
        serve(Map.of("HOME", other.toString()));

        AgentChannel channel = open(request("http://127.0.0.1:1/", 3));

        assertThat(outcomes(channel, 3)).hasSize(3);
    }

    @Test
    void missingPythonIsSaid() throws Exception {
        serve(Map.of("PATH", "/nonexistent"));
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "needs a server that sets PATH");

        LinkException e =
                catchThrowableOfType(
                        LinkException.class, () -> open(request("http://127.0.0.1:1/", 1)));

        assertThat(e.failure().code())
                .isIn(FailureCode.PYTHON_MISSING, FailureCode.AGENT_NOT_STARTED);
        assertThat(e.step()).isEqualTo(ConnectStep.PYTHON);
        awaitNothingLeft();
    }

    @Test
    void measuresWithCurlWhereThereIsNoPython() throws Exception {
        Path bin = Files.createDirectories(home.resolve("few"));
        for (String tool : List.of("sh", "curl", "date", "cat", "sleep", "head")) {
            Path program = Path.of("/usr/bin", tool);
            Assumptions.assumeTrue(Files.isExecutable(program), tool + " is not installed");
            Files.createSymbolicLink(bin.resolve(tool), program);
        }
        serve(Map.of("PATH", bin.toString(), "HOME", bin.toString()));
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "needs a server that sets PATH");

        AgentChannel channel = open(request(FAULTS.url("http", "/api/"), 0));

        assertThat(steps).contains(new Step(ConnectStep.PYTHON, "sh, curl"));
        assertThat(outcomes(channel, 3)).allMatch(o -> o.state() == SlotState.OK);
        channel.stop();
        assertThat(bye(channel).reason()).isEqualTo("stopped");
        channel.close();
        awaitNothingLeft();
    }

    @Test
    void twentyPrintersAtOnce() throws Exception {
        serve(Map.of());
        // They share one agent, which would leave with the first of them while others log in.
        AgentChannel held = open(request("http://127.0.0.1:1/", 0));
        SshLinks links = links();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            callers.add(
                    NamedThreads.virtual(
                            "caller-" + i,
                            () -> {
                                try (AgentChannel channel =
                                        links.link(target(server), LinkQuestions.NOBODY)
                                                .open(
                                                        request("http://127.0.0.1:1/", 3),
                                                        (step, detail, took) -> {})) {
                                    outcomes(channel, 3);
                                    bye(channel);
                                } catch (Exception | AssertionError e) {
                                    failures.add(e);
                                }
                            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            assertThat(caller.join(Duration.ofSeconds(50))).isTrue();
        }

        assertThat(failures).isEmpty();
        held.stop();
        bye(held);
        held.close();
        awaitNothingLeft();
    }
}
