package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.engine.reading.Meaning;
import dev.linkscope.engine.reading.ReadingJudge;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The readings of a printer as lines. */
final class FactLines {
    private final Wording wording;
    private final boolean recorded;
    private final Map<String, Fact> facts = new HashMap<>();
    private final ReadingJudge judge;
    private final FactValue values;

    /**
     * Lines of these facts.
     *
     * @param recorded whether they were read from a report
     */
    FactLines(List<Fact> told, boolean recorded, Wording wording) {
        this.wording = wording;
        this.recorded = recorded;
        told.forEach(fact -> facts.put(fact.key(), fact));
        judge = new ReadingJudge(told);
        values = new FactValue(wording);
    }

    /** A line for each key, whether anything is known of it or not. */
    List<FactLine> all(String... keys) {
        return Stream.of(keys).map(this::line).toList();
    }

    /** A line for each key of which something is known. */
    List<FactLine> known(String... keys) {
        return Stream.of(keys).filter(this::isKnown).map(this::line).toList();
    }

    /** Whether there is a reading. */
    boolean isKnown(String key) {
        Fact fact = facts.get(key);
        return fact != null && fact.status() == FactStatus.KNOWN;
    }

    /** Whether the reading is this text. */
    boolean is(String key, String value) {
        Fact fact = facts.get(key);
        return fact != null && value.equals(fact.value());
    }

    /** Whether it was looked for and is not there. */
    boolean isAbsent(String key) {
        Fact fact = facts.get(key);
        return fact != null && fact.status() == FactStatus.ABSENT;
    }

    private FactLine line(String key) {
        String name = wording.text("fact." + key);
        Fact fact = facts.get(key);
        if (fact == null) {
            return new FactLine(
                    key,
                    name,
                    wording.text("tabs.fact.unknown"),
                    wording.text(recorded ? "tabs.fact.not_in_report" : "tabs.fact.untold"),
                    Tone.NEUTRAL,
                    FactStatus.NOT_CHECKED);
        }
        return switch (fact.status()) {
            case KNOWN -> judged(fact, name);
            case ABSENT ->
                    new FactLine(
                            key,
                            name,
                            wording.text("tabs.fact.absent"),
                            wording.text("tabs.fact.absent.why"),
                            Tone.NEUTRAL,
                            FactStatus.ABSENT);
            case NOT_CHECKED ->
                    new FactLine(
                            key,
                            name,
                            wording.text("tabs.fact.unknown"),
                            values.reason(fact.reason()),
                            Tone.NEUTRAL,
                            FactStatus.NOT_CHECKED);
        };
    }

    private FactLine judged(Fact fact, String name) {
        Optional<Meaning> meaning = judge.of(fact.key());
        return new FactLine(
                fact.key(),
                name,
                values.text(fact),
                meaning.map(Meaning::text).map(wording.messages()::render).orElse(""),
                meaning.map(Meaning::grade).map(FactLines::tone).orElse(Tone.NEUTRAL),
                FactStatus.KNOWN);
    }

    private static Tone tone(Meaning.Grade grade) {
        return switch (grade) {
            case GOOD -> Tone.GOOD;
            case WATCH -> Tone.WATCH;
            case BAD -> Tone.BAD;
            case PLAIN -> Tone.NEUTRAL;
        };
    }
}
