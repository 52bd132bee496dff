package dev.linkscope.report.pdf;

import dev.linkscope.domain.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** What is known of the Pi, in two columns. */
final class FactsSection {
    private final Look look;

    FactsSection(Look look) {
        this.look = look;
    }

    List<Block> rows(List<Fact> facts) {
        List<Block> rows = new ArrayList<>();
        int half = (facts.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Block right = half + i < facts.size() ? row(facts.get(half + i)) : new Block.Gap(0);
            rows.add(new Block.Pair(row(facts.get(i)), right));
        }
        return rows;
    }

    private Row row(Fact fact) {
        return new Row(List.of(look.label(0.4, name(fact)), look.cell(0.6, value(fact))));
    }

    /** Its name in plain words where there is one. */
    private String name(Fact fact) {
        String key = "fact." + fact.key();
        return look.messages.has(key) ? look.say(key) : fact.key();
    }

    private String value(Fact fact) {
        String reason = fact.reason();
        return switch (fact.status()) {
            case KNOWN ->
                    fact.unit() == null
                            ? String.valueOf(fact.value())
                            : fact.value() + " " + fact.unit();
            case ABSENT -> look.say("report.pdf.fact.absent");
            case NOT_CHECKED ->
                    reason == null
                            ? look.say("report.pdf.fact.not_checked")
                            : look.say("report.pdf.fact.not_checked.why", reason);
        };
    }
}
