package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixMark;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.NamedMoment;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** What the page of a printer shows of its changes. Used on the window's thread. */
public final class PrinterFixes implements FixOffer {
    private static final int NAMED = 2;

    private final FixDesk desk;
    private final FixActions actions;
    private final FixText text;
    private final Wording wording;
    private final LedgerCard ledger;
    private final Button chip = new Button();
    private @Nullable Printer printer;
    private long seen = Long.MIN_VALUE;
    private int brokenOff;
    private List<FixView> views = List.of();
    private List<FixMark> marks = List.of();

    /** For a page; shows nothing yet. */
    public PrinterFixes(FixTools tools, FixActions actions) {
        this.desk = tools.desk();
        this.actions = actions;
        wording = tools.wording();
        text = new FixText(wording);
        ledger = new LedgerCard(tools);
        chip.setId("fix-chip");
        chip.getStyleClass().addAll("small", "fix-chip");
        chip.setGraphic(Nodes.icon(MaterialDesignE.EYE_OUTLINE));
        chip.setMinWidth(Button.USE_PREF_SIZE);
        chip.setOnAction(event -> watched().ifPresent(view -> actions.open(view.group())));
        Nodes.show(chip, false);
    }

    /** The chip of the change that is watched. */
    public Node chip() {
        return chip;
    }

    /** The changes made so far. */
    public Node ledger() {
        return ledger;
    }

    /** Shows a printer; looks at the desk only if that tells something else. */
    public void show(Printer shown, Instant clock) {
        boolean same = printer != null && printer.id().equals(shown.id());
        long revision = desk.revision();
        if (same && revision == seen) {
            return;
        }
        seen = revision;
        printer = shown;
        PrinterId id = shown.id();
        views = desk.views().stream().filter(view -> view.has(id)).toList();
        marks = desk.marks(id);
        List<LedgerEntry> entries = desk.ledger(id);
        brokenOff =
                (int)
                        entries.stream()
                                .filter(entry -> entry.state() == EntryState.INTERRUPTED)
                                .count();
        ledger.show(id, shown.name(), entries, marks, clock);
        Optional<String> said = watched().map(view -> said(view, id, clock));
        Nodes.show(chip, said.isPresent());
        chip.setText(said.orElse(""));
        chip.setAccessibleText(
                said.map(one -> wording.text("fixwizard.chip.spoken", one)).orElse(""));
    }

    private Optional<FixView> watched() {
        Printer now = printer;
        return now == null
                ? Optional.empty()
                : views.stream().filter(view -> trial(view, now.id()) != null).findFirst();
    }

    private static @Nullable Trial trial(FixView view, PrinterId id) {
        return view.members().stream()
                .filter(member -> member.printer().equals(id))
                .map(FixView.Member::trial)
                .filter(trial -> trial != null && trial.state().open())
                .findFirst()
                .orElse(null);
    }

    private String said(FixView view, PrinterId id, Instant clock) {
        Trial trial = trial(view, id);
        if (trial == null) {
            return "";
        }
        Instant undone = trial.undoneAt();
        String since = wording.when(undone == null ? trial.changedAt() : undone, clock);
        return wording.text("fixwizard.chip", since, wording.text(FixStage.of(trial).key()));
    }

    /** How many changes to it were broken off and wait for somebody to decide. */
    public int brokenOff() {
        return brokenOff;
    }

    @Override
    public boolean planned(String rule) {
        return desk.planFor(rule).isPresent();
    }

    @Override
    public boolean begun(String rule) {
        return views.stream().anyMatch(view -> view.cause().equals(rule));
    }

    @Override
    public void fix(String rule) {
        Printer now = printer;
        if (now != null) {
            actions.fix(rule, List.of(now.id()));
        }
    }

    /** Flags of changes for the timelines of a pane. */
    public List<ChangeFlag> flags(FixPane pane) {
        var flags = new ArrayList<ChangeFlag>();
        for (FixMark mark : of(pane)) {
            flags.add(new ChangeFlag(mark.at(), ChangeFlag.Kind.CHANGE));
            Instant undone = mark.undoneAt();
            if (undone != null) {
                flags.add(new ChangeFlag(undone, ChangeFlag.Kind.UNDOING));
            }
        }
        return flags;
    }

    /** The same in words, the latest ones; empty without any. */
    public String flagsText(FixPane pane, Instant from, Instant now) {
        Printer whose = printer;
        List<FixMark> all = of(pane).stream().filter(mark -> mark.at().isAfter(from)).toList();
        if (all.isEmpty() || whose == null) {
            return "";
        }
        String said =
                all.stream()
                        .skip(Math.max(0, all.size() - NAMED))
                        .map(mark ->
                                wording.text(
                                        "fixwizard.flag",
                                        wording.when(mark.at(), now),
                                        text.title(mark.step(), whose.name()),
                                        wording.text(FixStage.of(mark.state()).key())))
                        .collect(Collectors.joining("; "));
        return wording.text("fixwizard.flags", said);
    }

    /** All changes by name, the oldest first. */
    public List<NamedMoment> moments() {
        Printer whose = printer;
        return whose == null
                ? List.of()
                : marks.stream()
                        .map(mark ->
                                new NamedMoment(mark.at(), text.title(mark.step(), whose.name())))
                        .toList();
    }

    /** Marks of this pane; of a step that no open plan has, it is not known which pane it is. */
    private List<FixMark> of(FixPane pane) {
        return marks.stream().filter(mark -> paneOf(mark).map(pane::equals).orElse(true)).toList();
    }

    private Optional<FixPane> paneOf(FixMark mark) {
        return views.stream()
                .filter(view -> view.plan().step(mark.step()).isPresent())
                .map(view -> view.plan().pane())
                .findFirst();
    }
}
