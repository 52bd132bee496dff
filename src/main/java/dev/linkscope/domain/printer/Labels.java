package dev.linkscope.domain.printer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the user sorts a printer.
 *
 * @param group the one group that it is in, such as a room; null if none
 * @param tags words of the user's, each once, in the user's order
 */
public record Labels(@Nullable String group, List<String> tags) {
    /** Not sorted. */
    public static final Labels NONE = new Labels(null, List.of());

    public Labels {
        group = group == null || group.isBlank() ? null : group.strip();
        tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }
}
