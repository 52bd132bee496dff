package dev.linkscope.ui.history;

import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.NamedMoment;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page of a printer shows of the user's notes. Used on the window's thread. */
public final class PrinterNotes {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterNotes.class);
    private static final int NAMED = 2;
    private static final int SHORT = 60;

    /** A demonstration may be ahead of the clock. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final HistoryBook book;
    private final Background background;
    private final Wording wording;
    private final NotesCard card;
    private @Nullable PrinterId printer;
    private Instant clock = Instant.EPOCH;
    private List<UserNote> notes = List.of();
    private long revision;
    private long asked;

    /** For a page; shows nothing yet. */
    public PrinterNotes(
            HistoryBook book, Background background, Wording wording, NoteActions actions) {
        this.book = book;
        this.background = background;
        this.wording = wording;
        card = new NotesCard(wording, actions);
    }

    /** The list of notes. */
    public Node card() {
        return card;
    }

    /** Grows whenever other notes are shown. */
    public long revision() {
        return revision;
    }

    /** Shows a printer; reads its notes in the background if it is another one. */
    public void show(PrinterId shown, Instant now) {
        clock = now;
        if (!shown.equals(printer)) {
            printer = shown;
            take(List.of());
            reload();
        }
    }

    /** Reads the notes of the printer shown again. */
    public void reload() {
        PrinterId whose = printer;
        if (whose == null) {
            return;
        }
        long mine = ++asked;
        Instant to = clock.plus(AHEAD);
        background.start(
                "notes",
                () -> book.notes(whose, Instant.EPOCH, to),
                read -> {
                    if (mine == asked) {
                        take(read);
                    }
                },
                problem -> LOG.warn("the notes could not be read", problem));
    }

    private void take(List<UserNote> read) {
        notes = List.copyOf(read);
        revision++;
        card.show(notes, clock);
    }

    /** Flags of the notes for the timelines. */
    public List<ChangeFlag> flags() {
        return notes.stream().map(note -> new ChangeFlag(note.at(), ChangeFlag.Kind.NOTE)).toList();
    }

    /** The same in words, the latest ones; empty without any. */
    public String flagsText(Instant from, Instant now) {
        List<UserNote> all = notes.stream().filter(note -> note.at().isAfter(from)).toList();
        if (all.isEmpty()) {
            return "";
        }
        String said =
                all.stream()
                        .skip(Math.max(0, all.size() - NAMED))
                        .map(note ->
                                wording.text(
                                        "noting.flag", wording.when(note.at(), now), brief(note)))
                        .collect(Collectors.joining("; "));
        return wording.text("noting.flags", said);
    }

    /** All notes by name, the oldest first. */
    public List<NamedMoment> moments() {
        return notes.stream().map(note -> new NamedMoment(note.at(), brief(note))).toList();
    }

    private static String brief(UserNote note) {
        String line = note.text().replaceAll("\\s+", " ");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }
}
