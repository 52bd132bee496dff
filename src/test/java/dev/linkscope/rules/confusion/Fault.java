package dev.linkscope.rules.confusion;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fault as the physics of a network has it, without a thought of how it is recognised.
 *
 * @param name what is wrong
 * @param depth how far from the computer; while it is at work it hides what lies deeper
 * @param causes ids of findings that name it rightly
 * @param effects probe → {@code SHARE CLASS|CLASS…}: what comes of how many attempts while it is at
 *     work. The first is where it shows best
 * @param facts what it makes of facts; null where it makes them absent
 * @param details probe → what it makes of the newest attempt's details
 * @param comes how it may come: {@code LASTS}, {@code BURSTS}
 * @param factor the circumstance that it is, if facts tell when it prevails; empty else
 * @param factual whether facts alone tell of it, though no attempt fails
 */
record Fault(
        String name,
        int depth,
        Set<String> causes,
        Map<String, String> effects,
        Map<String, String> facts,
        Map<String, Map<String, String>> details,
        Set<Comes> comes,
        String factor,
        boolean factual) {

    /** How a fault may come. */
    enum Comes {
        /** From the beginning to the end. */
        LASTS,
        /** In bursts of its own. */
        BURSTS
    }

    /** A fault that may come either way and has no effect yet. */
    static Fault at(int depth, String name, String... causes) {
        return new Fault(
                name,
                depth,
                new LinkedHashSet<>(List.of(causes)),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                Set.of(Comes.values()),
                "",
                false);
    }

    Fault on(String probe, String effect) {
        effects.put(probe, effect);
        return this;
    }

    Fault fact(String key, String value) {
        facts.put(key, value);
        return this;
    }

    Fault absent(String... keys) {
        for (String key : keys) {
            facts.put(key, null);
        }
        return this;
    }

    Fault detail(String probe, String key, String value) {
        details.computeIfAbsent(probe, _ -> new LinkedHashMap<>()).put(key, value);
        return this;
    }

    Fault only(Comes one) {
        return new Fault(
                name, depth, causes, effects, facts, details, Set.of(one), factor, factual);
    }

    Fault factor(String circumstance) {
        return new Fault(
                name, depth, causes, effects, facts, details, comes, circumstance, factual);
    }

    Fault toldByFacts() {
        return new Fault(name, depth, causes, effects, facts, details, comes, factor, true);
    }

    /** Where it shows best; empty if no attempt shows it. */
    String shownBy() {
        return effects.isEmpty() ? "" : effects.keySet().iterator().next();
    }

    /** Whether both can be at work in one printer: no fact can have two values. */
    boolean goesWith(Fault other) {
        return !name.equals(other.name)
                && facts.entrySet().stream()
                        .allMatch(fact ->
                                !other.facts.containsKey(fact.getKey())
                                        || String.valueOf(fact.getValue())
                                                .equals(
                                                        String.valueOf(
                                                                other.facts.get(fact.getKey()))))
                && details.keySet().stream().noneMatch(other.details::containsKey);
    }
}
