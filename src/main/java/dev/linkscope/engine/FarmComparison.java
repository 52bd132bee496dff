package dev.linkscope.engine;

import dev.linkscope.domain.printer.Target;
import dev.linkscope.stats.FarmFigures;
import dev.linkscope.stats.NamedTrace;
import dev.linkscope.stats.SharedOutages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the servers' panes of several printers have in common. Only what was measured on the Pis
 * counts: several panes measured on this computer share its own link, which is no news.
 */
public final class FarmComparison {
    private static final FarmComparison NONE =
            new FarmComparison(new FarmFigures(List.of(), List.of(), null, false));

    private final FarmFigures figures;

    private FarmComparison(FarmFigures figures) {
        this.figures = figures;
    }

    /** Compares printers; takes about a second for 200 and a day. */
    public static FarmComparison of(List<SessionSnapshot> sessions) {
        List<NamedTrace> traces = traces(sessions);
        return traces.size() < 2
                ? NONE
                : new FarmComparison(SharedOutages.find(traces, Duration.ofMillis(1)));
    }

    /** Server panes that may be compared, named by printer id. */
    public static List<NamedTrace> traces(List<SessionSnapshot> sessions) {
        var traces = new ArrayList<NamedTrace>();
        for (SessionSnapshot session : sessions) {
            boolean here = session.printer().target() instanceof Target.Local;
            if (!here && !session.server().trace().isEmpty()) {
                traces.add(
                        new NamedTrace(
                                session.printer().id().toString(), session.server().trace()));
            }
        }
        return traces;
    }

    /** Shared outages, whose members are printer ids, and whether more is shared. */
    public FarmFigures figures() {
        return figures;
    }

    /** Error rate of a printer's server pane without shared outages; null if not compared. */
    public @Nullable Double ownErrorRate(SessionSnapshot session) {
        String id = session.printer().id().toString();
        Optional<FarmFigures.PrinterRate> found =
                figures.printers().stream().filter(rate -> rate.name().equals(id)).findFirst();
        return found.isPresent() ? found.get().ownErrorRate() : null;
    }
}
