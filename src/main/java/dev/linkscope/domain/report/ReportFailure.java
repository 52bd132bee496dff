package dev.linkscope.domain.report;

/**
 * A failure in the words of the report's language.
 *
 * @param code stable name
 * @param message what happened
 * @param nextStep what to do
 */
public record ReportFailure(String code, String message, String nextStep) {}
