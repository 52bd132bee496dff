package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.stats.PaneStatements;
import dev.linkscope.stats.PaneSubject;
import dev.linkscope.stats.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict on a printer: a broken link first, then what each pane says. */
final class Headline {
    private Headline() {}

    /**
     * The sentences, most important first.
     *
     * @param failure why nothing is measured now; null while it is
     * @param webcam null if no camera is configured
     * @param findings what the rules concluded, best first
     */
    static List<Statement> of(
            @Nullable Failure failure,
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<Finding> findings) {
        var said = new ArrayList<Statement>();
        if (failure != null) {
            said.add(failure.message());
            said.add(failure.nextStep());
            if (server.figures().state() == PaneState.NO_DATA) {
                return said;
            }
        }
        if (!alarming(server) && (webcam == null || !alarming(webcam))) {
            // What lies beside the panes, which look well: it must not hide behind them.
            findings.stream().filter(Finding::critical).map(Finding::title).forEach(said::add);
        }
        said.addAll(statements(PaneSubject.SERVER, server));
        if (webcam != null) {
            said.addAll(statements(PaneSubject.WEBCAM, webcam));
        }
        // Both panes may lack attempts, which is said of both in the same words.
        return said.stream().distinct().toList();
    }

    private static boolean alarming(PaneSnapshot pane) {
        return pane.figures().state().compareTo(PaneState.TAKE_ACTION) >= 0;
    }

    private static List<Statement> statements(PaneSubject subject, PaneSnapshot pane) {
        Thresholds limits = Thresholds.by(pane.figures().limits());
        return PaneStatements.of(subject, pane.figures(), pane.trace(), limits);
    }
}
