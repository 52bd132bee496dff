package dev.linkscope.domain.diagnosis;

import dev.linkscope.domain.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule concluded.
 *
 * @param rule stable id of the rule
 * @param verdict supported, refuted or inconclusive
 * @param severity how much it matters
 * @param confidence how sure it is
 * @param title the conclusion if it is supported, else the name of the cause
 * @param evidence observations for and against
 * @param nextTest what would tell more, or mend it; null if nothing would
 * @param fixes ids of plans that go about it; empty unless it is supported
 */
public record Finding(
        String rule,
        Verdict verdict,
        Severity severity,
        Confidence confidence,
        Statement title,
        List<Evidence> evidence,
        @Nullable Statement nextTest,
        List<String> fixes) {
    public Finding {
        evidence = List.copyOf(evidence);
        fixes = List.copyOf(fixes);
    }

    /** The same, with plans. */
    public Finding withFixes(List<String> plans) {
        return new Finding(rule, verdict, severity, confidence, title, evidence, nextTest, plans);
    }

    /**
     * Where its cause is explained, such as {@code causes.md#wifi.weak}: a file of the guide and a
     * place in it. Null for a symptom, which explains itself.
     */
    public @Nullable String guide() {
        return title.key().startsWith("cause.") ? "causes.md#" + rule : null;
    }

    /** Whether it is supported and something has to be done. */
    public boolean critical() {
        return supported() && severity == Severity.CRITICAL;
    }

    /** Whether its cause is at work. */
    public boolean supported() {
        return verdict == Verdict.SUPPORTED;
    }
}
