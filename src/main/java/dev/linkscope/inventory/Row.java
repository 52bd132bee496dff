package dev.linkscope.inventory;

import dev.linkscope.domain.diagnosis.Failure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list says of one printer, as it stands there. */
final class Row {
    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final List<String> tags = new ArrayList<>();
    private final @Nullable Failure problem;

    /** A row that may become a printer. */
    Row() {
        this(null);
    }

    /** A row that is known to be none. */
    Row(@Nullable Failure problem) {
        this.problem = problem;
    }

    /** Fills a cell; nothing and blanks leave it empty. */
    Row put(Column column, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            cells.put(column, text.strip());
        }
        return this;
    }

    /** Adds a tag. */
    Row tag(String tag) {
        tags.add(tag);
        return this;
    }

    /** A cell; null if it is empty. */
    @Nullable String get(Column column) {
        return cells.get(column);
    }

    /** Tags that came one by one. */
    List<String> tags() {
        return tags;
    }

    /** Why it is no printer; null if nothing is known against it. */
    @Nullable Failure problem() {
        return problem;
    }
}
