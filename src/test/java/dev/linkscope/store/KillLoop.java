package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import java.nio.file.Path;
import java.util.UUID;

/** A process that writes without end and prints what it was told is committed. */
final class KillLoop {
    private KillLoop() {}

    /** Arguments: the file, the printer, the run. */
    public static void main(String[] args) throws InterruptedException {
        var printer = new PrinterId(UUID.fromString(args[1]));
        SqliteOutcomeStore store = SqliteOutcomeStore.open(Path.of(args[0]), Made.TIME).store();
        Made.announce(store, printer, args[2]);
        long before = store.committedSequence(args[2]);
        long next = before + 1;
        long end = next + 200_000;
        while (next < end) {
            store.append(args[2], Made.outcomes(next, next + 49));
            next += 50;
            long committed = store.committedSequence(args[2]);
            if (committed > before) {
                System.out.println(committed);
            }
            Thread.sleep(1);
        }
    }
}
