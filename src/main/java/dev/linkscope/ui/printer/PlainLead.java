package dev.linkscope.ui.printer;

import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Wording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a printer as somebody would say it, without a figure. */
final class PlainLead {
    private PlainLead() {}

    /** The sentence; empty where neither pane has trouble, and something else comes first. */
    static Optional<String> of(SessionSnapshot snapshot, Wording wording) {
        PaneFigures server = troubled(snapshot.server());
        PaneFigures camera = troubled(snapshot.webcam());
        if (server != null && camera != null) {
            if (same(server, camera)) {
                return said("BOTH", server, snapshot, wording);
            }
            return camera.state().compareTo(server.state()) > 0
                    ? said("WEBCAM", camera, snapshot, wording)
                    : said("SERVER", server, snapshot, wording);
        }
        if (server != null) {
            return said("SERVER", server, snapshot, wording);
        }
        return camera == null ? Optional.empty() : said("WEBCAM", camera, snapshot, wording);
    }

    private static Optional<String> said(
            String subject, PaneFigures pane, SessionSnapshot snapshot, Wording wording) {
        String name = snapshot.printer().name();
        PatternKind kind = pane.pattern().kind();
        String said =
                kind == PatternKind.CONTINUOUS
                        ? wording.text("lead." + subject + ".never", name)
                        : wording.text(
                                "lead." + subject, name, wording.text("lead.pattern." + kind));
        return Optional.of(
                switch (pane.activity()) {
                    case ACTIVE ->
                            kind == PatternKind.CONTINUOUS
                                    ? said
                                    : wording.text("lead.active", said);
                    case OVER -> wording.text("lead.over", said);
                    case UNKNOWN -> said;
                });
    }

    /** Whether one sentence is true of both. */
    private static boolean same(PaneFigures server, PaneFigures camera) {
        return server.activity() == camera.activity()
                && server.pattern().kind() == camera.pattern().kind();
    }

    /** The figures of a pane that has trouble; null if it has none, or there is no such pane. */
    private static @Nullable PaneFigures troubled(@Nullable PaneSnapshot pane) {
        return pane != null
                        && pane.figures().errors() > 0
                        && pane.figures().state().compareTo(PaneState.WATCH) >= 0
                ? pane.figures()
                : null;
    }
}
