package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.engine.farm.LeaseKeeper;
import dev.linkscope.engine.port.LinkQuestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watchers with the real term: one dies, one leaves. */
@Tag("faults")
@Timeout(150)
class TakeOverIT {
    private static final int PRINTERS = 40;

    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();

    @TempDir private Path folder;

    private Process watcher(int hoursAhead, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatcherRun.class.getName(),
                        server.address(schema),
                        String.valueOf(PRINTERS),
                        String.valueOf(hoursAhead))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Waits until it holds half of them. */
    private static void awaitHalf(Process watcher, Path said) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(Files.readAllLines(said))
                                .as("what the watcher said, running: %s", watcher.isAlive())
                                .contains(String.valueOf(PRINTERS / 2)));
    }

    @Test
    void whatADeadWatcherHeldIsTakenOverWithinHalfAMinute() throws Exception {
        var farm = new AddedPrinters();
        Path dyingSaid = folder.resolve("dying");
        Process dying = watcher(-5, dyingSaid);
        try (var leases = PostgresLeases.open(server.address(schema), Map.of());
                var keeper =
                        new LeaseKeeper(
                                farm,
                                leases,
                                WatcherRun.printers(PRINTERS),
                                _ -> LinkQuestions.NOBODY,
                                InstantSource.system())) {
            keeper.start();
            awaitHalf(dying, dyingSaid);
            await().atMost(Duration.ofSeconds(20)).until(() -> farm.ids().size() == PRINTERS / 2);
            dying.destroyForcibly();
            long died = System.nanoTime();
            await().atMost(Duration.ofSeconds(30)).until(() -> farm.ids().size() == PRINTERS);
            System.out.printf("Taken over after %.1f s%n", (System.nanoTime() - died) / 1e9);
        } finally {
            dying.destroyForcibly();
        }
        Path leavingSaid = folder.resolve("leaving");
        Process leaving = watcher(3, leavingSaid);
        try (var leases = PostgresLeases.open(server.address(schema), Map.of());
                var keeper =
                        new LeaseKeeper(
                                farm,
                                leases,
                                WatcherRun.printers(PRINTERS),
                                _ -> LinkQuestions.NOBODY,
                                InstantSource.system())) {
            assertThat(farm.ids()).isEmpty();
            keeper.start();
            awaitHalf(leaving, leavingSaid);
            await().atMost(Duration.ofSeconds(20)).until(() -> farm.ids().size() == PRINTERS / 2);
            leaving.getOutputStream().write('\n');
            leaving.getOutputStream().flush();
            // With the next renewal.
            await().atMost(Duration.ofSeconds(12)).until(() -> farm.ids().size() == PRINTERS);
            assertThat(leaving.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            leaving.destroyForcibly();
            server.drop(schema);
        }
    }
}
