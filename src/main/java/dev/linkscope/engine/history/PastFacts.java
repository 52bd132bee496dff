package dev.linkscope.engine.history;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.ReadingPace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a printer's computer for a span that is over.
 *
 * @param facts as they were at its end where that is known, else as they were read last
 * @param note what is to be known about them; empty for a span that reaches to now
 */
record PastFacts(List<Fact> facts, Optional<Statement> note) {
    /**
     * Facts of a span that is over.
     *
     * @param latest what was read last
     * @param readings the last of each fact before the end of the span
     */
    static PastFacts of(List<Fact> latest, List<FactReading> readings, Span span) {
        // A value that stays is told once an hour: an older one may have changed since.
        Instant oldest = span.from().minus(ReadingPace.CONFIRMED.multipliedBy(2));
        Map<String, Fact> then = new HashMap<>();
        readings.stream()
                .filter(reading -> !reading.at().isBefore(oldest))
                .forEach(reading -> then.put(reading.fact().key(), reading.fact()));
        if (then.isEmpty()) {
            return new PastFacts(latest, Optional.of(Statement.of("span.facts")));
        }
        var facts = new ArrayList<Fact>();
        for (Fact fact : latest) {
            Fact past = then.remove(fact.key());
            facts.add(past == null ? fact : past);
        }
        facts.addAll(then.values());
        return new PastFacts(facts, Optional.of(Statement.of("span.facts.then")));
    }
}
