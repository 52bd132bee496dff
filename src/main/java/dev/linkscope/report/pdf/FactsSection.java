package dev.linkscope.report.pdf;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is known of the Pi, in two columns; below it, in short, what is not. */
final class FactsSection {
    private static final int NAMES_IN_ROW = 12;

    private final Look look;

    FactsSection(Look look) {
        this.look = look;
    }

    List<Block> rows(List<Fact> facts) {
        List<Fact> known = with(FactStatus.KNOWN, facts);
        List<Block> rows = new ArrayList<>();
        int half = (known.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Block right = half + i < known.size() ? row(known.get(half + i)) : new Block.Gap(0);
            rows.add(new Block.Pair(row(known.get(i)), right));
        }
        addRest(rows, "report.pdf.fact.absent", with(FactStatus.ABSENT, facts));
        addRest(rows, "report.pdf.fact.not_checked", with(FactStatus.NOT_CHECKED, facts));
        return rows;
    }

    private static List<Fact> with(FactStatus status, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.status() == status).toList();
    }

    private Row row(Fact fact) {
        String value =
                fact.unit() == null
                        ? String.valueOf(fact.value())
                        : fact.value() + " " + fact.unit();
        return new Row(List.of(look.label(0.4, name(fact)), look.cell(0.6, value)));
    }

    /** Names by their reason, in rows that a page has room for. */
    private void addRest(List<Block> rows, String key, List<Fact> facts) {
        Map<String, List<Fact>> byReason =
                facts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        fact -> Objects.requireNonNullElse(fact.reason(), ""),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byReason.forEach((reason, all) -> {
            String why = reason.isEmpty() ? "" : reason + ": ";
            for (int from = 0; from < all.size(); from += NAMES_IN_ROW) {
                int to = Math.min(all.size(), from + NAMES_IN_ROW);
                String names =
                        all.subList(from, to).stream()
                                .map(this::name)
                                .collect(Collectors.joining(" · "));
                rows.add(
                        new Row(
                                List.of(
                                        look.label(0.2, from == 0 ? look.say(key) : ""),
                                        look.cell(0.8, why + names))));
            }
        });
    }

    /** Its name in plain words where there is one. */
    private String name(Fact fact) {
        String key = "fact." + fact.key();
        return look.messages.has(key) ? look.say(key) : fact.key();
    }
}
