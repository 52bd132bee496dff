package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixMark;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was changed on a printer because of Linkscope, and what came of it. Hidden while empty. */
public final class LedgerCard extends VBox {
    private static final int OPEN = 3;

    private final FixTools tools;
    private final FixText text;
    private final Wording wording;
    private final Map<String, Thread> working = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private @Nullable Shown shown;
    private boolean all;

    /** What the card shows. */
    private record Shown(
            PrinterId printer,
            String name,
            List<LedgerEntry> entries,
            List<FixMark> marks,
            Instant now) {}

    /** What a button of an entry does; tells the result as a sentence. */
    private interface Deed {
        String run() throws LinkException;
    }

    /** An empty card. */
    public LedgerCard(FixTools tools) {
        this.tools = tools;
        wording = tools.wording();
        text = new FixText(wording);
        setId("ledger");
        getStyleClass().addAll("card", "ledger");
        setMinHeight(USE_PREF_SIZE);
        Nodes.show(this, false);
    }

    /** Shows the changes to a printer. */
    void show(
            PrinterId printer,
            String name,
            List<LedgerEntry> entries,
            List<FixMark> marks,
            Instant now) {
        var next = new Shown(printer, name, entries, marks, now);
        if (shown != null && !shown.printer().equals(printer)) {
            all = false;
            told.clear();
        }
        boolean same =
                shown != null
                        && shown.printer().equals(printer)
                        && shown.entries().equals(entries)
                        && shown.marks().equals(marks);
        shown = next;
        if (!same) {
            draw();
        }
    }

    private void draw() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        List<LedgerEntry> entries = now.entries();
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.labelled(wording.text("fixwizard.ledger.title"), "pane-title"));
        entries.stream()
                .limit(all ? entries.size() : OPEN)
                .map(entry -> row(now, entry))
                .forEach(rows::add);
        if (entries.size() > OPEN) {
            var more =
                    new Hyperlink(
                            wording.text(
                                    all ? "fixwizard.ledger.fewer" : "fixwizard.ledger.more",
                                    entries.size() - OPEN));
            more.setId("ledger-more");
            more.getStyleClass().add("small");
            more.setOnAction(event -> {
                all = !all;
                draw();
            });
            rows.add(more);
        }
        getChildren().setAll(rows);
        Nodes.show(this, !entries.isEmpty());
    }

    private Node row(Shown now, LedgerEntry entry) {
        var row =
                new LedgerRow(
                        text,
                        entry,
                        now.name(),
                        markOf(entry, now.marks()).orElse(null),
                        now.now(),
                        deed -> perform(entry, now.name(), deed));
        Thread thread = working.get(entry.id());
        row.tell(told.getOrDefault(entry.id(), ""), thread == null ? null : thread::interrupt);
        return row;
    }

    /** The change on the timeline that an entry led to: the first of its step that ended later. */
    private static Optional<FixMark> markOf(LedgerEntry entry, List<FixMark> marks) {
        return marks.stream()
                .filter(mark ->
                        mark.step().equals(entry.step()) && !mark.at().isBefore(entry.begun()))
                .findFirst();
    }

    private void perform(LedgerEntry entry, String name, LedgerRow.Deed deed) {
        String id = entry.id();
        if (working.containsKey(id)) {
            return;
        }
        Deed work =
                switch (deed) {
                    case UNDO -> () -> text.ended(tools.desk().undo(id, tools.questions()), name);
                    case FINISH ->
                            () -> text.ended(tools.desk().finish(id, tools.questions()), name);
                    case CHECK ->
                            () ->
                                    wording.text(
                                            "fixwizard.standing."
                                                    + tools.desk().standing(id, tools.questions()));
                };
        told.put(id, wording.text("fixwizard.ledger.busy." + deed));
        working.put(
                id,
                tools.background()
                        .start(
                                "fix-ledger",
                                work::run,
                                said -> ended(id, said),
                                problem -> ended(id, text.problem(problem))));
        draw();
    }

    private void ended(String id, String said) {
        working.remove(id);
        told.put(id, said);
        draw();
    }
}
