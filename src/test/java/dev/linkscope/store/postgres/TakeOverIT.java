package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.engine.farm.LeaseKeeper;
import dev.linkscope.engine.port.LinkQuestions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watchers with the real term: one dies, one leaves. */
@Tag("faults")
@Timeout(150)
class TakeOverIT {
    private static final int PRINTERS = 40;

    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();

    private Process watcher(int hoursAhead) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatcherRun.class.getName(),
                        server.address(schema),
                        String.valueOf(PRINTERS),
                        String.valueOf(hoursAhead))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitHalf(Process watcher) throws IOException {
        BufferedReader out = watcher.inputReader();
        String line = out.readLine();
        while (line != null && Integer.parseInt(line) != PRINTERS / 2) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
    }

    @Test
    void whatADeadWatcherHeldIsTakenOverWithinHalfAMinute() throws Exception {
        var farm = new AddedPrinters();
        Process dying = watcher(-5);
        try (var leases = PostgresLeases.open(server.address(schema), Map.of());
                var keeper =
                        new LeaseKeeper(
                                farm,
                                leases,
                                WatcherRun.printers(PRINTERS),
                                _ -> LinkQuestions.NOBODY,
                                InstantSource.system())) {
            keeper.start();
            awaitHalf(dying);
            await().atMost(Duration.ofSeconds(20)).until(() -> farm.ids().size() == PRINTERS / 2);
            dying.destroyForcibly();
            long died = System.nanoTime();
            await().atMost(Duration.ofSeconds(30)).until(() -> farm.ids().size() == PRINTERS);
            System.out.printf("Taken over after %.1f s%n", (System.nanoTime() - died) / 1e9);
        } finally {
            dying.destroyForcibly();
        }
        Process leaving = watcher(3);
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
            awaitHalf(leaving);
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
