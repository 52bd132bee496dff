package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.report.PrinterDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the further pages of a report tell, for tests. */
public final class FullDetails {
    private FullDetails() {}

    /** Something of everything: each link, each kind of event, notes on one printer and on all. */
    public static PrinterDetails full() {
        List<LayerState> chain = new ArrayList<>();
        LayerState.Health[] healths = LayerState.Health.values();
        for (Layer layer : Layer.values()) {
            int number = layer.ordinal();
            chain.add(
                    new LayerState(
                            layer,
                            healths[number % healths.length],
                            number == 0
                                    ? JointCounts.NONE
                                    : new JointCounts(100 + number, number)));
        }
        List<PastEvent> events = new ArrayList<>();
        for (PastKind kind : PastKind.values()) {
            Instant from = at(kind.ordinal());
            String errorClass = kind == PastKind.SERVER_LOST ? "connect.refused" : "";
            events.add(new PastEvent(kind, from, from.plusMillis(1500), errorClass, 3));
        }
        return new PrinterDetails(
                "1.4.2",
                chain,
                List.of(
                        new PluginSeries.Step(
                                at(0),
                                at(1),
                                false,
                                null,
                                new PluginSeries.Count(12, 3),
                                PluginSeries.Count.NONE),
                        new PluginSeries.Step(
                                at(1),
                                at(2),
                                true,
                                true,
                                new PluginSeries.Count(1, 0),
                                new PluginSeries.Count(4, 4))),
                List.of(new PastRecord("octoprint.log", at(-90), at(0), events)),
                List.of(SampleReports.said("The agent was asked for fewer attempts.")),
                List.of(
                        new UserNote(
                                "n1", SampleFixes.PRINTER, at(5), at(6), "moved to the garage"),
                        new UserNote("n2", null, at(7), at(7), "new router\nsame name")));
    }

    private static Instant at(int minutes) {
        return SampleTraces.START.plusSeconds(60L * minutes);
    }
}
