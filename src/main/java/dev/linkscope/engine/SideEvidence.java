package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bears on a diagnosis beside panes, probes and facts.
 *
 * @param broken failed slots of the server pane with the first link that was broken then
 * @param witness what this computer saw
 * @param past what logs tell of the time before; never in a rate
 * @param plugin the plugin's own report; null unless the user asked for it
 * @param series what it counted from report to report, oldest first
 * @param coincidences what outages fell together with
 */
public record SideEvidence(
        List<BrokenSpan> broken,
        List<WitnessRow> witness,
        List<PastRecord> past,
        @Nullable PluginReport plugin,
        List<PluginSeries.Step> series,
        List<Coincidence> coincidences) {
    /** None of it. */
    public static final SideEvidence NONE =
            new SideEvidence(List.of(), List.of(), List.of(), null, List.of(), List.of());

    public SideEvidence {
        broken = List.copyOf(broken);
        witness = List.copyOf(witness);
        past = List.copyOf(past);
        series = List.copyOf(series);
        coincidences = List.copyOf(coincidences);
    }
}
