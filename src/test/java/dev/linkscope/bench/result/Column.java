package dev.linkscope.bench.result;

import java.util.Set;

/**
 * What stands in a column.
 *
 * @param heading as it is read: the name, and after a comma the unit if it has one
 */
public record Column(String heading) {
    private static final Set<String> UNITS =
            Set.of("s", "ms", "CPU s", "CPU ms", "clock ms", "MiB", "MB", "kB", "bytes", "GB/s");

    /** The heading without the unit. */
    public String name() {
        return unit().isEmpty() ? heading : heading.substring(0, heading.lastIndexOf(", "));
    }

    /** The unit of its numbers; empty where the heading names none. */
    public String unit() {
        int comma = heading.lastIndexOf(", ");
        String last = comma < 0 ? "" : heading.substring(comma + 2);
        return UNITS.contains(last) ? last : "";
    }
}
