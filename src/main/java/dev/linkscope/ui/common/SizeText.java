package dev.linkscope.ui.common;

import dev.linkscope.domain.history.HistorySize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The size of the history in words. */
public final class SizeText {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private final Wording wording;

    /** Words in the language of these. */
    public SizeText(Wording wording) {
        this.wording = wording;
    }

    /** A few words; empty if there is no history. */
    public String line(HistorySize size) {
        return size.bytes() <= 0 ? "" : wording.text("historyline.line", bytes(size.bytes()));
    }

    /** Sentences on size, limit and what is kept since when; empty if there is no history. */
    public String sentences(HistorySize size) {
        return size.bytes() <= 0
                ? ""
                : wording.text("historyline.line.limit", bytes(size.bytes()), bytes(size.limit()))
                        + since("historyline.line.outcomes", size.oldestOutcome())
                        + since("historyline.line.rollups", size.oldestRollup());
    }

    private String since(String key, @Nullable Instant oldest) {
        if (oldest == null) {
            return "";
        }
        return " " + wording.text(key, wording.messages().clock().date(oldest));
    }

    private String bytes(long bytes) {
        return bytes < GIGA
                ? wording.text("historyline.line.mega", bytes / MEGA)
                : wording.text("historyline.line.giga", bytes / GIGA);
    }
}
