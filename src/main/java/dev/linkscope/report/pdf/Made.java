package dev.linkscope.report.pdf;

/**
 * How a document was made, which stands on its pages.
 *
 * @param reportId short name of the report
 * @param toolVersion version of this program
 * @param removed how many values were taken out of the report
 */
record Made(String reportId, String toolVersion, int removed) {}
