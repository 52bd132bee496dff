package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code diagnose} that cannot say goodbye. Apart from the others: it waits as long as they all
 * take.
 */
@Timeout(180)
class KilledDiagnoseIT {
    /** After it the agent of a client that is gone ends by itself. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @TempDir private Path home;
    private final FaultServer server = new FaultServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aKilledCommandLeavesNoAgentBehind() throws Exception {
        Path out = Files.createTempFile(home, "out", "");
        Process process =
                CommandRun.start(
                        home,
                        Map.of(),
                        out.toFile(),
                        out.toFile(),
                        "diagnose",
                        "local",
                        "--server",
                        server.url("http", ""),
                        "--for",
                        "100s");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.requests("server").size() > 1);
        assertThat(CommandRun.AGENT.processes()).hasSize(1);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await().atMost(LEASE.plusSeconds(15)).until(() -> CommandRun.AGENT.processes().isEmpty());
    }
}
