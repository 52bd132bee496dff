package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One printer as the rules see it.
 *
 * @param server its server pane
 * @param webcam its webcam pane; null if no camera is configured
 * @param probes every probe, those of the panes included
 * @param brokenAt failed slots of the server pane by the first link that was broken then
 * @param facts what is known of its computer, OctoPrint and Obico
 * @param witness what this computer saw
 * @param past what logs tell
 * @param plugin the plugin's own report; null unless the user asked for it
 * @param coincidences what outages fell together with
 */
public record PrinterCase(
        PaneCase server,
        @Nullable PaneCase webcam,
        List<ProbeTally> probes,
        Map<Layer, Integer> brokenAt,
        FactSheet facts,
        List<WitnessRow> witness,
        List<PastRecord> past,
        @Nullable PluginReport plugin,
        List<Coincidence> coincidences) {
    public PrinterCase {
        probes = List.copyOf(probes);
        brokenAt = Map.copyOf(brokenAt);
        witness = List.copyOf(witness);
        past = List.copyOf(past);
        coincidences = List.copyOf(coincidences);
    }

    /** The panes there are. */
    public Stream<PaneCase> panes() {
        return Stream.concat(Stream.of(server), Stream.ofNullable(webcam));
    }

    /** The first probe of a kind that has measured something. */
    public Optional<ProbeTally> probe(ProbeKind kind) {
        return probes(kind).findFirst();
    }

    /** The probes of a kind that have measured something. */
    public Stream<ProbeTally> probes(ProbeKind kind) {
        return probes.stream().filter(tally -> tally.kind() == kind && tally.measured() > 0);
    }

    /** Failed slots of the server pane that broke at a link. */
    public int broken(Layer layer) {
        return brokenAt.getOrDefault(layer, 0);
    }

    /** Share of the failed slots of the server pane that broke at a link; 0 without any. */
    public double brokenShare(Layer layer) {
        int all = brokenAt.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) broken(layer) / all;
    }

    /** What logs tell of one kind. */
    public List<PastEvent> past(PastKind kind) {
        return past.stream()
                .flatMap(log -> log.events().stream())
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** Places of a kind that the second witness looked at. */
    public Stream<WitnessRow> witness(String place) {
        return witness.stream().filter(row -> row.place().wireName().equals(place));
    }

    /** The coincidences of a circumstance. */
    public Stream<Coincidence> coincidence(String factor) {
        return coincidences.stream().filter(one -> one.factor().equals(factor));
    }
}
