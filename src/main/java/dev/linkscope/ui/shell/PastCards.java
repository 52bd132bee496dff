package dev.linkscope.ui.shell;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.NamedMoment;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.history.CompareCard;
import dev.linkscope.ui.history.NoteActions;
import dev.linkscope.ui.history.NoteCard;
import dev.linkscope.ui.history.PrinterNotes;
import dev.linkscope.ui.timeline.TimelineSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cards about the time that has passed: notes are written, spans compared. */
final class PastCards implements NoteActions {
    private static final Logger LOG = LoggerFactory.getLogger(PastCards.class);

    private final Services services;
    private final HistoryBook book;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final Toast toast;
    private final Undo undo;
    private final Supplier<Optional<SessionSnapshot>> shown;
    private final PrinterNotes notes;

    /**
     * Nothing is open yet.
     *
     * @param shown the printer whose page is shown
     */
    PastCards(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast,
            Undo undo,
            Supplier<Optional<SessionSnapshot>> shown) {
        this.services = services;
        book = services.past().book();
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        this.toast = toast;
        this.undo = undo;
        this.shown = shown;
        notes = new PrinterNotes(book, background, wording, this);
    }

    /** What a printer's page shows of it. */
    PrinterNotes notes() {
        return notes;
    }

    private Instant now(SessionSnapshot snapshot) {
        return Wording.now(snapshot, services.clock().instant());
    }

    @Override
    public void add() {
        open(null);
    }

    @Override
    public void edit(UserNote note) {
        open(note);
    }

    /** Lets the user write a note about a moment. */
    void noteAt(Instant at) {
        shown.get()
                .ifPresent(snapshot -> {
                    if (!overlay.isOpen()) {
                        open(snapshot.printer(), null, now(snapshot), at);
                    }
                });
    }

    /** Where charts read what lies before the live trace. */
    TimelineSource timelines() {
        return new TimelineSource(services.past().timelines(), book, background);
    }

    private void open(@Nullable UserNote old) {
        shown.get()
                .ifPresent(snapshot -> {
                    if (!overlay.isOpen()) {
                        Instant now = now(snapshot);
                        open(snapshot.printer(), old, now, now);
                    }
                });
    }

    private void open(Printer printer, @Nullable UserNote old, Instant now, Instant at) {
        var box = new VBox();
        var card = new NoteCard(wording, printer, old, now, this::keep, () -> overlay.close(box));
        if (old == null) {
            card.about(at);
        }
        box.getStyleClass().addAll("dialog-card", "question-dialog");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.getChildren().setAll(card);
        overlay.open(box, card::focusFirst);
    }

    private void keep(UserNote note, Consumer<Boolean> told) {
        background.start(
                "note-keep",
                () -> book.keep(note),
                kept -> {
                    told.accept(kept);
                    notes.reload();
                },
                problem -> {
                    LOG.warn("a note could not be kept", problem);
                    told.accept(false);
                });
    }

    @Override
    public void delete(UserNote note) {
        background.start(
                "note-forget",
                () -> book.forget(note.id()),
                gone -> {
                    notes.reload();
                    if (gone) {
                        undo.offer(
                                wording.text("noting.deleted"), () -> keep(note, this::restored));
                    } else {
                        toast.say(wording.text("noting.undeleted"));
                    }
                },
                problem -> {
                    LOG.warn("a note could not be deleted", problem);
                    toast.say(wording.text("noting.undeleted"));
                });
    }

    private void restored(boolean kept) {
        if (!kept) {
            toast.say(wording.text("noting.unrestored"));
        }
    }

    /**
     * Opens the card that compares two spans, unless another is open.
     *
     * @param changes what was changed on the printer
     */
    void compare(Printer printer, PrinterFixes changes) {
        compare(printer, changes, null);
    }

    /** Opens the same card with a span and as long a time before it. */
    void compareBefore(Span span, PrinterFixes changes) {
        shown.get().ifPresent(snapshot -> compare(snapshot.printer(), changes, span));
    }

    private void compare(Printer printer, PrinterFixes changes, @Nullable Span later) {
        Optional<SessionSnapshot> snapshot = services.farm().snapshot(printer.id());
        if (overlay.isOpen() || snapshot.isEmpty()) {
            return;
        }
        List<NamedMoment> moments =
                Stream.concat(changes.moments().stream(), notes.moments().stream()).toList();
        StackPane box = Dialogs.place();
        var card =
                new CompareCard(
                        services.past().comparisons(),
                        background,
                        wording,
                        printer,
                        now(snapshot.get()),
                        moments,
                        () -> overlay.close(box));
        if (later != null) {
            card.choose(new Span(later.from().minus(later.length()), later.from()), later);
        }
        box.getChildren().setAll(card);
        overlay.open(box, card::focusFirst);
    }
}
