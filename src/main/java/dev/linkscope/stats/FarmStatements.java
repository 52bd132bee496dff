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
        figures.sharedOutages().forEach(outage -> said.add(of(outage)));
        if (figures.sharedCauseInSpan()) {
            said.add(Statement.of("farm.shared_in_span"));
        }
        return said;
    }

    /** The sentence for a shared outage. */
    public static Statement of(SharedOutage outage) {
        return Statement.of(
                "farm.shared",
                outage.members().size(),
                outage.measured(),
                outage.from(),
                Duration.between(outage.from(), outage.to()));
    }
}
