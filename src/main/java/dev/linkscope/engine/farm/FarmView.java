package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What printers have in common, at one moment. Immutable.
 *
 * @param revision grows with every change
 * @param at as of when
 * @param shared outages that several printers had together, oldest first
 * @param ownRates error rate of each compared printer's server pane without the shared outages, 0
 *     to 1; printers that were not compared are absent
 * @param sharedInSpan whether printers fail together more often than chance explains beyond those
 * @param traits what the sick have in common against the healthy, most telling first; only what
 *     holds against chance
 */
public record FarmView(
        long revision,
        Instant at,
        List<Shared> shared,
        Map<PrinterId, Double> ownRates,
        boolean sharedInSpan,
        List<CommonTrait> traits) {
    /** Nothing was compared yet. */
    public static final FarmView NONE =
            new FarmView(0, Instant.EPOCH, List.of(), Map.of(), false, List.of());

    public FarmView {
        shared = List.copyOf(shared);
        ownRates = Map.copyOf(ownRates);
        traits = List.copyOf(traits);
    }

    /**
     * An outage that several printers had together.
     *
     * @param from its first shared slot
     * @param to end of its last shared slot
     * @param lasts whether it goes on
     * @param members who failed in it
     * @param measured how many printers were measured then
     * @param pValue chance of it without a shared cause
     * @param where the link of the chain that broke for most members; null if that is not known
     * @param explanation what happened, where to look first, and why, one sentence each
     */
    public record Shared(
            Instant from,
            Instant to,
            boolean lasts,
            List<PrinterId> members,
            int measured,
            double pValue,
            @Nullable Layer where,
            List<Statement> explanation) {
        public Shared {
            members = List.copyOf(members);
            explanation = List.copyOf(explanation);
        }
    }

    /**
     * Something that printers which fail have more often than those that do not.
     *
     * @param trait name of the trait, key {@code trait.NAME} in the bundles: {@code access_point},
     *     {@code channel}, {@code model}, {@code os}, {@code octoprint}, {@code plugin}, {@code
     *     link}, {@code group}
     * @param value what they have, for people
     * @param sickWith printers that fail and have it
     * @param sick printers that fail and of which it is known
     * @param wellWith printers that do not fail and have it
     * @param well printers that do not fail and of which it is known
     * @param pValue Fisher's exact test, one-sided, corrected for everything that was tried (Holm)
     * @param printers those that fail and have it
     */
    public record CommonTrait(
            String trait,
            String value,
            int sickWith,
            int sick,
            int wellWith,
            int well,
            double pValue,
            List<PrinterId> printers) {
        public CommonTrait {
            printers = List.copyOf(printers);
        }
    }
}
