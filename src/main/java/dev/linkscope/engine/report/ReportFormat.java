package dev.linkscope.engine.report;

/** What a report can be written as. */
public enum ReportFormat {
    /** For people, with its data inside. */
    PDF("pdf"),
    /** Text to paste where Markdown is understood. */
    MARKDOWN("md"),
    /** Every slot, a line each. */
    CSV("csv"),
    /** The published contract. */
    JSON("json"),
    /** All of it and what support asks for. */
    ZIP("zip");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /** How names of such files end, without the dot. */
    public String ending() {
        return ending;
    }
}
