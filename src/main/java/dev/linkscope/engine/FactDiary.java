package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.ReadingPace;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was read of a Pi. An agent tells changes alone; so that a chart can tell a value
 * that stays from silence, those that are kept over time are told again once an hour. Used by the
 * session's thread.
 */
final class FactDiary {
    private final PrinterId printer;
    private final OutcomeStore store;
    private @Nullable Instant confirmed;

    FactDiary(PrinterId printer, OutcomeStore store) {
        this.printer = printer;
        this.store = store;
    }

    /** Something was read. */
    void read(Fact fact, Instant at) {
        store.fact(printer, fact, at);
    }

    /** The agent lives and had nothing new to tell: everything still holds. */
    void holds(Iterable<Fact> facts, Instant at) {
        Instant last = confirmed;
        if (last == null) {
            confirmed = at;
        } else if (Duration.between(last, at).abs().compareTo(ReadingPace.CONFIRMED) >= 0) {
            confirmed = at;
            for (Fact fact : facts) {
                if (ReadingPace.of(fact.key()).isPresent()) {
                    store.fact(printer, fact, at);
                }
            }
        }
    }
}
