package dev.linkscope.ui.shell;

import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how large the history is and what is kept; looks seldom, as that is read from the disk. */
final class HistoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWatch.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private final HistoryBook book;
    private final Background background;
    private final Wording wording;
    private final BiConsumer<String, String> onSaid;
    private Instant due = Instant.MIN;
    private boolean reading;

    /**
     * Does nothing before the first tick.
     *
     * @param onSaid told the size in a few words, and what is kept in sentences
     */
    HistoryWatch(
            HistoryBook book,
            Background background,
            Wording wording,
            BiConsumer<String, String> onSaid) {
        this.book = book;
        this.background = background;
        this.wording = wording;
        this.onSaid = onSaid;
    }

    /** Looks if it is time to. */
    void tick(Instant now) {
        if (reading || now.isBefore(due)) {
            return;
        }
        reading = true;
        due = now.plus(PERIOD);
        background.start(
                "history-size",
                book::size,
                size -> {
                    reading = false;
                    say(size);
                },
                problem -> {
                    reading = false;
                    LOG.warn("the size of the history is not known", problem);
                });
    }

    private void say(HistorySize size) {
        if (size.bytes() <= 0) {
            onSaid.accept("", "");
            return;
        }
        String now = bytes(size.bytes());
        String text = wording.text("historyline.line", now);
        String more =
                wording.text("historyline.line.limit", now, bytes(size.limit()))
                        + since("historyline.line.outcomes", size.oldestOutcome())
                        + since("historyline.line.rollups", size.oldestRollup());
        onSaid.accept(text, more);
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
