package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.timeline.TimeView;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads facts over the span in view, in the background and one reading at a time. Used on the
 * window's thread.
 */
final class ReadingFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingFeed.class);

    /** A span that moved by less looks the same. */
    private static final Duration STEP = Duration.ofSeconds(10);

    private final Timelines timelines;
    private final Background background;
    private final TimeView view;
    private final Set<String> keys;
    private final Listener listener;
    private @Nullable PrinterId printer;
    private @Nullable Span asked;
    private boolean reading;

    /** Told of what was read, on the window's thread. */
    interface Listener {
        /** These, oldest first. */
        void read(List<FactReading> readings);

        /** Nothing, for this reason. */
        void failed(String why);
    }

    ReadingFeed(TabServices services, TimeView view, Set<String> keys, Listener listener) {
        this.timelines = services.timelines();
        this.background = services.background();
        this.view = view;
        this.keys = keys;
        this.listener = listener;
    }

    /** Reads if there is another printer or another span to be shown. */
    void follow(PrinterId shown) {
        Span span = view.shownProperty().get();
        if (!shown.equals(printer)) {
            printer = shown;
            asked = null;
            listener.read(List.of());
        }
        Span last = asked;
        if (reading || (last != null && isNear(last, span))) {
            return;
        }
        asked = span;
        reading = true;
        background.start(
                "fact-readings",
                () -> timelines.readings(shown, keys, span),
                read -> ended(shown, () -> listener.read(read)),
                problem -> ended(shown, () -> failed(problem)));
    }

    private static boolean isNear(Span last, Span span) {
        return Duration.between(last.from(), span.from()).abs().compareTo(STEP) < 0
                && Duration.between(last.to(), span.to()).abs().compareTo(STEP) < 0;
    }

    private void ended(PrinterId of, Runnable told) {
        reading = false;
        if (of.equals(printer)) {
            told.run();
        }
    }

    private void failed(Exception problem) {
        LOG.warn("readings of facts could not be read", problem);
        String message = problem.getMessage();
        listener.failed(message == null ? "" : message);
    }
}
