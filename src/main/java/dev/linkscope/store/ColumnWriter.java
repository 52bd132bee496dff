package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Writes one column after the other of the same outcomes. */
final class ColumnWriter {
    private final List<Outcome> outcomes;
    private final VarintOutput out = new VarintOutput();

    ColumnWriter(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        out.unsigned(outcomes.size());
    }

    /** Numbers as they are. */
    void numbers(ToLongFunction<Outcome> column) {
        for (Outcome outcome : outcomes) {
            out.signed(column.applyAsLong(outcome));
        }
    }

    /** Numbers that grow steadily: each as the difference to a step as long as the last. */
    void steps(ToLongFunction<Outcome> column) {
        long last = 0;
        long step = 0;
        for (Outcome outcome : outcomes) {
            long value = column.applyAsLong(outcome);
            out.signed(value - last - step);
            step = value - last;
            last = value;
        }
    }

    /** Texts that repeat: each new one once, then numbers; 0 stands for none. */
    void texts(Function<Outcome, @Nullable String> column) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] row = new int[outcomes.size()];
        for (int i = 0; i < row.length; i++) {
            String text = column.apply(outcomes.get(i));
            if (text != null) {
                Integer next = numbers.size() + 1;
                Integer known = numbers.putIfAbsent(text, next);
                row[i] = known == null ? next : known;
            }
        }
        out.unsigned(numbers.size());
        numbers.keySet().forEach(out::text);
        for (int number : row) {
            out.unsigned(number);
        }
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
