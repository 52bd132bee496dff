package dev.linkscope.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list can say of a printer. */
enum Column {
    TARGET,
    NAME,
    SERVER,
    SNAPSHOT,
    STREAM,
    OCTOPRINT,
    GROUP,
    TAGS,
    USER,
    PORT,
    IDENTITY;

    /** The column with this heading; null if there is none. */
    static @Nullable Column named(String heading) {
        String name = heading.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "host", "address" -> TARGET;
            case "identityfile", "identity_file" -> IDENTITY;
            default -> {
                for (Column column : values()) {
                    if (column.name().toLowerCase(Locale.ROOT).equals(name)) {
                        yield column;
                    }
                }
                yield null;
            }
        };
    }
}
