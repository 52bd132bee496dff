package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Finding;
import java.util.Optional;

/** A rule that looks at one pane. */
@FunctionalInterface
interface PaneRule {
    /** What it concludes; empty if it has nothing to say about this pane. */
    Optional<Finding> judge(PaneCase pane);
}
