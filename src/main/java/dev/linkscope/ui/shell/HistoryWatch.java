package dev.linkscope.ui.shell;

import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.SizeText;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how large the history is and what is kept; looks seldom, as that is read from the disk. */
final class HistoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWatch.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final HistoryBook book;
    private final Background background;
    private final SizeText text;
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
        this.text = new SizeText(wording);
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
        onSaid.accept(text.line(size), text.sentences(size));
    }
}
