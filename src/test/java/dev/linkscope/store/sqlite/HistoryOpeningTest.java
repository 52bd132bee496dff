package dev.linkscope.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.i18n.Messages;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.Made;
import dev.linkscope.store.Raw;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.Trouble;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryOpeningTest {
    @TempDir Path folder;
    private final PrinterId printer = PrinterId.random();

    private Path file() {
        return folder.resolve("history.db");
    }

    private void fill() {
        try (var store = SqliteHistory.open(file(), Made.TIME).store()) {
            Made.announce(store, printer, "r");
            store.append("r", Made.outcomes(1, 2_000));
        }
    }

    @Test
    void aWholeFileIsNotMoved() {
        fill();
        StoreOpened opened = SqliteHistory.open(file(), Made.TIME);
        opened.store().close();

        assertThat(opened.movedAside()).isNull();
    }

    @Test
    void anyFolderNameWillDo() {
        Path odd = folder.resolve("Drücker & Söhne %20 #1 'x'").resolve("history.db");
        SqliteHistory.open(odd, Made.TIME).store().close();

        assertThat(odd).exists();
        assertThat(SqliteHistory.open(odd, Made.TIME))
                .satisfies(opened -> opened.store().close())
                .extracting(StoreOpened::movedAside)
                .isNull();
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAsideAndKept() throws IOException {
        Files.writeString(file(), "These are my notes, not a database.\n".repeat(200));

        assertMovedAside();
        assertThat(folder.resolve("history.broken-20260301T120000Z.db"))
                .content()
                .startsWith("These are my notes");
    }

    @Test
    void anotherProgramsDatabaseIsMovedAsideAndKept() {
        Raw.execute(file(), "CREATE TABLE recipe (name TEXT)");

        assertMovedAside();
    }

    @Test
    void aDamagedDatabaseIsMovedAside() throws IOException {
        fill();
        destroyPages();

        assertMovedAside();
    }

    private void destroyPages() throws IOException {
        byte[] noise = new byte[8192];
        new Random(3).nextBytes(noise);
        try (var damaged = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 4096; at < damaged.length(); at += noise.length) {
                damaged.seek(at);
                damaged.write(noise);
            }
        }
    }

    @Test
    void aFileCutShortIsMovedAside() throws IOException {
        fill();
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }

        assertMovedAside();
    }

    @Test
    void damageWhileRunningIsToldAndActedOnAtTheNextStart() throws IOException {
        fill();
        try (var store = SqliteHistory.open(file(), Made.TIME).store()) {
            await().until(() -> Raw.number(file(), "SELECT COUNT(*) FROM outcome") == 0);
            Raw.execute(file(), "PRAGMA wal_checkpoint(TRUNCATE)");
            destroyPages();
            var other = PrinterId.random();
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> {
                        Made.readAll(store, printer);
                        store.facts(printer);
                        Made.readAll(store, other);
                    })
                    .satisfies(e -> assertThat(e.problem().key()).isEqualTo("store.damaged"));
            assertThat(store.committedSequence("r")).isLessThanOrEqualTo(2_000);
        }

        assertMovedAside();
    }

    @Test
    void damageFoundEarlierIsActedOnAtTheNextStart() {
        fill();
        new HistoryFile(file()).markDamaged();

        assertMovedAside();
        StoreOpened next = SqliteHistory.open(file(), Made.TIME);
        next.store().close();
        assertThat(next.movedAside()).isNull();
    }

    @Test
    void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
        Files.writeString(file(), "first".repeat(100));
        assertMovedAside();
        Files.writeString(file(), "second".repeat(100));
        assertMovedAside();

        try (var files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("broken"))).hasSize(2);
        }
    }

    private void assertMovedAside() {
        StoreOpened opened = SqliteHistory.open(file(), Made.TIME);
        try (var store = opened.store()) {
            assertThat(opened.movedAside()).contains("history.broken-20260301T120000Z");
            assertThat(Path.of(String.valueOf(opened.movedAside()))).exists();
            var other = PrinterId.random();
            Made.announce(store, other, "new");
            store.append("new", Made.outcomes(1, 3));
            store.flush();
            assertThat(Made.readAll(store, other)).hasSize(3);
        }
    }

    @Test
    void aNewerFileIsLeftAsItIs() throws IOException {
        fill();
        Raw.execute(file(), "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> SqliteHistory.open(file(), Made.TIME))
                .satisfies(e ->
                        assertThat(texts(e))
                                .anySatisfy(text -> assertThat(text).contains("newer"))
                                .anySatisfy(text -> assertThat(text).contains("Install")));
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("history.db");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTold() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> SqliteHistory.open(blocked.resolve("history.db"), Made.TIME))
                .satisfies(e ->
                        assertThat(texts(e))
                                .anySatisfy(text -> assertThat(text).contains("LINKSCOPE_HOME")));
    }

    @Test
    void everyTroubleHasASentenceAndANextStep() {
        Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

        assertThat(Trouble.values())
                .allSatisfy(trouble -> {
                    String key = trouble.statement("history.db").key();
                    assertThat(messages.text(key, "history.db")).contains("history.db");
                    assertThat(messages.text(key + ".next", "history.db")).endsWith(".");
                });
    }

    private static List<String> texts(HistoryException e) {
        Messages messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        return List.of(messages.render(e.problem()), messages.render(e.nextStep()));
    }
}
