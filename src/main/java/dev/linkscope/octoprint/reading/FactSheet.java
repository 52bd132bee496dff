package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.support.OneLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Facts in the order in which they were read. What an answer does not have was not checked: an
 * older version, or a key whose user may not see it.
 */
public final class FactSheet {
    /** Longest text taken over. */
    private static final int MOST_TEXT = 80;

    private static final String NOT_TOLD = "not in the answer";

    private final List<Fact> facts = new ArrayList<>();

    /** All of them. */
    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** A reading. */
    public void known(String key, String value) {
        facts.add(Fact.known(key, clean(value), null));
    }

    /** A truth. */
    public void known(String key, boolean value) {
        known(key, String.valueOf(value));
    }

    /** A number with its unit. */
    public void known(String key, long value, @Nullable String unit) {
        facts.add(Fact.known(key, String.valueOf(value), unit));
    }

    /** A thing that is not there. */
    public void absent(String key) {
        facts.add(Fact.absent(key));
    }

    /** A thing that cannot be told. */
    public void notChecked(String key, String reason) {
        facts.add(Fact.notChecked(key, reason));
    }

    /** A thing that the answer does not have. */
    public void notTold(String key) {
        notChecked(key, NOT_TOLD);
    }

    /** A text; absent if it is null or blank. */
    public void text(String key, JsonNode value) {
        if (value.isMissingNode()) {
            notTold(key);
        } else if (value.isString() && !value.stringValue().isBlank()) {
            known(key, value.stringValue());
        } else if (value.isNumber()) {
            known(key, value.asString());
        } else if (value.isNull() || value.isString()) {
            absent(key);
        } else {
            notTold(key);
        }
    }

    /** A truth; not told if it is none. */
    public void truth(String key, JsonNode value) {
        if (value.isBoolean()) {
            known(key, value.booleanValue());
        } else {
            notTold(key);
        }
    }

    /** A number above zero; not told otherwise: some programs say 0 where they do not know. */
    public void positive(String key, JsonNode value, double perUnit, @Nullable String unit) {
        double number = value.isNumber() ? value.doubleValue() / perUnit : 0;
        if (number > 0 && number < 1e12) {
            known(key, Math.round(number), unit);
        } else {
            notTold(key);
        }
    }

    /** Text of somebody else, short and without what could disturb a window. */
    public static String clean(String text) {
        return OneLine.of(text, MOST_TEXT);
    }
}
