package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.report.SharedOutage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a farm's printers have in common, in words. */
public final class FarmStatements {
    private FarmStatements() {}

    /** A sentence for each shared outage, oldest first, and one if more is shared in the span. */
    public static List<Statement> of(FarmFigures figures) {
        List<Statement> said = new ArrayList<>();
        for (SharedOutage outage : figures.sharedOutages()) {
            said.add(
                    Statement.of(
                            "farm.shared",
                            outage.members().size(),
                            outage.measured(),
                            outage.from(),
                            Duration.between(outage.from(), outage.to())));
        }
        if (figures.sharedCauseInSpan()) {
            said.add(Statement.of("farm.shared_in_span"));
        }
        return said;
    }
}
