package dev.linkscope.report;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.report.Removed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was asked of a report and what was taken out of it, written and read again. */
final class ScopeJson {
    private ScopeJson() {}

    static void put(ObjectNode node, RedactedReport redacted) {
        ReportScope scope = redacted.report().scope();
        ObjectNode redaction = node.putObject("redaction");
        redaction.put("level", scope.level().wireName());
        redaction.put("removed", redacted.removed());
        var values = redaction.putArray("values");
        for (Removed removed : redacted.removedValues()) {
            values.addObject()
                    .put("kind", removed.kind())
                    .put("shown", removed.shown())
                    .put("times", removed.times());
        }
        ObjectNode asked = node.putObject("scope");
        JsonValues.put(asked, "from", scope.from());
        JsonValues.put(asked, "to", scope.to());
        asked.put("level", scope.level().wireName());
        asked.put("note", scope.note());
    }

    /** What was asked; reports older than that were all for support. */
    static ReportScope read(Fields report) {
        Fields scope = report.objectOrNull("scope");
        return scope == null
                ? ReportScope.USUAL
                : new ReportScope(
                        scope.timeOrNull("from"),
                        scope.timeOrNull("to"),
                        level(scope).stricter(redaction(report)),
                        scope.textOrNull("note"));
    }

    /** What was taken out counts, whatever was asked. */
    private static RedactionLevel redaction(Fields report) {
        Fields redaction = report.objectOrNull("redaction");
        return redaction == null ? RedactionLevel.MINE : level(redaction);
    }

    private static RedactionLevel level(Fields node) {
        RedactionLevel level = named(node.text("level"));
        if (level == null) {
            throw node.wrong("level");
        }
        return level;
    }

    private static @Nullable RedactionLevel named(String name) {
        for (RedactionLevel level : RedactionLevel.values()) {
            if (level.wireName().equals(name)) {
                return level;
            }
        }
        return null;
    }
}
