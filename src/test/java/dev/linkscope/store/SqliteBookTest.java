package dev.linkscope.store;

import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteBookTest extends BookContract {
    @TempDir Path folder;

    @Override
    StoreOpened openIt(InstantSource time) {
        return SqliteHistory.open(folder.resolve("history.db"), time);
    }

    @Override
    long number(String sql) {
        return Raw.number(folder.resolve("history.db"), sql);
    }

    @Override
    void execute(String sql) {
        Raw.execute(folder.resolve("history.db"), sql);
    }
}
