package dev.linkscope.rules.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a shared outage.
 *
 * @param where the link that broke for most; null if that is not known
 * @param statements what happened, where to look first, and why, one sentence each
 */
public record Explanation(@Nullable Layer where, List<Statement> statements) {
    public Explanation {
        statements = List.copyOf(statements);
    }
}
