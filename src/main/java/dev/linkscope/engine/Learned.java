package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.engine.port.PrinterApi;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What others than the agent told of one printer. May be used by any thread. */
final class Learned {
    private final PluginSeries reports = new PluginSeries();
    private final AtomicReference<Edition> edition = new AtomicReference<>(Edition.NONE);

    /**
     * Everything learned so far.
     *
     * @param revision grows with each change
     * @param reading what OctoPrint told; null before it was asked
     * @param plugin the plugin's own report; null unless the user asked for it
     * @param series what the plugin counted from report to report, oldest first
     * @param logs what logs on the Pi told
     * @param witness what this computer saw
     */
    record Edition(
            long revision,
            PrinterApi.@Nullable Reading reading,
            @Nullable PluginReport plugin,
            List<PluginSeries.Step> series,
            List<PastRecord> logs,
            List<WitnessRow> witness) {
        private static final Edition NONE =
                new Edition(0, null, null, List.of(), List.of(), List.of());

        List<Fact> facts() {
            return reading == null ? List.of() : reading.facts();
        }

        List<PastRecord> past() {
            return reading == null || reading.past().isEmpty() ? logs : reading.past();
        }
    }

    /** The newest edition. */
    Edition edition() {
        return edition.get();
    }

    /** OctoPrint was read. */
    void reading(PrinterApi.Reading reading) {
        next(old ->
                new Edition(
                        old.revision + 1,
                        reading,
                        old.plugin,
                        old.series,
                        // What logs told stays true while OctoPrint cannot be read.
                        reading.past().isEmpty() ? old.past() : old.logs,
                        old.witness));
    }

    /** The plugin gave its report. */
    synchronized void plugin(PluginReport report) {
        reports.add(report);
        List<PluginSeries.Step> steps = reports.steps();
        next(old ->
                new Edition(old.revision + 1, old.reading, report, steps, old.logs, old.witness));
    }

    /** The logs were read. */
    void logs(List<PastRecord> logs) {
        next(old ->
                new Edition(
                        old.revision + 1,
                        old.reading,
                        old.plugin,
                        old.series,
                        List.copyOf(logs),
                        old.witness));
    }

    /** This computer looked again. */
    void witness(List<WitnessRow> rows) {
        if (!edition.get().witness.equals(rows)) {
            next(old ->
                    new Edition(
                            old.revision + 1,
                            old.reading,
                            old.plugin,
                            old.series,
                            old.logs,
                            List.copyOf(rows)));
        }
    }

    private void next(UnaryOperator<Edition> change) {
        edition.updateAndGet(change);
    }
}
