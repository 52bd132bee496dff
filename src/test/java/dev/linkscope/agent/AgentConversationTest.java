package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real shells in the place of a Pi's login shell, good and bad. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
@Timeout(60)
class AgentConversationTest {
    private static final String GOLDEN =
            "cat " + Path.of("src/test/resources/wire/v1/agent.ndjson").toAbsolutePath();

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        processes.forEach(Process::destroyForcibly);
    }

    private static Limits limits() {
        return new Limits(
                Duration.ofMillis(400),
                Duration.ofMillis(2500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                true,
                System::nanoTime);
    }

    private AgentConversation start(String script, ConnectProgress progress)
            throws LinkException, IOException {
        return start(new ProcessBuilder("/bin/sh", "-c", script), progress);
    }

    private AgentConversation start(ProcessBuilder builder, ConnectProgress progress)
            throws LinkException, IOException {
        Process process = builder.start();
        processes.add(process);
        return AgentConversation.start(
                new ProcessStreams(process), "pi", Requests.of(), progress, limits());
    }

    /** A command that takes the program as an agent would, and then does something else. */
    private static String fake(String then) {
        return "echo linkscope_agent READY 1; read n; head -c $n >/dev/null; " + then;
    }

    private LinkException failure(String script) {
        LinkException failure =
                catchThrowableOfType(
                        LinkException.class, () -> start(script, ConnectProgress.NONE).close());
        assertThat(failure).as("no failure from: " + script).isNotNull();
        return failure;
    }

    private static FailureCode code(LinkException failure) {
        return failure.failure().code();
    }

    private static LinkException endOf(AgentConversation conversation) {
        return catchThrowableOfType(
                LinkException.class,
                () -> {
                    AgentFrame frame = conversation.poll(Duration.ofSeconds(10));
                    while (frame != null) {
                        frame = conversation.poll(Duration.ofSeconds(10));
                    }
                });
    }

    @Test
    void goesThroughANoisyShell() throws Exception {
        List<ConnectStep> steps = new ArrayList<>();
        String noise = "echo Welcome; echo '{\"t\":\"hello\"}'; printf 'no end of line: '; ";
        try (var talk = start(noise + AgentCommand.LINE, (step, _, _) -> steps.add(step))) {
            assertThat(talk.poll(Duration.ofSeconds(5))).isInstanceOf(AgentFrame.Hello.class);
            assertThat(steps).containsExactly(ConnectStep.PYTHON, ConnectStep.AGENT);
        }
    }

    @Test
    void getsPastAShellThatReads() throws Exception {
        try (var talk = start("read answer; " + AgentCommand.LINE, ConnectProgress.NONE)) {
            assertThat(talk.poll(Duration.ofSeconds(5))).isInstanceOf(AgentFrame.Hello.class);
        }
    }

    @Test
    void givesUpOnABlockedShell() {
        LinkException failure = failure("exec sleep 60");
        assertThat(code(failure)).isEqualTo(FailureCode.SHELL_BLOCKED);
        assertThat(failure.step()).isEqualTo(ConnectStep.PYTHON);
        assertThat(processes).noneMatch(Process::isAlive);
    }

    @Test
    void saysThatThereIsNoPython(@TempDir Path bin) throws Exception {
        Files.createSymbolicLink(bin.resolve("sh"), Path.of("/bin/sh"));
        LinkException failure = failure("PATH=" + bin + "; " + AgentCommand.LINE);
        assertThat(code(failure)).isEqualTo(FailureCode.PYTHON_MISSING);
        assertThat(failure.failure().args()).containsExactly("pi", "");
    }

    @Test
    void saysThatThereIsOnlyPythonTwo(@TempDir Path bin) throws Exception {
        Files.createSymbolicLink(bin.resolve("sh"), Path.of("/bin/sh"));
        script(bin.resolve("python"), "#!/bin/sh\necho Python 2.7.16 >&2\n");
        LinkException failure = failure("PATH=" + bin + "; " + AgentCommand.LINE);
        assertThat(code(failure)).isEqualTo(FailureCode.PYTHON_MISSING);
        assertThat(failure.failure().args()).containsExactly("pi", "Python 2.7.16");
    }

    @Test
    void saysThatPythonIsTooOld(@TempDir Path bin) throws Exception {
        new ShellBin(bin).with("sh").withOldPython();
        LinkException failure = failure("PATH=" + bin + "; " + AgentCommand.LINE);
        assertThat(code(failure)).isEqualTo(FailureCode.PYTHON_TOO_OLD);
        assertThat(failure.failure().args()).containsExactly("pi", "Python 3.5.3");
    }

    @Test
    void saysWhyTheCommandDidNotStart() {
        LinkException failure = failure("echo 'This account is not available.' >&2; exit 1");
        assertThat(code(failure)).isEqualTo(FailureCode.AGENT_NOT_STARTED);
        assertThat(failure.failure().args())
                .containsExactly("pi", "This account is not available.");
    }

    @Test
    void doesNotSwallowEndlessNoise() {
        assertThat(code(failure("exec yes noise"))).isEqualTo(FailureCode.AGENT_GARBAGE);
    }

    @Test
    void recognisesRandomBytes() {
        assertThat(code(failure(fake("head -c 3000000 /dev/urandom; sleep 30"))))
                .isEqualTo(FailureCode.AGENT_GARBAGE);
    }

    @Test
    void refusesAnotherProtocol() {
        LinkException failure = failure(fake(GOLDEN + " | sed s/protocol.:1/protocol\\\":2/"));
        assertThat(code(failure)).isEqualTo(FailureCode.PROTOCOL_MISMATCH);
        assertThat(failure.failure().args()).containsExactly("pi", "2", "1");
    }

    @Test
    void tellsOfARefusal() {
        String refused = "echo '{\"t\":\"refused\",\"code\":\"bad\",\"message\":\"No.\"}'";
        LinkException failure = failure(fake(GOLDEN + " | head -1; " + refused + "; sleep 30"));
        assertThat(code(failure)).isEqualTo(FailureCode.AGENT_REFUSED);
        assertThat(failure.failure().args()).containsExactly("pi", "bad", "No.");
    }

    @Test
    void deliversEveryFrameInOrderUpToTheGoodbye() throws Exception {
        try (var talk = start(fake(GOLDEN), ConnectProgress.NONE)) {
            List<AgentFrame> frames = new ArrayList<>();
            while (frames.isEmpty() || !(frames.getLast() instanceof AgentFrame.Bye)) {
                frames.add(talk.poll(Duration.ofSeconds(5)));
            }
            assertThat(frames).hasSize(11).doesNotContainNull();
            assertThat(talk.poll(Duration.ZERO)).isNull();
        }
    }

    @Test
    void passesOverALineOfAHundredMegabytes() throws Exception {
        String huge = "head -c 100000000 /dev/zero | tr '\\0' x; echo; ";
        String script = fake(GOLDEN + " | head -2; " + huge + GOLDEN + " | tail -1");
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        try (var talk = start(script, ConnectProgress.NONE)) {
            talk.poll(Duration.ofSeconds(5));
            talk.poll(Duration.ofSeconds(5));
            assertThat(talk.poll(Duration.ofSeconds(20))).isInstanceOf(AgentFrame.Unreadable.class);
            assertThat(talk.poll(Duration.ofSeconds(5))).isInstanceOf(AgentFrame.Bye.class);
        }
        long after = runtime.totalMemory() - runtime.freeMemory();
        assertThat(after - before).isLessThan(90_000_000);
    }

    @Test
    void noticesSilence() throws Exception {
        try (var talk = start(fake(GOLDEN + " | head -2; sleep 30"), ConnectProgress.NONE)) {
            assertThat(code(endOf(talk))).isEqualTo(FailureCode.LINK_SILENT);
            assertThat(code(endOf(talk)))
                    .as("and says so again")
                    .isEqualTo(FailureCode.LINK_SILENT);
        }
    }

    @Test
    void aSlowConsumerIsNoSilence() throws Exception {
        String many =
                "i=0; while [ $i -lt 3000 ]; do echo '{\"t\":\"lost\",\"from\":1,\"to\":2}'; "
                        + "i=$((i+1)); done; sleep 30";
        try (var talk = start(fake(GOLDEN + " | head -2; " + many), ConnectProgress.NONE)) {
            // Longer than the watchdog allows, with the queue full.
            Awaitility.await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
            for (int i = 0; i < 3002; i++) {
                assertThat(talk.poll(Duration.ofSeconds(5))).isNotNull();
            }
        }
    }

    @Test
    void tellsAnAgentThatEndedFromALinkThatBroke() throws Exception {
        try (var talk = start(fake(GOLDEN + " | head -2; exit 3"), ConnectProgress.NONE)) {
            LinkException end = endOf(talk);
            assertThat(code(end)).isEqualTo(FailureCode.AGENT_ENDED);
            assertThat(end.failure().args()).containsExactly("pi", "It ended with exit code 3.");
            assertThat(end.step()).isNull();
        }
    }

    @Test
    void closeEndsAWaitingPollAndTheProcess() throws Exception {
        var talk = start(AgentCommand.LINE, ConnectProgress.NONE);
        var ended = new ArrayList<FailureCode>();
        Thread waiting = NamedThreads.platform("waiting", () -> ended.add(code(endOf(talk))));
        waiting.start();
        talk.close();
        waiting.join(5000);
        assertThat(ended).containsExactly(FailureCode.CANCELLED);
        Awaitility.await().until(() -> !processes.getFirst().isAlive());
    }

    @Test
    void anInterruptCancelsTheStart() throws Exception {
        var ended = new ArrayList<FailureCode>();
        Thread waiting =
                NamedThreads.platform("waiting", () -> ended.add(code(failure("exec sleep 60"))));
        waiting.start();
        Awaitility.await().until(() -> !processes.isEmpty());
        waiting.interrupt();
        waiting.join(5000);
        assertThat(ended).containsExactly(FailureCode.CANCELLED);
        Awaitility.await().until(() -> processes.stream().noneMatch(Process::isAlive));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
