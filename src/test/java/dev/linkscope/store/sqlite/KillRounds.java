package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.store.KillLoop;
import dev.linkscope.store.Made;
import dev.linkscope.store.Raw;
import dev.linkscope.store.Resummed;
import dev.linkscope.store.StoreOpened;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A program that writes into one file is killed again and again, at any moment. */
final class KillRounds {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Path file;
    private final Random random = new Random(5);

    KillRounds(Path file) {
        this.file = file;
    }

    /** Kills so many; each time all that was committed is there, and its sums are right. */
    void run(int rounds, int longestMillis) throws Exception {
        for (int round = 0; round < rounds; round++) {
            var printer = PrinterId.random();
            String run = "run-" + round;
            int lines = 1 + random.nextInt(4);
            long told =
                    KillLoop.writeAndKill(
                            file.toString(), printer, run, lines, random.nextInt(longestMillis));
            StoreOpened opened = SqliteHistory.open(file, Made.TIME);
            try (var store = opened.store()) {
                assertThat(opened.movedAside()).isNull();
                long committed = store.committedSequence(run);
                assertThat(committed).isGreaterThanOrEqualTo(told);
                assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, committed));
                var sums =
                        opened.book()
                                .rollups(printer, Made.TARGET, MINUTE, Instant.MIN, Instant.MAX);
                assertThat(sums).isEqualTo(Resummed.of(store, printer, MINUTE)).isNotEmpty();
                await().until(() -> Raw.number(file, "SELECT COUNT(*) FROM outcome") == 0);
                assertThat(
                                opened.book()
                                        .rollups(
                                                printer,
                                                Made.TARGET,
                                                MINUTE,
                                                Instant.MIN,
                                                Instant.MAX))
                        .isEqualTo(sums);
            }
        }
        assertThat(Raw.number(file, "SELECT COUNT(*) FROM run")).isEqualTo(rounds);
        assertThat(
                        Raw.number(
                                file,
                                "SELECT COUNT(*) FROM pragma_integrity_check"
                                        + " WHERE integrity_check = 'ok'"))
                .isEqualTo(1);
        assertThat(Raw.number(file, "SELECT SUM(outcomes) FROM chunk"))
                .isEqualTo(Raw.number(file, "SELECT SUM(ok + failed + not_measured) FROM rollup"));
    }
}
