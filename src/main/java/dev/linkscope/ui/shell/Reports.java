package dev.linkscope.ui.shell;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.report.FileSaveChooser;
import dev.linkscope.ui.report.ReportCard;
import dev.linkscope.ui.report.Reportable;
import dev.linkscope.ui.report.SaveChooser;
import dev.linkscope.ui.report.WrittenReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The card that a report is made with, and of whom it is at first. */
final class Reports {
    private final Services services;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final WrittenReport written;
    private SaveChooser chooser;
    private @Nullable ReportCard card;

    Reports(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast,
            Supplier<@Nullable Window> owner) {
        this.services = services;
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        written = new WrittenReport(background, toast, wording);
        chooser = new FileSaveChooser(wording, owner);
    }

    /** From now on somebody else says where reports go, such as a test. */
    void saveWhere(SaveChooser other) {
        chooser = other;
    }

    /** The report of a printer, unless a card is open. */
    void one(PrinterId printer) {
        if (!overlay.isOpen()) {
            open(List.of(printer));
        }
    }

    /** The report of a printer over a part of the time, unless a card is open. */
    void one(PrinterId printer, Span part) {
        one(printer);
        if (card != null) {
            card.over(part);
        }
    }

    /** The report of all printers, unless there is none or a card is open. */
    void all() {
        if (!overlay.isOpen()) {
            open(printers().stream().map(Reportable::id).toList());
        }
    }

    /** The report of the printers of a plan, above the wizard. */
    void ofPlan(FixView plan) {
        open(plan.members().stream().map(FixView.Member::printer).toList());
    }

    private List<Reportable> printers() {
        return services.farm().snapshots().stream()
                .map(SessionSnapshot::printer)
                .map(printer -> new Reportable(printer.id(), printer.name()))
                .toList();
    }

    private void open(List<PrinterId> first) {
        List<Reportable> all = printers();
        List<PrinterId> known =
                first.stream()
                        .filter(id -> all.stream().anyMatch(one -> one.id().equals(id)))
                        .toList();
        if (known.isEmpty() || card != null) {
            return;
        }
        StackPane box = Dialogs.place();
        var made =
                new ReportCard(
                        services.reports(),
                        wording,
                        all,
                        known,
                        this::now,
                        (format, name) -> chooser.choose(format, name),
                        FxExecutor.FX,
                        written::tell,
                        () -> {
                            card = null;
                            overlay.close(box);
                        });
        card = made;
        background.listed().ifPresent(made::listIn);
        box.getChildren().setAll(made);
        overlay.openAbove(box, made::focusFirst);
    }

    // A demonstration may be ahead of the clock.
    private Instant now() {
        Instant clock = services.clock().instant();
        return services.farm().snapshots().stream()
                .map(snapshot -> Wording.now(snapshot, clock))
                .max(Comparator.naturalOrder())
                .orElse(clock);
    }

    /** Ends what is under way. */
    void stop() {
        if (card != null) {
            card.close();
        }
    }
}
