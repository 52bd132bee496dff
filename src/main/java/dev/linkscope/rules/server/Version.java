package dev.linkscope.rules.server;

/** Compares versions such as {@code 1.11.8} by their numbers. */
final class Version {
    private Version() {}

    /** Whether a version is known and older than another. */
    static boolean before(String version, String other) {
        if (version.isEmpty() || !Character.isDigit(version.charAt(0))) {
            return false;
        }
        String[] ours = version.split("\\.");
        String[] theirs = other.split("\\.");
        for (int i = 0; i < theirs.length; i++) {
            int difference = Integer.compare(number(ours, i), number(theirs, i));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    /** The leading digits of a part; 0 without one. */
    private static int number(String[] parts, int at) {
        String digits = at < parts.length ? parts[at].replaceAll("\\D.*", "") : "";
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
