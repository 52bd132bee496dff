package dev.linkscope.domain.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the further pages of a report tell of a printer.
 *
 * @param agentVersion version of the agent that measured; null if it never answered
 * @param chain how the links between the Pi and the server stood, nearest first
 * @param series what the plugin counted from report to report, oldest first
 * @param past what logs tell of the time before
 * @param said what is to be known about the measuring itself
 * @param notes of the user, oldest first
 */
public record PrinterDetails(
        @Nullable String agentVersion,
        List<LayerState> chain,
        List<PluginSeries.Step> series,
        List<PastRecord> past,
        List<Statement> said,
        List<UserNote> notes) {
    /** None of it. */
    public static final PrinterDetails NONE =
            new PrinterDetails(null, List.of(), List.of(), List.of(), List.of(), List.of());

    public PrinterDetails {
        chain = List.copyOf(chain);
        series = List.copyOf(series);
        past = List.copyOf(past);
        said = List.copyOf(said);
        notes = List.copyOf(notes);
    }
}
