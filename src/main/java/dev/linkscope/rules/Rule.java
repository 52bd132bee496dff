package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Finding;
import java.util.Optional;

/** A rule that looks at everything known of one printer. */
@FunctionalInterface
interface Rule {
    /** What it concludes; empty if it has nothing to say. */
    Optional<Finding> judge(PrinterCase printer);
}
