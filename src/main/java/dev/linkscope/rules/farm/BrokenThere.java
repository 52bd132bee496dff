package dev.linkscope.rules.farm;

import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** At which link a shared outage broke for its members, and what still answered them. */
final class BrokenThere {
    /** Slots of different printers never line up. */
    private static final Duration EDGE = Duration.ofSeconds(20);

    private static final Set<Layer> SERVER = EnumSet.of(Layer.TCP, Layer.TLS, Layer.HTTP);

    private final int members;
    private final Map<Layer, Integer> votes = new EnumMap<>(Layer.class);
    private int routerAsked;
    private int routerAnswered;
    private int referencesAsked;
    private int referencesAnswered;

    BrokenThere(SharedCase outage) {
        this.members = outage.members().size();
        Instant from = outage.from().minus(EDGE);
        Instant to = outage.to().plus(EDGE);
        for (FarmPrinter member : outage.members()) {
            List<BrokenSpan> then =
                    member.broken().stream().filter(span -> span.within(from, to)).toList();
            JointCounts router = sum(then, BrokenSpan::router);
            JointCounts references = sum(then, BrokenSpan::references);
            routerAsked += router.measured() > 0 ? 1 : 0;
            routerAnswered += router.measured() > router.failed() ? 1 : 0;
            referencesAsked += references.measured() > 0 ? 1 : 0;
            referencesAnswered += answers(references) ? 1 : 0;
            Layer vote = vote(then);
            if (vote != null) {
                votes.merge(vote, 1, Integer::sum);
            }
        }
    }

    /** The references are looked at around each slot too, so half may answer before and after. */
    private static boolean answers(JointCounts asked) {
        return asked.measured() > 0 && 2 * asked.failed() < asked.measured();
    }

    private static JointCounts sum(List<BrokenSpan> spans, Function<BrokenSpan, JointCounts> of) {
        return spans.stream().map(of).reduce(JointCounts.NONE, JointCounts::and);
    }

    /** The link at which most slots of one printer broke. */
    private static @Nullable Layer vote(List<BrokenSpan> spans) {
        Map<Layer, Integer> slots = new EnumMap<>(Layer.class);
        spans.forEach(span -> slots.merge(layer(span), span.slots(), Integer::sum));
        return most(slots);
    }

    /**
     * References are asked by address: where they are silent too, names fail because the way out
     * does.
     */
    private static Layer layer(BrokenSpan span) {
        JointCounts asked = span.references();
        boolean silent = asked.measured() > 0 && asked.failed() == asked.measured();
        return span.layer() == Layer.DNS && silent ? Layer.INTERNET : span.layer();
    }

    private static @Nullable Layer most(Map<Layer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The link that broke for more than half of all members; null if there is none. */
    @Nullable Layer layer() {
        Layer most = most(votes);
        if (most != null && 2 * votes.getOrDefault(most, 0) > members) {
            return most;
        }
        Map<Layer, Integer> server = new EnumMap<>(votes);
        server.keySet().retainAll(SERVER);
        int together = server.values().stream().mapToInt(Integer::intValue).sum();
        return 2 * together > members ? most(server) : null;
    }

    /** Whether the router was asked and answered every member of which that is known. */
    boolean routerAnsweredAll() {
        return routerAsked > 0 && routerAnswered == routerAsked;
    }

    /** Whether anybody looked at references. */
    boolean referencesAsked() {
        return referencesAsked > 0;
    }

    /** Whether references answered most members of which that is known. */
    boolean referencesAnswered() {
        return 2 * referencesAnswered > referencesAsked;
    }
}
