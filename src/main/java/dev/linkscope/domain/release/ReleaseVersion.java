package dev.linkscope.domain.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version, ordered as Semantic Versioning 2.0.0 has it (section 11): a release comes after its
 * own preliminary versions, such as {@code 1.0.0-rc.1}. Build metadata is not part of it.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number; 0 where it was left out
 * @param preliminary what stands behind the dash, without it; empty for a release
 */
public record ReleaseVersion(int major, int minor, int patch, String preliminary)
        implements Comparable<ReleaseVersion> {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?"
                            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
                            + "(?:\\+[0-9A-Za-z.-]+)?");
    private static final int LONGEST = 60;

    /** The version that a text says; empty if it says none, or one of more than 60 characters. */
    public static Optional<ReleaseVersion> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ReleaseVersion(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)),
                        parts.group(4) == null ? "" : parts.group(4)));
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        List<Integer> steps =
                List.of(
                        Integer.compare(major, other.major),
                        Integer.compare(minor, other.minor),
                        Integer.compare(patch, other.patch));
        return steps.stream()
                .filter(step -> step != 0)
                .findFirst()
                .orElseGet(() -> comparePreliminary(other));
    }

    private int comparePreliminary(ReleaseVersion other) {
        if (preliminary.isEmpty() || other.preliminary.isEmpty()) {
            return Boolean.compare(preliminary.isEmpty(), other.preliminary.isEmpty());
        }
        List<String> mine = identifiers(preliminary);
        List<String> theirs = identifiers(other.preliminary);
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int step = compareIdentifiers(mine.get(i), theirs.get(i));
            if (step != 0) {
                return step;
            }
        }
        return Integer.compare(mine.size(), theirs.size());
    }

    private static List<String> identifiers(String preliminary) {
        var all = new ArrayList<String>();
        int from = 0;
        for (int dot = preliminary.indexOf('.'); dot >= 0; dot = preliminary.indexOf('.', from)) {
            all.add(preliminary.substring(from, dot));
            from = dot + 1;
        }
        all.add(preliminary.substring(from));
        return all;
    }

    // Numbers come before words and are compared as numbers, however long they are.
    private static int compareIdentifiers(String mine, String theirs) {
        boolean number = isNumber(mine);
        if (number != isNumber(theirs)) {
            return number ? -1 : 1;
        }
        if (number && mine.length() != theirs.length()) {
            return Integer.compare(mine.length(), theirs.length());
        }
        return mine.compareTo(theirs);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preliminary.isEmpty() ? "" : "-" + preliminary);
    }
}
