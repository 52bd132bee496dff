package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ProbeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The newest facts of one Pi, in the order in which they were first seen. */
final class PiFacts {
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private List<ProbeKind> leftOut = List.of();

    /** A fact is so from now on. */
    void put(Fact fact) {
        facts.put(fact.key(), fact);
    }

    /** The agent has no such probes. */
    void leaveOut(List<ProbeKind> kinds) {
        leftOut = kinds;
    }

    /** All of them, and which probes the agent lacks. */
    List<Fact> all() {
        var all = new ArrayList<>(facts.values());
        if (!leftOut.isEmpty()) {
            String kinds =
                    leftOut.stream().map(ProbeKind::wireName).collect(Collectors.joining(", "));
            all.add(Fact.known("probe.unavailable", kinds, null));
        }
        return all;
    }
}
