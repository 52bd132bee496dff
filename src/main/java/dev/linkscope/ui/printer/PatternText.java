package dev.linkscope.ui.printer;

import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.util.List;

/** The pattern of errors in words. */
final class PatternText {
    private PatternText() {}

    static String name(PaneFigures figures, Wording wording) {
        return figures.state() == PaneState.NO_DATA
                ? wording.text("pattern.unknown")
                : wording.text("pattern.title." + figures.pattern().kind());
    }

    static String detail(PaneFigures figures, Wording wording) {
        if (figures.state() == PaneState.NO_DATA) {
            return "";
        }
        Pattern pattern = figures.pattern();
        return switch (pattern.kind()) {
            case TOO_FEW ->
                    wording.text(
                            "pattern.detail.TOO_FEW", figures.errors(), AnswerTime.NEEDED_ERRORS);
            case PERIODIC -> every(pattern, wording, "pattern.detail.PERIODIC");
            case BURSTS -> bursts(figures, wording);
            case NONE, CONTINUOUS, WORSENING, IMPROVING, SCATTERED ->
                    wording.text("pattern.detail." + pattern.kind(), figures.errors());
        };
    }

    private static String bursts(PaneFigures figures, Wording wording) {
        List<Outage> outages = figures.outages();
        if (outages.isEmpty()) {
            return wording.text("pattern.detail.BURSTS.loose", figures.errors());
        }
        long millis =
                outages.stream()
                        .mapToLong(o -> Duration.between(o.start(), o.end()).toMillis())
                        .sum();
        String told =
                wording.text(
                        "pattern.detail.BURSTS",
                        outages.size(),
                        wording.span(Duration.ofMillis(millis / outages.size())));
        Double period = figures.pattern().periodSeconds();
        return period == null
                ? told
                : wording.text("pattern.detail.BURSTS.every", told, seconds(period, wording));
    }

    private static String every(Pattern pattern, Wording wording, String key) {
        Double period = pattern.periodSeconds();
        return period == null ? "" : wording.text(key, seconds(period, wording));
    }

    private static String seconds(double seconds, Wording wording) {
        return wording.span(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
