package dev.linkscope.ui.report;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.NoteArea;
import dev.linkscope.ui.common.SpanFields;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The choices for a report. */
final class ReportForm extends VBox {
    private static final Duration FIRST_SPAN = Duration.ofDays(1);

    private enum Which {
        THIS,
        ALL,
        CHOSEN
    }

    private final Wording wording;
    private final InstantSource clock;
    private final List<Reportable> all;
    private final List<PrinterId> first;
    private final Choice<Which> which;
    private final Choice<SpanChoice> span;
    private final Choice<RedactionLevel> level;
    private final PrinterPick pick;
    private final SpanFields own;
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final NoteArea note;
    private final CheckBox log = new CheckBox();
    private final Runnable onChange;
    private boolean filled;

    /**
     * A form.
     *
     * @param all printers there are, at least one
     * @param first of whom the report is at first, at least one
     * @param clock tells up to when spans reach
     */
    ReportForm(
            Wording wording,
            List<Reportable> all,
            List<PrinterId> first,
            InstantSource clock,
            Runnable onChange) {
        this.wording = wording;
        this.clock = clock;
        this.all = List.copyOf(all);
        this.first = List.copyOf(first);
        this.onChange = onChange;
        getStyleClass().add("report-form");
        pick = new PrinterPick(wording, all, first, this::changed);
        own = new SpanFields(wording, "export-span", this::changed);
        which = new Choice<>(wording.text("export.printers"), this::changed);
        span = new Choice<>(wording.text("export.span"), this::changed);
        level = new Choice<>(wording.text("export.level"), this::changed);
        note =
                new NoteArea(
                        wording,
                        "export-note",
                        wording.text("export.note"),
                        wording.text("export.note.prompt"),
                        3);
        fillPrinters();
        fillSpans();
        for (RedactionLevel each : RedactionLevel.values()) {
            level.add(
                    each,
                    "export-level-" + each.wireName(),
                    wording.text("export.level." + each.wireName()),
                    wording.text("export.level." + each.wireName() + ".why"));
        }
        level.choose(RedactionLevel.SUPPORT);
        log.setId("export-log");
        log.setText(wording.text("export.log"));
        log.setWrapText(true);
        log.selectedProperty().addListener((box, old, now) -> changed());
        note.onChange(this::changed);
        getChildren().setAll(which, span, level, note, log);
        filled = true;
        arrange();
    }

    private void fillPrinters() {
        if (first.size() == 1) {
            which.add(
                    Which.THIS,
                    "export-this",
                    wording.text("export.printers.this", name(first.getFirst())),
                    "");
        }
        if (all.size() > 1) {
            which.add(Which.ALL, "export-all", wording.text("export.printers.all", all.size()), "");
            which.add(Which.CHOSEN, "export-chosen", wording.text("export.printers.chosen"), "");
            which.addBelow(pick);
        }
        which.choose(
                first.size() == 1
                        ? Which.THIS
                        : first.size() == all.size() ? Which.ALL : Which.CHOSEN);
    }

    private String name(PrinterId id) {
        return all.stream()
                .filter(printer -> printer.id().equals(id))
                .map(Reportable::name)
                .findFirst()
                .orElse("");
    }

    private void fillSpans() {
        for (SpanChoice each : SpanChoice.values()) {
            span.add(each, "export-span-" + each.name(), wording.text(each.key()), "");
        }
        span.addBelow(own);
        span.addBelow(complaint);
        Instant now = clock.instant();
        own.set(new Span(now.minus(FIRST_SPAN), now));
        span.choose(SpanChoice.VIEW);
    }

    /** Chooses a part of the time, which can still be changed. */
    void over(Span part) {
        own.set(part);
        span.choose(SpanChoice.OWN);
        arrange();
    }

    // What the form is filled with at first is no choice of the user.
    private void changed() {
        if (filled) {
            arrange();
            onChange.run();
        }
    }

    private void arrange() {
        Nodes.show(pick, which.chosen().orElse(Which.THIS) == Which.CHOSEN);
        boolean typed = span.chosen().orElse(SpanChoice.VIEW) == SpanChoice.OWN;
        Nodes.show(own, typed);
        complaint.setText(typed ? own.problem(clock.instant()) : "");
    }

    private List<PrinterId> printers() {
        return switch (which.chosen().orElse(Which.THIS)) {
            case THIS -> first;
            case ALL -> all.stream().map(Reportable::id).toList();
            case CHOSEN -> pick.ticked();
        };
    }

    /** What keeps a report from being drawn, in a sentence; empty if nothing does. */
    String problem() {
        if (printers().isEmpty()) {
            return wording.text("export.printers.none");
        }
        return complaint.getText();
    }

    /** What is chosen; only without a {@link #problem}. */
    ReportChoices choices() {
        SpanChoice chosen = span.chosen().orElse(SpanChoice.VIEW);
        return new ReportChoices(
                printers(),
                chosen,
                chosen == SpanChoice.OWN ? own.span(clock.instant()).orElse(null) : null,
                level.chosen().orElse(RedactionLevel.SUPPORT),
                note.text(),
                log.isSelected());
    }

    /** Suggested name of the file, without its ending; of a report for everybody it tells none. */
    String fileName() {
        ReportChoices chosen = choices();
        List<PrinterId> whose = chosen.printers();
        String name =
                chosen.level() == RedactionLevel.PUBLIC
                        ? wording.text("export.name.public")
                        : whose.size() == 1
                                ? wording.text("export.name.one", name(whose.getFirst()))
                                : wording.text("export.name.all", whose.size());
        String day = clock.instant().atZone(wording.messages().zone()).toLocalDate().toString();
        return (name + " " + day)
                .replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "-");
    }

    /** Puts the cursor into the first field. */
    void focusFirst() {
        which.focusFirst();
    }
}
