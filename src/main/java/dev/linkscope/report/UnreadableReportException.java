package dev.linkscope.report;

import dev.linkscope.i18n.Messages;
import java.io.IOException;

/**
 * A file or text that is no report, or one that cannot be used. Its message is for the user: what
 * is wrong, and what to do.
 */
public final class UnreadableReportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;
    private final String nextStep;

    /**
     * A reason why a report cannot be read.
     *
     * @param code stable name: {@code not_a_report}, {@code newer_version}, {@code damaged_report},
     *     {@code no_report_inside}, {@code damaged_inside}, {@code unpacks_too_far}, {@code
     *     damaged_pdf}, {@code too_large}, {@code file_unreadable}, {@code password}, {@code
     *     damaged_zip}, {@code no_report_in_zip} or {@code too_many_slots}
     * @param sentence what is wrong
     * @param nextStep what to do
     */
    public UnreadableReportException(String code, String sentence, String nextStep) {
        super(sentence + " " + nextStep);
        this.code = code;
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    /** The sentences {@code report.unreadable.CODE} and {@code CODE.next} with these arguments. */
    public static UnreadableReportException of(Messages messages, String code, Object... args) {
        String key = "report.unreadable." + code;
        return new UnreadableReportException(
                code, messages.text(key, args), messages.text(key + ".next", args));
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }

    /** What to do. */
    public String nextStep() {
        return nextStep;
    }
}
