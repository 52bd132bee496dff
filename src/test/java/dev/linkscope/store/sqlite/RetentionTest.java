package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame.Schedule;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.Made;
import dev.linkscope.store.Raw;
import dev.linkscope.store.Resummed;
import dev.linkscope.store.StoreOpened;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting in a file: room, wrong clocks, a full disk, two programs. */
@Timeout(60)
class RetentionTest {
    private static final int DAY = 24 * 360;
    private static final String CHUNKED = "SELECT COALESCE(SUM(outcomes), 0) FROM chunk";
    private static final String SUMMED =
            "SELECT COALESCE(SUM(ok + failed + not_measured), 0) FROM rollup";
    private static final Retention ONE_DAY =
            new Retention(Duration.ofDays(1), Duration.ofDays(396), Long.MAX_VALUE);

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();
    private final AtomicReference<Instant> now = new AtomicReference<>(Made.START);

    private Path file() {
        return folder.resolve("history.db");
    }

    private StoreOpened open() {
        return SqliteHistory.open(file(), now::get);
    }

    private long number(String sql) {
        return Raw.number(file(), sql);
    }

    private void fill(OutcomeStore store, int days) {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, (long) days * DAY));
        store.flush();
        now.set(Made.START.plus(Duration.ofDays(days)));
    }

    private void fill(int days) {
        try (var store = open().store()) {
            fill(store, days);
        }
    }

    @Test
    void spaceIsGivenBackToTheDisk() throws Exception {
        fill(6);
        StoreOpened opened = open();
        try (var store = opened.store()) {
            await().until(() -> number(CHUNKED) == 6 * DAY);
            Raw.execute(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
            long before = Files.size(file());
            opened.book().keep(ONE_DAY);
            await().until(() -> number(CHUNKED) == DAY);
            await().until(() -> number("PRAGMA freelist_count") <= 64);
            Raw.execute(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
            assertThat(Files.size(file())).isLessThan(before / 2);
            store.append("r", Made.outcomes(6 * DAY + 1, 6 * DAY + 10));
            store.flush();
            assertThat(store.committedSequence("r")).isEqualTo(6 * DAY + 10);
        }
    }

    @Test
    void aPrinterWhosePastIsForgottenGivesItsSpaceBack() throws Exception {
        fill(6);
        try (var store = open().store()) {
            await().until(() -> number(CHUNKED) == 6 * DAY);
            Raw.execute(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
            long before = Files.size(file());
            assertThat(store.forget(printer)).isTrue();
            await().until(() -> number("PRAGMA freelist_count") <= 64);
            Raw.execute(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
            assertThat(Files.size(file())).isLessThan(before / 2);
        }
    }

    @Test
    void anOldSmallFileIsGivenTheShape() throws Exception {
        fill(1);
        asBefore();
        assertThat(number("PRAGMA auto_vacuum")).isZero();

        try (var store = open().store()) {
            assertThat(number("PRAGMA auto_vacuum")).isEqualTo(2);
            assertThat(Made.readAll(store, printer)).hasSize(DAY);
        }
    }

    /** As versions without this setting made it. */
    private void asBefore() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA auto_vacuum = NONE");
            statement.execute("VACUUM");
        }
    }

    @Test
    void theOldestGoesWhenThereIsTooMuch() {
        fill(6);
        StoreOpened opened = open();
        try (var store = opened.store()) {
            opened.book().keep(note());
            await().until(() -> number(CHUNKED) == 6 * DAY);
            long used = number("PRAGMA page_count") * number("PRAGMA page_size");
            opened.book()
                    .keep(new Retention(Duration.ofDays(14), Duration.ofDays(396), used * 2 / 3));
            await().until(() -> number(CHUNKED) < 5 * DAY);
            await().during(Duration.ofMillis(300)).until(() -> number(CHUNKED) > 2 * DAY);
            assertThat(number(SUMMED)).isEqualTo(6 * DAY);

            // Far too little: the newest day and the notes stay all the same.
            opened.book().keep(new Retention(Duration.ofDays(14), Duration.ofDays(396), 1));
            await().until(() -> number(CHUNKED) == DAY && number(SUMMED) == DAY);
            await().during(Duration.ofMillis(300)).until(() -> number(CHUNKED) == DAY);
            assertThat(opened.book().notes(printer, Instant.MIN, Instant.MAX)).hasSize(1);
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(5 * DAY + 1, 6 * DAY));
        }
    }

    private UserNote note() {
        return new UserNote("1", printer, Made.START, Made.START, "mine");
    }

    @Test
    void aComputerWhoseClockIsFarAheadForgetsNothing() {
        fill(2);
        now.set(Made.START.plus(Duration.ofDays(4_000)));
        StoreOpened opened = open();
        try (var _ = opened.store()) {
            opened.book().keep(new Retention(Duration.ofDays(2), Duration.ofDays(2), 1L << 40));
            await().until(() -> number(CHUNKED) == 2 * DAY);
            await().during(Duration.ofMillis(500))
                    .until(() -> number(CHUNKED) == 2 * DAY && number(SUMMED) == 2 * DAY);
        }
    }

    @Test
    void aPiThatDoesNotKnowTheTimeLosesNothing() {
        fill(2);
        StoreOpened opened = open();
        try (var store = opened.store()) {
            Instant wrong = Instant.parse("2016-01-01T00:00:00Z");
            store.beginRun(
                    printer,
                    new OutcomeStore.Run("wrong", "b", "p", "1", now.get().minusSeconds(9)));
            store.clock("wrong", new ClockReading(0, wrong));
            store.schedule(
                    "wrong", new Schedule(Made.TARGET, ProbeKind.SERVER_HTTP, 0, Made.CADENCE));
            store.append("wrong", Made.outcomes(1, 1_000));
            store.flush();
        }
        opened = open();
        try (var store = opened.store()) {
            opened.book().keep(ONE_DAY);
            // The other run is forgotten but for its newest day.
            await().until(() -> number(CHUNKED) == DAY + 1_000);
            await().during(Duration.ofMillis(300)).until(() -> number(CHUNKED) == DAY + 1_000);
            assertThat(store.committedSequence("wrong")).isEqualTo(1_000);
        }
    }

    @Test
    void forgettingOnAFullDiskDoesNoHarm() throws Exception {
        fill(4);
        try (var store = open().store()) {
            await().until(() -> number(CHUNKED) == 4 * DAY);
            store.flush();
        }
        SqliteDatabase database = SqliteDatabase.file(file(), () -> {});
        limitPages(database, 1);
        StoreOpened opened = StoreOpened.over(database, now::get);
        try (var store = opened.store()) {
            opened.book().keep(ONE_DAY);
            store.append("r", Made.outcomes(4 * DAY + 1, 4 * DAY + 2_000));
            await().until(() -> number(CHUNKED) <= DAY + 720 || store.problem() != null);
            limitPages(database, 1_000_000);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        // What fails just before there is room again is tried again a while later.
                        now.set(now.get().plus(Duration.ofSeconds(30)));
                        return store.committedSequence("r") == 4 * DAY + 2_000;
                    });
            now.set(now.get().plus(Duration.ofHours(2)));
            await().atMost(Duration.ofSeconds(20)).until(() -> number(CHUNKED) <= DAY + 2_000);
            assertThat(store.problem()).isNull();
            assertThat(opened.book().size().bytes()).isPositive();
        }
        try (var store = open().store()) {
            assertThat(store.committedSequence("r")).isEqualTo(4 * DAY + 2_000);
        }
    }

    private static void limitPages(SqliteDatabase database, long pages) throws SQLException {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("PRAGMA max_page_count = " + pages);
            }
        });
    }

    @Test
    void twoProgramsWriteAndForgetAtOnce() {
        StoreOpened one = open();
        StoreOpened other = open();
        try (var mine = one.store();
                var theirs = other.store()) {
            one.book().keep(ONE_DAY);
            other.book().keep(ONE_DAY);
            PrinterId second = PrinterId.random();
            Made.announce(mine, printer, "r");
            Made.announce(theirs, second, "s");
            for (int n = 1; n <= 2 * DAY; n += 480) {
                mine.append("r", Made.outcomes(n, n + 479));
                theirs.append("s", Made.outcomes(n, n + 479));
            }
            mine.flush();
            theirs.flush();
            now.set(Made.START.plus(Duration.ofDays(2)));
            one.book().keep(ONE_DAY);
            other.book().keep(ONE_DAY);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number("SELECT MIN(hour) FROM chunk") >= 23);

            assertThat(mine.problem()).isNull();
            assertThat(theirs.problem()).isNull();
            assertThat(Made.readAll(mine, second)).endsWith(Made.outcome(2 * DAY));
            assertThat(Made.readAll(theirs, printer)).endsWith(Made.outcome(2 * DAY));
            Duration hour = Duration.ofHours(1);
            assertThat(one.book().rollups(second, Made.TARGET, hour, Instant.MIN, Instant.MAX))
                    .hasSize(48)
                    .endsWith(Resummed.of(theirs, second, hour).getLast());
        }
    }
}
