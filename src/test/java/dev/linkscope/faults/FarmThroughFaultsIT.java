package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.LocalFarm;
import dev.linkscope.bench.StoredSlots;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Twenty real agents, and a Linkscope that is killed again and again. */
@Tag("faults")
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the agent ends with its channel")
class FarmThroughFaultsIT {
    private static final int PRINTERS = 20;
    private static final int KILLS = 3;
    private static final Duration CADENCE = Duration.ofMillis(500);
    private static final Duration AWAY = Duration.ofSeconds(4);

    @TempDir Path folder;
    private final FaultServer server = new FaultServer();
    private final LocalFarm local =
            new LocalFarm(
                    OwnAgent.newName() + "-",
                    PRINTERS,
                    server.url("http", "/"),
                    server.url("camera", "/"),
                    CADENCE);

    @AfterEach
    void leaveNothing() {
        local.end();
        server.close();
    }

    @Test
    void aKilledLinkscopeLosesNothing() throws Exception {
        Path history = folder.resolve("history.db");
        long told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = watch(history);
            try (BufferedReader lines = process.inputReader()) {
                told = awaitOutcomes(lines, told + 20L * PRINTERS);
            } finally {
                process.destroyForcibly();
                process.waitFor();
            }
            assertThat(local.agents()).as("the agents go on").hasSize(PRINTERS);
            Thread.sleep(AWAY);
        }
        Process last = watch(history);
        try (BufferedReader lines = last.inputReader()) {
            awaitOutcomes(lines, told + 20L * PRINTERS);
            // The end of its input ends it, and the agents with it.
            last.getOutputStream().close();
            while (lines.readLine() != null) {
                // until it is done
            }
        }
        assertThat(last.waitFor()).isZero();
        await().atMost(Duration.ofSeconds(10)).until(() -> local.agents().isEmpty());

        try (OutcomeStore store = SqliteHistory.open(history, InstantSource.system()).store()) {
            for (String target : List.of("server", "webcam")) {
                StoredSlots stored = StoredSlots.of(store, local.printers(), target);
                assertThat(stored.runs()).as("runs of %s", target).isEqualTo(PRINTERS);
                assertThat(stored.missing()).as("missing of %s", target).isZero();
                assertThat(stored.doubled()).as("doubled of %s", target).isZero();
                assertThat(stored.outcomes())
                        .isGreaterThan(PRINTERS * KILLS * AWAY.dividedBy(CADENCE));
            }
        }
    }

    private Process watch(Path history) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx144m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalFarmRun.class.getName(),
                        history.toString(),
                        local.name(),
                        Integer.toString(PRINTERS),
                        local.server(),
                        local.camera(),
                        Long.toString(CADENCE.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reads until so many are committed; how many it is told of. */
    private static long awaitOutcomes(BufferedReader lines, long wanted) throws IOException {
        long told = 0;
        while (told < wanted) {
            String line = lines.readLine();
            assertThat(line).as("it has ended by itself").isNotNull();
            told = line.startsWith("outcomes=") ? Long.parseLong(line.substring(9)) : told;
        }
        return told;
    }

    /** The sum over all that is shown. */
    static long outcomes(List<SessionSnapshot> snapshots) {
        return snapshots.stream()
                .mapToLong(snapshot -> snapshot.server().figures().attempts())
                .sum();
    }
}
