package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.i18n.Messages;
import dev.linkscope.store.Made;
import dev.linkscope.store.MadeFixes;
import dev.linkscope.store.Raw;
import dev.linkscope.store.StoreOpened;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes back from a damaged file. */
@Timeout(60)
class RecoveryTest {
    private static final int COUNT = 20_000;
    private static final int READINGS = 5_000;

    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    private Path file() {
        return folder.resolve("history.db");
    }

    private StoreOpened open() {
        return SqliteHistory.open(file(), Made.TIME);
    }

    private void fill() {
        StoreOpened opened = open();
        try (var store = opened.store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, COUNT));
            store.fact(printer, Fact.known("os", "a", null), Made.START);
            for (int i = 0; i < READINGS; i++) {
                Fact fact = Fact.known("wifi.signal", Integer.toString(-50 - i % 40), "dBm");
                store.fact(printer, fact, Made.START.plusSeconds(30L * i));
            }
            opened.book().keep(new UserNote("1", printer, Made.START, Made.START, "mine"));
            opened.fixes().save(MadeFixes.fixCase("c", 0));
            store.flush();
            await().until(() -> Raw.number(file(), "SELECT COUNT(*) FROM outcome") < 720);
        }
    }

    private int readings(OutcomeStore store) {
        return store.readings(printer, Set.of(), Instant.MIN, Instant.MAX).size();
    }

    private StoreOpened reopened() {
        new HistoryFile(file()).markDamaged();
        return open();
    }

    @Test
    void allComesBackFromAFileThatIsWhole() throws IOException {
        fill();
        StoreOpened opened = reopened();
        try (var store = opened.store()) {
            assertThat(opened.movedAside()).isNotNull();
            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, COUNT));
            assertThat(store.committedSequence("r")).isEqualTo(COUNT);
            assertThat(store.facts(printer)).hasSize(2);
            assertThat(readings(store)).isEqualTo(READINGS);
            assertThat(opened.fixes().cases()).containsExactly(MadeFixes.fixCase("c", 0));
            assertThat(opened.book().notes(printer, Instant.MIN, Instant.MAX)).hasSize(1);
            assertThat(said(opened))
                    .isEqualTo(
                            "From the damaged history came back: 55 hours of measuring, one note"
                                    + " and no change that you tried.");
            // The new history is a whole one.
            assertThat(Files.exists(Path.of(Objects.requireNonNull(opened.movedAside())))).isTrue();
        }
        assertThat(open())
                .satisfies(again -> {
                    assertThat(again.movedAside()).isNull();
                    again.store().close();
                });
    }

    @Test
    void damagedPagesTakeOnlyWhatIsOnThem() throws IOException {
        fill();
        destroyed(43, 11);
        Set<Outcome> all = Set.copyOf(Made.outcomes(1, COUNT));
        StoreOpened opened = open();
        try (var store = opened.store()) {
            assertThat(opened.movedAside()).isNotNull();
            List<Outcome> back = Made.readAll(store, printer);
            assertThat(back).hasSizeBetween(COUNT / 3, COUNT - 1);
            assertThat(readings(store)).isBetween(READINGS / 3, READINGS - 1);
            assertThat(all.containsAll(back)).isTrue();
            assertThat(said(opened)).contains("hours of measuring").contains("left out");
            store.append("r", Made.outcomes(COUNT + 1, COUNT + 10));
            store.flush();
            assertThat(store.committedSequence("r")).isEqualTo(COUNT + 10);
        }
    }

    /** Overwrites every so many pages, but not the first, which holds the names of all tables. */
    private void destroyed(int first, int every) throws IOException {
        byte[] noise = new byte[4096];
        try (var damaged = new RandomAccessFile(file().toFile(), "rw")) {
            for (long page = first; page * 4096 < damaged.length(); page += every) {
                new Random(page).nextBytes(noise);
                damaged.seek(page * 4096);
                damaged.write(noise);
            }
        }
    }

    @Test
    void whatComesBackIsNeverWrongWhereverTheDamageIs() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        Set<Outcome> all = Set.copyOf(Made.outcomes(1, COUNT));
        for (int seed = 1; seed <= 8; seed++) {
            Files.write(file(), whole);
            destroyed(1 + seed, 5 + seed * 7);
            StoreOpened opened = open();
            try (var store = opened.store()) {
                assertThat(opened.recovered()).isNotNull();
                assertThat(all.containsAll(Made.readAll(store, printer))).isTrue();
                assertThat(said(opened)).isNotBlank();
            }
        }
    }

    @Test
    void whatIsNoHistoryGivesNothing() throws IOException {
        Files.writeString(file(), "notes, not a database ".repeat(400));
        StoreOpened opened = open();
        opened.store().close();
        assertThat(said(opened)).isEqualTo("Nothing could be read from the damaged history.");

        Files.delete(file());
        Raw.execute(file(), "CREATE TABLE note (note_id TEXT, text TEXT)");
        Raw.execute(file(), "INSERT INTO note VALUES ('1', 'theirs')");
        opened = open();
        try (var _ = opened.store()) {
            assertThat(opened.book().notes(printer, Instant.MIN, Instant.MAX)).isEmpty();
        }
    }

    @Test
    void anOlderVersionComesBackToo() {
        fill();
        Raw.execute(file(), "DROP TABLE note");
        Raw.execute(file(), "DROP TABLE rollup");
        Raw.execute(file(), "DROP TABLE finding_span");
        Raw.execute(file(), "ALTER TABLE run DROP COLUMN forgotten_seq");
        Raw.execute(file(), "PRAGMA user_version = 3");
        StoreOpened opened = reopened();
        try (var store = opened.store()) {
            assertThat(Made.readAll(store, printer)).hasSize(COUNT);
        }
    }

    private static String said(StoreOpened opened) {
        Statement statement = Objects.requireNonNull(opened.recovered());
        Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(messages.text(statement.key() + ".next")).endsWith(".");
        return messages.render(statement);
    }
}
