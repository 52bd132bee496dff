package dev.linkscope.store;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Path;

/** A process that keeps a ledger, and stays in the middle of one change if it is told to. */
public final class FixLoop {
    private FixLoop() {}

    /** Arguments: the file or the address, what ids begin with, how many, where to stay. */
    public static void main(String[] args) throws Exception {
        StoreOpened opened =
                PostgresHistory.isAddress(args[0])
                        ? PostgresHistory.open(args[0], System.getenv(), Made.TIME)
                        : SqliteHistory.open(Path.of(args[0]), Made.TIME);
        FixStore fixes = opened.fixes();
        int stay = Integer.parseInt(args[3]);
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            String id = args[1] + "-" + i;
            fixes.save(MadeFixes.fixCase("both", i));
            fixes.save(MadeFixes.entry(id, i, EntryState.BEGUN));
            System.out.println("begun " + i);
            if (i == stay) {
                Thread.sleep(60_000);
            }
            fixes.save(MadeFixes.entry(id, i, EntryState.DONE));
        }
        opened.store().close();
    }

    /** Starts it. */
    static Process start(String history, String ids, int entries, int stay) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FixLoop.class.getName(),
                        history,
                        ids,
                        String.valueOf(entries),
                        String.valueOf(stay))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
