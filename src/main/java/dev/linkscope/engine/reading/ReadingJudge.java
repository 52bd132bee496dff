package dev.linkscope.engine.reading;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.rules.FactSheet;
import java.util.List;
import java.util.Optional;

/**
 * Judges single readings by the limits that the rules use. What was not checked means nothing, and
 * a reading that is wrong need not be what breaks the connection: that is for the rules to weigh.
 */
public final class ReadingJudge {
    private final LinkReadings link;
    private final HostReadings host;

    /** A judge of these facts; of two with one key the later counts. */
    public ReadingJudge(List<Fact> facts) {
        var sheet = new FactSheet(facts);
        link = new LinkReadings(sheet);
        host = new HostReadings(sheet);
    }

    /** What the reading of a key means; empty where nothing can be said of it. */
    public Optional<Meaning> of(String key) {
        return switch (key.substring(0, Math.max(0, key.indexOf('.')))) {
            case "wifi", "ethernet", "link" -> link.of(key);
            default -> key.startsWith("kernel.wifi") ? link.of(key) : host.of(key);
        };
    }
}
