package dev.linkscope.engine;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is stored of one printer's runs; outcomes in batches. Used by one thread. */
final class RunLog {
    /** Outcomes handed to the store at once while many arrive together. */
    private static final int BATCH = 256;

    private final PrinterId printer;
    private final OutcomeStore store;
    private final List<Outcome> unsaved = new ArrayList<>();

    RunLog(PrinterId printer, OutcomeStore store) {
        this.printer = printer;
        this.store = store;
    }

    /**
     * A run begins or goes on.
     *
     * @param seen when it was first seen
     */
    void begin(AgentFrame.Hello hello, String run, Instant seen) {
        store.beginRun(
                printer,
                new OutcomeStore.Run(
                        run, hello.bootId(), hello.processId(), hello.agentVersion(), seen));
    }

    /** One more outcome of this run. */
    void add(String run, Outcome outcome) {
        unsaved.add(outcome);
        if (unsaved.size() >= BATCH) {
            save(run);
        }
    }

    /** Hands over what is left. */
    void save(String run) {
        if (!unsaved.isEmpty()) {
            store.append(run, List.copyOf(unsaved));
            unsaved.clear();
        }
    }
}
