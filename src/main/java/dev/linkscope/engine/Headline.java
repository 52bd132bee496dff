package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
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
     */
    static List<Statement> of(
            @Nullable Failure failure, PaneSnapshot server, @Nullable PaneSnapshot webcam) {
        var said = new ArrayList<Statement>();
        if (failure != null) {
            said.add(failure.message());
            said.add(failure.nextStep());
            if (server.figures().state() == PaneState.NO_DATA) {
                return said;
            }
        }
        said.addAll(statements(PaneSubject.SERVER, server));
        if (webcam != null) {
            said.addAll(statements(PaneSubject.WEBCAM, webcam));
        }
        return said;
    }

    private static List<Statement> statements(PaneSubject subject, PaneSnapshot pane) {
        return PaneStatements.of(subject, pane.figures(), pane.trace(), Thresholds.DEFAULT);
    }
}
