package dev.linkscope.rules;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what speaks for and against a cause and concludes from it. Each clue names its source:
 * observations are independent if their sources differ.
 *
 * <p>A cause is <em>supported</em> if a certain clue speaks for it, or a strong one with none of
 * weight against, or two weak ones of different sources with none at all against. It is
 * <em>refuted</em> if something of weight speaks against it, or all that it needs was looked at and
 * shows no sign of it. Else, and wherever something it needs was not checked, it is
 * <em>inconclusive</em>.
 */
public final class Clues {
    private final String rule;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    private boolean certain;
    private boolean missing;
    private int strong;
    private int weak;
    private int against;
    private int weakAgainst;
    private List<Object> args = List.of();
    private String variant = "";

    /** No clue yet for the cause of a rule. */
    public Clues(Rule rule) {
        this.rule = rule.id();
    }

    /** Certain by construction: whoever answered said so itself, or it cannot be otherwise. */
    public Clues certain(String source, Statement text) {
        certain = true;
        return speaksFor(source, text, null, null);
    }

    /** Alone points to the cause. */
    public Clues strong(String source, Statement text) {
        strong++;
        return speaksFor(source, text, null, null);
    }

    /** The same with a reading and the limit that it is beyond. */
    public Clues strong(String source, Statement text, double value, Threshold limit) {
        strong++;
        return speaksFor(source, text, value, limit);
    }

    /** Fits the cause, and others as well. */
    public Clues weak(String source, Statement text) {
        weak++;
        return speaksFor(source, text, null, null);
    }

    /** The same with a reading and the limit that it is beyond. */
    public Clues weak(String source, Statement text, double value, Threshold limit) {
        weak++;
        return speaksFor(source, text, value, limit);
    }

    /** Hardly fits the cause. */
    public Clues against(Statement text) {
        against++;
        evidence.add(new Evidence(false, text, null, null, null));
        return this;
    }

    /** The same with a reading and the limit that it keeps to. */
    public Clues against(Statement text, double value, Threshold limit) {
        against++;
        evidence.add(new Evidence(false, text, value, limit.value(), unit(limit)));
        return this;
    }

    /** Speaks a little against the cause. */
    public Clues weakAgainst(Statement text) {
        weakAgainst++;
        evidence.add(new Evidence(false, text, null, null, null));
        return this;
    }

    /** Something that the cause cannot be judged without was not checked. */
    public Clues missing() {
        missing = true;
        return this;
    }

    /** Arguments of the sentence that claims the cause. */
    public Clues saying(Object... values) {
        args = List.of(values);
        return this;
    }

    /**
     * Another sentence for the same cause: {@code cause.ID.VARIANT}, with its own {@code .next}.
     */
    public Clues as(String name) {
        variant = "." + name;
        return this;
    }

    private Clues speaksFor(
            String source, Statement text, @Nullable Double value, @Nullable Threshold limit) {
        sources.add(source);
        evidence.add(
                new Evidence(
                        true,
                        text,
                        value,
                        limit == null ? null : limit.value(),
                        limit == null ? null : unit(limit)));
        return this;
    }

    private static @Nullable String unit(Threshold limit) {
        return limit.unit().isEmpty() ? null : limit.unit();
    }

    /** Whether anything speaks for the cause so far. */
    public boolean any() {
        return certain || strong + weak > 0;
    }

    /**
     * The conclusion.
     *
     * @param severity how much the cause matters if it is at work
     * @param fixes ids of fixes
     */
    public Finding conclude(Severity severity, String... fixes) {
        Verdict verdict = verdict();
        boolean claimed = verdict == Verdict.SUPPORTED;
        String key = "cause." + rule;
        return new Finding(
                rule,
                verdict,
                claimed ? severity : Severity.INFO,
                confidence(),
                claimed ? new Statement(key + variant, args) : Statement.of(key + ".name"),
                evidence,
                verdict == Verdict.REFUTED ? null : Statement.of(key + variant(claimed) + ".next"),
                claimed ? List.of(fixes) : List.of());
    }

    private String variant(boolean claimed) {
        return claimed ? variant : "";
    }

    private Verdict verdict() {
        if (certain) {
            return Verdict.SUPPORTED;
        }
        if (against > 0) {
            return strong > against ? Verdict.INCONCLUSIVE : Verdict.REFUTED;
        }
        if (strong > 0 || (weak > 1 && sources.size() > 1 && weakAgainst == 0)) {
            return Verdict.SUPPORTED;
        }
        return weak > 0 || missing ? Verdict.INCONCLUSIVE : Verdict.REFUTED;
    }

    private Confidence confidence() {
        if (certain) {
            return Confidence.CONFIRMED;
        }
        boolean points = strong > 0 && sources.size() > 1 && against + weakAgainst == 0;
        return points ? Confidence.POINTS_TO : Confidence.POSSIBLE;
    }
}
