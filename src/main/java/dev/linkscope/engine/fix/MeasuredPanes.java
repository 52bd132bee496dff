package dev.linkscope.engine.fix;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.RecordedTrace;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.stats.Cut;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a pane: from the history, which knows it days later and after a restart too;
 * of made-up printers, of which nothing is kept, from what is shown.
 */
final class MeasuredPanes {
    private final OutcomeStore store;
    private final FarmControl farm;

    MeasuredPanes(OutcomeStore store, FarmControl farm) {
        this.store = store;
        this.farm = farm;
    }

    /** The slots that were due within a span. Reads the history. */
    Trace within(PrinterId printer, FixPane pane, Span span) {
        Optional<SessionSnapshot> simulated =
                farm.snapshot(printer)
                        .filter(shown -> shown.printer().target() instanceof Target.Simulated);
        if (simulated.isPresent()) {
            PaneSnapshot shown = pane(simulated.get(), pane);
            return shown == null ? Trace.EMPTY : Cut.within(shown.trace(), span);
        }
        return RecordedTrace.of(store.read(printer, pane.wireName(), span.from(), span.to()));
    }

    private static @Nullable PaneSnapshot pane(SessionSnapshot snapshot, FixPane pane) {
        return switch (pane) {
            case SERVER -> snapshot.server();
            case WEBCAM -> snapshot.webcam();
        };
    }
}
