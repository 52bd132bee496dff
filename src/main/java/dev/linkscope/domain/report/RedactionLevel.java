package dev.linkscope.domain.report;

/** For whom a report is, and so what is taken out of it. Credentials always are. */
public enum RedactionLevel {
    /** The user's own: everything but credentials stays. */
    MINE("mine"),
    /** For whoever helps: names of printers and hosts stay, what identifies a place goes. */
    SUPPORT("support"),
    /** For everybody: names of printers and hosts go as well. */
    PUBLIC("public");

    private final String wireName;

    RedactionLevel(String wireName) {
        this.wireName = wireName;
    }

    /** Whichever takes out more: what was taken out once does not come back. */
    public RedactionLevel stricter(RedactionLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Its name in reports, options and settings. */
    public String wireName() {
        return wireName;
    }
}
