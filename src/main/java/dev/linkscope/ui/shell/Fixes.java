package dev.linkscope.ui.shell;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.AskingQuestions;
import dev.linkscope.ui.connect.Question;
import dev.linkscope.ui.connect.RememberedQuestions;
import dev.linkscope.ui.fix.FixActions;
import dev.linkscope.ui.fix.FixBanner;
import dev.linkscope.ui.fix.FixTools;
import dev.linkscope.ui.fix.FixWizard;
import dev.linkscope.ui.fix.PrinterFixes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wizard above the window, the ways into it, and the reminder of what was paused. */
final class Fixes implements FixActions {
    private static final Logger LOG = LoggerFactory.getLogger(Fixes.class);

    private final FixDesk desk;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final Dialogs dialogs;
    private final Toast toast;
    private final Consumer<FixView> export;
    private final FixTools tools;
    private final FixBanner banner;
    private long seen = Long.MIN_VALUE;
    private @Nullable FixWizard wizard;

    /**
     * Nothing is open yet.
     *
     * @param export offers to write the report of a plan's printers
     */
    Fixes(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Dialogs dialogs,
            Toast toast,
            Consumer<FixView> export) {
        desk = services.fixes();
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        this.dialogs = dialogs;
        this.toast = toast;
        this.export = export;
        var asking = new AskingQuestions(FxExecutor.FX, this::ask, dialogs::browse, this::answered);
        tools =
                new FixTools(
                        desk,
                        background,
                        new RememberedQuestions(asking, services.clock()),
                        wording,
                        services.clock());
        banner = new FixBanner(desk, wording, this::goOn);
    }

    // The overlay shows one card at a time: a question must not wait behind the wizard for ever.
    private void ask(Question question) {
        if (wizard == null) {
            dialogs.ask(question);
        } else {
            wizard.ask(question);
        }
    }

    private void answered() {
        dialogs.decided();
        if (wizard != null) {
            wizard.answered();
        }
    }

    /** What a printer's page shows. */
    PrinterFixes forPage() {
        return new PrinterFixes(tools, this);
    }

    /** For the place below the bar. */
    FixBanner banner() {
        return banner;
    }

    /** Whether there is a plan for a cause. */
    boolean planned(String rule) {
        return desk.planFor(rule).isPresent();
    }

    /** Looks for news; cheap, at most once a second. */
    void refresh() {
        // What is due becomes so by time alone.
        banner.refresh();
        long revision = desk.revision();
        if (revision != seen) {
            seen = revision;
            if (wizard != null) {
                wizard.refresh();
            }
        }
    }

    @Override
    public void fix(String rule, List<PrinterId> printers) {
        Optional<Plan> plan = desk.planFor(rule);
        if (overlay.isOpen() || plan.isEmpty() || printers.isEmpty()) {
            return;
        }
        Optional<FixView> begun =
                desk.views().stream()
                        .filter(view ->
                                view.state() != CaseState.ENDED
                                        && view.cause().equals(rule)
                                        && printers.stream().allMatch(view::has))
                        .findFirst();
        if (begun.isPresent()) {
            show(begun.get());
            return;
        }
        background.start(
                "fix-begin",
                () -> desk.begin(plan.get(), rule, printers),
                this::open,
                problem -> {
                    LOG.warn("the plan for {} could not be begun", rule, problem);
                    toast.say(wording.text("fixwizard.failed"));
                });
    }

    @Override
    public void open(String group) {
        desk.view(group).ifPresent(this::show);
    }

    /** Takes up again what was paused. */
    private void goOn(String group) {
        background.start(
                "fix-resume",
                () -> {
                    desk.resume(group);
                    return group;
                },
                this::open,
                problem -> {
                    LOG.warn("the plan could not be resumed", problem);
                    toast.say(wording.text("fixwizard.failed"));
                });
    }

    private void show(FixView view) {
        if (overlay.isOpen()) {
            return;
        }
        StackPane box = Dialogs.place();
        var card =
                new FixWizard(
                        tools,
                        view,
                        new FixWizard.Door() {
                            @Override
                            public void close() {
                                wizard = null;
                                overlay.close(box);
                                refresh();
                            }

                            @Override
                            public void export(FixView shown) {
                                export.accept(shown);
                            }

                            @Override
                            public void paused(FixView shown) {
                                toast.say(wording.text("fixwizard.paused.toast"));
                            }

                            @Override
                            public void told(String what) {
                                toast.say(what);
                            }
                        });
        wizard = card;
        box.getChildren().setAll(card);
        overlay.open(box, card::focusFirst);
    }
}
