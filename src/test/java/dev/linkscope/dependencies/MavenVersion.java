package dev.linkscope.dependencies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A version in the order of Maven (maven.apache.org/pom.html, "Version Order Specification"), as
 * far as libraries use it: numbers, then words such as {@code alpha}, {@code rc} and {@code sp}.
 */
record MavenVersion(String text) implements Comparable<MavenVersion> {
    private static final Map<String, Integer> WORDS =
            Map.of(
                    "alpha", -6,
                    "a", -6,
                    "beta", -5,
                    "b", -5,
                    "milestone", -4,
                    "m", -4,
                    "rc", -3,
                    "cr", -3,
                    "snapshot", -2);

    private static final List<String> RELEASED = List.of("", "ga", "final", "release", "jre");

    @Override
    public int compareTo(MavenVersion other) {
        List<String> mine = parts(text);
        List<String> others = parts(other.text);
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            int order =
                    compare(
                            i < mine.size() ? mine.get(i) : "",
                            i < others.size() ? others.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> parts(String text) {
        String apart =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("(?<=\\d)(?=[a-z])|(?<=[a-z])(?=\\d)", "-");
        List<String> parts = new ArrayList<>(List.of(apart.split("[.\\-_+]")));
        parts.replaceAll(part -> RELEASED.contains(part) || part.matches("0+") ? "" : part);
        while (!parts.isEmpty() && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static int compare(String mine, String other) {
        boolean number = mine.matches("\\d+");
        boolean otherNumber = other.matches("\\d+");
        if (number && otherNumber) {
            return new BigInteger(mine).compareTo(new BigInteger(other));
        }
        int order = Integer.compare(rank(mine, number), rank(other, otherNumber));
        return order == 0 && !number ? mine.compareTo(other) : order;
    }

    /** Before a release, the release itself, words behind it such as sp, numbers. */
    private static int rank(String part, boolean number) {
        if (number) {
            return 2;
        }
        return part.isEmpty() ? 0 : WORDS.getOrDefault(part, 1);
    }
}
