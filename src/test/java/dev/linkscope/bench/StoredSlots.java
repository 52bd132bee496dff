package dev.linkscope.bench;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Instant;
import java.util.List;

/**
 * What a history holds of a target of many printers, against what it should hold: every slot from
 * the first to the last once.
 *
 * @param runs runs of all agents
 * @param outcomes outcomes stored
 * @param missing slots without outcome
 * @param doubled outcomes of a slot that has one already
 */
public record StoredSlots(int runs, long outcomes, long missing, long doubled) {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    /** Reads it; the store has to be flushed. */
    public static StoredSlots of(OutcomeStore store, List<Printer> printers, String target) {
        int runs = 0;
        long outcomes = 0;
        long missing = 0;
        long doubled = 0;
        for (Printer printer : printers) {
            for (RecordedRun run : store.read(printer.id(), target, Instant.EPOCH, FAR)) {
                long[] slots = run.outcomes().stream().mapToLong(Outcome::slot).sorted().toArray();
                runs++;
                outcomes += slots.length;
                for (int i = 1; i < slots.length; i++) {
                    doubled += slots[i] == slots[i - 1] ? 1 : 0;
                    missing += Math.max(0, slots[i] - slots[i - 1] - 1);
                }
                missing += slots.length == 0 ? 0 : slots[0];
            }
        }
        return new StoredSlots(runs, outcomes, missing, doubled);
    }
}
