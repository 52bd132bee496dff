package dev.linkscope.report;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.RedactionLevel;
import java.util.UUID;

/**
 * Who a printer is in a report.
 *
 * @param level for whom the report is
 * @param id the printer's id there: an alias for everybody
 */
record OwnId(RedactionLevel level, String id) {
    /** Whether it stands in place of the real id. */
    boolean isAlias() {
        return level == RedactionLevel.PUBLIC;
    }

    /** The id where only one of Linkscope's form can stand: made of the alias's number. */
    PrinterId of(PrinterId real) {
        if (!isAlias()) {
            return real;
        }
        String digits = id.replaceAll("\\D", "");
        long number = digits.isEmpty() || digits.length() > 9 ? 0 : Long.parseLong(digits);
        return new PrinterId(new UUID(0, number));
    }
}
