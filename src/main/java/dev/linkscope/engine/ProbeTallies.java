package dev.linkscope.engine;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.SlotState;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what each probe of a session has seen. Not thread-safe. */
final class ProbeTallies {
    /** An agent knows about fifty classes; a hostile one must not fill the memory with more. */
    private static final int MOST_CLASSES = 100;

    private final Map<String, Counter> counters = new LinkedHashMap<>();

    /** Takes an outcome. */
    void add(Outcome outcome, Instant startedAt) {
        counters.computeIfAbsent(outcome.target(), target -> new Counter()).add(outcome, startedAt);
    }

    /** One tally a probe, in the order in which they were first seen. */
    List<ProbeTally> tallies() {
        return counters.values().stream().map(Counter::tally).toList();
    }

    private static final class Counter {
        private final Map<String, Integer> classes = new HashMap<>();
        private int measured;
        private int failed;
        private int failedInARow;
        private @Nullable Outcome newest;
        private @Nullable Outcome last;
        private @Nullable Instant lastAt;

        void add(Outcome outcome, Instant startedAt) {
            newest = outcome;
            count(outcome);
            if (outcome.state() == SlotState.NOT_MEASURED) {
                return;
            }
            measured++;
            last = outcome;
            lastAt = startedAt;
            if (outcome.state() == SlotState.FAILED) {
                failed++;
                failedInARow++;
            } else {
                failedInARow = 0;
            }
        }

        private void count(Outcome outcome) {
            if (outcome.errorClass() != null) {
                String name =
                        outcome.phase() == null
                                ? outcome.errorClass()
                                : outcome.phase().wireName() + "." + outcome.errorClass();
                if (classes.size() < MOST_CLASSES || classes.containsKey(name)) {
                    classes.merge(name, 1, Integer::sum);
                }
            }
        }

        ProbeTally tally() {
            Outcome known = Objects.requireNonNull(newest);
            return new ProbeTally(
                    known.target(),
                    known.kind(),
                    measured,
                    failed,
                    failedInARow,
                    classes,
                    last,
                    lastAt);
        }
    }
}
