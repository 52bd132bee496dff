package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CompactionTest {
    private static final String ROWS = "SELECT COUNT(*) FROM outcome";
    private static final String CHUNKED = "SELECT COALESCE(SUM(outcomes), 0) FROM chunk";

    /** Slots in an hour. */
    private static final int HOUR = 360;

    private final PrinterId printer = PrinterId.random();

    @Test
    void aRunThatEndedIsCompressedAtTheNextStart(@TempDir Path folder) {
        Path file = folder.resolve("history.db");
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 100));
        }
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            await().until(() -> Raw.number(file, ROWS) == 0);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 100));
            assertThat(store.committedSequence("r")).isEqualTo(100);

            // It went on after all, and sent some again.
            store.append("r", Made.outcomes(91, 120));
            store.flush();
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 120));
        }
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            await().until(() -> Raw.number(file, ROWS) == 0);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 120));
            assertThat(Raw.number(file, "SELECT COUNT(*) FROM chunk")).isEqualTo(1);
        }
    }

    @Test
    void aSilentRunIsCompressed(@TempDir Path folder) {
        Path file = folder.resolve("history.db");
        var now = new AtomicReference<Instant>(Made.START);
        try (var store = SqliteHistory.open(file, now::get).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 100));
            store.flush();
            now.set(Made.START.plus(Compactor.SILENCE).plusSeconds(61));

            await().until(() -> Raw.number(file, CHUNKED) == 100);
        }
    }

    @Test
    void aDamagedHourDoesNotHideTheOthers(@TempDir Path folder) {
        Path file = folder.resolve("history.db");
        try (var store = SqliteHistory.open(file, Made.TIME).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 3 * HOUR + 7));
            store.flush();
            await().until(() -> Raw.number(file, CHUNKED) == 3 * HOUR);
            Raw.execute(file, "UPDATE chunk SET data = x'01ff00ff' WHERE hour = 1");

            var left = new ArrayList<Outcome>(Made.outcomes(1, HOUR));
            left.addAll(Made.outcomes(2 * HOUR + 1, 3 * HOUR + 7));
            assertThat(Made.readAll(store, printer)).isEqualTo(left);
        }
    }

    /**
     * Whatever the order in which outcomes come in, chunks and rows together read as rows alone.
     */
    @Property(tries = 15)
    void compressingChangesNothingThatIsRead(
            @ForAll @IntRange(min = 1, max = 1_500) int count,
            @ForAll @IntRange(min = 1, max = 700) int swapped,
            @ForAll long seed,
            @ForAll @IntRange(max = 15_000) int fromSeconds,
            @ForAll @IntRange(max = 15_000) int length)
            throws IOException {
        var outcomes = new ArrayList<>(Made.outcomes(1, count));
        var random = new Random(seed);
        for (int i = 0; i + swapped < count; i += swapped) {
            Collections.shuffle(outcomes.subList(i, i + swapped), random);
        }
        Path folder = Files.createTempDirectory("compaction");
        try {
            Path file = folder.resolve("history.db");
            try (var store = SqliteHistory.open(file, Made.TIME).store()) {
                Made.announce(store, printer, "r");
                for (int i = 0; i < count; i += 97) {
                    store.append("r", outcomes.subList(i, Math.min(count, i + 97)));
                }
            }
            try (var store = SqliteHistory.open(file, Made.TIME).store()) {
                await().until(() -> Raw.number(file, CHUNKED) == count);
                assertThat(Raw.number(file, ROWS)).isZero();
                Instant from = Made.START.plusSeconds(fromSeconds);
                Instant to = from.plusSeconds(length);
                List<Outcome> read =
                        store.read(printer, Made.TARGET, from, to).stream()
                                .flatMap(run -> run.outcomes().stream())
                                .toList();
                assertThat(read)
                        .isEqualTo(
                                Made.outcomes(1, count).stream()
                                        .filter(o -> due(o).compareTo(from) >= 0)
                                        .filter(o -> due(o).isBefore(to))
                                        .toList());
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path path : files.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(folder);
        }
    }

    private static Instant due(Outcome outcome) {
        return Made.START.plus(Duration.ofSeconds(10).multipliedBy(outcome.slot()));
    }
}
