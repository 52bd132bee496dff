package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.probe.SlotState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts are wanted.
 *
 * @param target id of the only probe; null for all
 * @param state the only result; null for all
 * @param text words that all have to be found somewhere in the row
 */
record OutcomeFilter(@Nullable String target, @Nullable SlotState state, String text) {
    /** All of them. */
    static final OutcomeFilter ALL = new OutcomeFilter(null, null, "");

    /** The probes to be read; empty for all. */
    Set<String> targets() {
        return target == null ? Set.of() : Set.of(target);
    }

    /** Those of these rows that are wanted. */
    List<OutcomeRow> of(List<OutcomeRow> rows) {
        List<String> words =
                Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return rows.stream()
                .filter(row -> state == null || row.state() == state)
                .filter(row -> words.stream().allMatch(row.searched()::contains))
                .toList();
    }
}
