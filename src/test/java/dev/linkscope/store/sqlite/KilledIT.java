package dev.linkscope.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many programs killed in the middle of writing. */
@Tag("faults")
@Timeout(1_800)
class KilledIT {
    @TempDir Path folder;

    @Test
    void twoHundredKillsLoseNothingCommitted() throws Exception {
        new KillRounds(folder.resolve("history.db")).run(200, 150);
    }
}
