package dev.linkscope.rules;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts of a printer, by key. What was not checked is never false and never absent. */
public final class FactSheet {
    private final Map<String, Fact> facts;

    /** A sheet of these facts; of two with one key the later counts. */
    public FactSheet(List<Fact> facts) {
        this.facts =
                facts.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Fact::key, Function.identity(), (one, other) -> other));
    }

    /** The reading; empty if it is absent or was not checked. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(facts.get(key)).map(Fact::value);
    }

    /** The reading as a number; empty if there is none, or it is no number. */
    public OptionalDouble number(String key) {
        try {
            Optional<String> text = text(key);
            return text.isPresent()
                    ? OptionalDouble.of(Double.parseDouble(text.get()))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether the reading is this text. */
    public boolean is(String key, String value) {
        return text(key).filter(value::equals).isPresent();
    }

    /** Whether the reading is {@code true}. */
    public boolean yes(String key) {
        return is(key, "true");
    }

    /** Whether the reading is {@code false}. */
    public boolean no(String key) {
        return is(key, "false");
    }

    /** Whether it was looked for and is not there. */
    public boolean absent(String key) {
        Fact fact = facts.get(key);
        return fact != null && fact.status() == FactStatus.ABSENT;
    }

    /** Whether nobody knows: not checked, or never told of. */
    public boolean unknown(String key) {
        Fact fact = facts.get(key);
        return fact == null || fact.status() == FactStatus.NOT_CHECKED;
    }
}
