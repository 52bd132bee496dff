package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.history.FactReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Readings of a fact as steps: each holds until the next one; what is not known leaves a gap. */
final class ValueSteps {
    private ValueSteps() {}

    /**
     * A value over a stretch of time.
     *
     * @param from inclusive
     * @param to exclusive
     * @param value the number; 1 for what is true, 0 for what is not
     */
    record Step(Instant from, Instant to, double value) {}

    /**
     * The steps of one fact.
     *
     * @param readings oldest first
     * @param end up to when the last one holds
     */
    static List<Step> of(List<FactReading> readings, Instant end) {
        var steps = new ArrayList<Step>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            FactReading reading = readings.get(i);
            Instant to = i + 1 < readings.size() ? readings.get(i + 1).at() : end;
            OptionalDouble value = value(reading.fact());
            if (value.isPresent() && reading.at().isBefore(to)) {
                steps.add(new Step(reading.at(), to, value.getAsDouble()));
            }
        }
        return steps;
    }

    private static OptionalDouble value(Fact fact) {
        String value = fact.value();
        if (fact.status() != FactStatus.KNOWN || value == null) {
            return OptionalDouble.empty();
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> OptionalDouble.of(1);
            case "false" -> OptionalDouble.of(0);
            default -> number(value);
        };
    }

    private static OptionalDouble number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** The value at a moment; empty where none is known. */
    static OptionalDouble at(List<Step> steps, Instant at) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).from().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > 0 && at.isBefore(steps.get(low - 1).to())
                ? OptionalDouble.of(steps.get(low - 1).value())
                : OptionalDouble.empty();
    }
}
