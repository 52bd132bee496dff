package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFixStoreTest extends FixStoreContract {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    @Override
    StoreOpened openIt() {
        return SqliteHistory.open(file(), Made.TIME);
    }

    @Override
    long number(String sql) {
        return Raw.number(file(), sql);
    }

    @Override
    String history() {
        return file().toString();
    }

    @Test
    void whatOnlyANewerVersionUnderstandsHidesNothingElse() {
        StoreOpened opened = openIt();
        try {
            opened.fixes().save(MadeFixes.fixCase("new", 0));
            opened.fixes().save(MadeFixes.fixCase("old", 1));
            opened.fixes().save(MadeFixes.entry("e", 0, EntryState.DONE));
            Raw.execute(file(), "UPDATE fix_case SET pane = 'audio' WHERE case_id = 'new'");
            Raw.execute(file(), "UPDATE fix_entry SET state = 'tomorrow'");
            Raw.execute(file(), "UPDATE fix_said SET args = '[{'");

            assertThat(opened.fixes().cases()).containsExactly(MadeFixes.fixCase("old", 1));
            assertThat(opened.fixes().ledger())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.state()).isEqualTo(EntryState.INTERRUPTED);
                        assertThat(entry.said()).hasSize(2).allMatch(s -> s.args().isEmpty());
                    });
        } finally {
            opened.store().close();
        }
    }

    @Test
    void aHistoryInMemoryKeepsThemToo() {
        StoreOpened memory = SqliteHistory.openInMemory(Made.TIME);
        memory.fixes().save(MadeFixes.fixCase("c", 0));
        assertThat(memory.fixes().cases()).hasSize(1);

        memory.store().close();

        assertThatExceptionOfType(FixStoreException.class).isThrownBy(memory.fixes()::cases);
    }
}
