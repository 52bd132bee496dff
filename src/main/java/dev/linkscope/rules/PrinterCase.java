package dev.linkscope.rules;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One printer as the rules see it.
 *
 * @param server its server pane
 * @param webcam its webcam pane; null if no camera is configured
 * @param probes every probe, those of the panes included
 * @param facts what is known of its computer
 */
public record PrinterCase(
        PaneCase server, @Nullable PaneCase webcam, List<ProbeTally> probes, List<Fact> facts) {
    public PrinterCase {
        probes = List.copyOf(probes);
        facts = List.copyOf(facts);
    }

    /** The panes there are. */
    Stream<PaneCase> panes() {
        return Stream.concat(Stream.of(server), Stream.ofNullable(webcam));
    }

    /** The first probe of a kind that has measured something. */
    Optional<ProbeTally> probe(ProbeKind kind) {
        return probes.stream()
                .filter(tally -> tally.kind() == kind && tally.measured() > 0)
                .findFirst();
    }
}
