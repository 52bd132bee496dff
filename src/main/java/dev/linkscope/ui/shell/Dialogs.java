package dev.linkscope.ui.shell;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.DesktopOpener;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.AddPrinterDialog;
import dev.linkscope.ui.connect.AddPrinterModel;
import dev.linkscope.ui.connect.AskingQuestions;
import dev.linkscope.ui.connect.BulkAddDialog;
import dev.linkscope.ui.connect.BulkAddModel;
import dev.linkscope.ui.connect.BulkTask;
import dev.linkscope.ui.connect.ConsentCard;
import dev.linkscope.ui.connect.DiscoverCard;
import dev.linkscope.ui.connect.ImportDialog;
import dev.linkscope.ui.connect.ImportModel;
import dev.linkscope.ui.connect.LabelsCard;
import dev.linkscope.ui.connect.Question;
import dev.linkscope.ui.connect.QuestionCard;
import dev.linkscope.ui.connect.RememberedQuestions;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cards above the window: adding a printer, and what links ask. */
final class Dialogs {
    private final Services services;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final Toast toast;
    private Node asked = new VBox();

    Dialogs(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast) {
        this.services = services;
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        this.toast = toast;
    }

    /** Questions of a link, put to the user above the window and remembered while it is open. */
    LinkQuestions questions() {
        return new RememberedQuestions(asking(), services.clock());
    }

    private LinkQuestions asking() {
        return new AskingQuestions(FxExecutor.FX, this::ask, this::browse, this::decided);
    }

    /** The question that the user has answered in the browser goes away by itself. */
    void decided() {
        overlay.close(asked);
    }

    /**
     * Signs in with the OctoPrint of a printer that is watched already.
     *
     * @param onSignedIn told on the window's thread
     */
    void signIn(Printer printer, Consumer<OctoPrintDesk.SignedIn> onSignedIn) {
        background.start(
                "octoprint-sign-in",
                wording.text("desktop.task.sign_in", printer.name()),
                () ->
                        services.octoPrint()
                                .signIn(
                                        printer,
                                        OctoPrintDesk.guess(printer),
                                        asking(),
                                        ConnectProgress.NONE),
                onSignedIn,
                problem -> {
                    decided();
                    toast.say(told(problem));
                });
    }

    private String told(Exception problem) {
        Failure failure =
                problem instanceof LinkException known
                        ? known.failure()
                        : Failure.of(FailureCode.OCTOPRINT_GARBAGE, "");
        return wording.messages().render(failure.message())
                + " "
                + wording.messages().render(failure.nextStep());
    }

    /** Puts a question to the user above the window, after what is open there. */
    void ask(Question question) {
        var box = new VBox();
        var card = new QuestionCard(question, wording, () -> overlay.close(box));
        asked = box;
        open(box, card, card::focusFirst);
    }

    /**
     * Opens the dialog for a new printer unless another card is open.
     *
     * @param onAdd takes the printer, and who is asked about it from then on
     */
    void addPrinter(BiConsumer<Printer, LinkQuestions> onAdd) {
        addPrinter(null, onAdd);
    }

    /**
     * The same with what is known of the printer filled in.
     *
     * @param suggested its address and name; null if nothing is known
     */
    void addPrinter(@Nullable Printer suggested, BiConsumer<Printer, LinkQuestions> onAdd) {
        if (overlay.isOpen()) {
            return;
        }
        var model =
                new AddPrinterModel(
                        services.test(),
                        wording,
                        watched(),
                        FxExecutor.FX,
                        services.clock(),
                        this::browse);
        if (suggested != null) {
            model.suggest(suggested);
        }
        var box = place();
        var dialog =
                new AddPrinterDialog(
                        model,
                        wording,
                        (printer, answers) ->
                                onAdd.accept(
                                        printer,
                                        answers == null ? questions() : answers.askedBy(asking())),
                        () -> overlay.close(box));
        open(box, dialog, dialog::focusFirst);
    }

    /** Takes many printers, and who is asked about each from then on. */
    @FunctionalInterface
    interface ManyPrinters {
        void add(List<Printer> printers, Function<Printer, LinkQuestions> asked);
    }

    /**
     * Opens the dialog for a list of printers unless another card is open, and after it the one
     * that adds them.
     */
    void importList(ManyPrinters onAdd) {
        if (overlay.isOpen()) {
            return;
        }
        var model =
                new ImportModel(
                        services.many().lists(),
                        background,
                        wording.text("desktop.task.list"),
                        watched());
        var box = place();
        var dialog =
                new ImportDialog(
                        model,
                        wording,
                        printers -> {
                            overlay.close(box);
                            addMany(printers, onAdd);
                        },
                        () -> overlay.close(box));
        open(box, dialog, dialog::focusFirst);
    }

    /** Opens the dialog that tries and adds many printers unless another card is open. */
    void addMany(List<Printer> printers, ManyPrinters onAdd) {
        if (overlay.isOpen() || printers.isEmpty()) {
            return;
        }
        var model =
                new BulkAddModel(
                        services.test(),
                        printers,
                        FxExecutor.FX,
                        services.clock(),
                        (good, answers) ->
                                onAdd.add(
                                        good,
                                        printer -> {
                                            RememberedQuestions told = answers.apply(printer);
                                            return told == null
                                                    ? questions()
                                                    : told.askedBy(asking());
                                        }));
        var box = place();
        background.listed().ifPresent(work -> new BulkTask(model, work, wording));
        var dialog = new BulkAddDialog(model, wording, () -> overlay.close(box));
        open(box, dialog, dialog::focusFirst);
    }

    /**
     * Opens the printers that announce themselves unless another card is open, and after it the
     * dialog that adds those chosen.
     */
    void discover(BiConsumer<Printer, LinkQuestions> onOne, ManyPrinters onMany) {
        if (overlay.isOpen()) {
            return;
        }
        var box = place();
        var card =
                new DiscoverCard(
                        wording,
                        services.many().discovery(),
                        this::watched,
                        found -> addFound(found, onOne, onMany),
                        () -> overlay.close(box));
        open(box, card, card::focusFirst);
    }

    /** Opens what adds the printers that announced themselves: one alone may sign in at once. */
    void addFound(
            List<Printer> found, BiConsumer<Printer, LinkQuestions> onOne, ManyPrinters onMany) {
        if (found.size() == 1) {
            addPrinter(found.getFirst(), onOne);
        } else {
            addMany(found, onMany);
        }
    }

    /** Opens group and tags of printers. */
    void relabel(List<Printer> printers, Consumer<Map<PrinterId, Labels>> onSave) {
        var box = new VBox();
        var card = new LabelsCard(printers, wording, onSave, () -> overlay.close(box));
        open(box, card, card::focusFirst);
    }

    /** A place in the middle of the overlay for a dialog. */
    static StackPane place() {
        var box = new StackPane();
        box.setPickOnBounds(false);
        box.getStyleClass().add("dialog-place");
        return box;
    }

    private void open(VBox box, Node card, Runnable onShown) {
        box.getStyleClass().addAll("dialog-card", "question-dialog");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.getChildren().setAll(card);
        overlay.open(box, onShown);
    }

    private void open(StackPane box, Node dialog, Runnable onShown) {
        box.getChildren().setAll(dialog);
        overlay.open(box, onShown);
    }

    private List<Printer> watched() {
        return services.farm().snapshots().stream().map(SessionSnapshot::printer).toList();
    }

    /** Asks whether the plugin's own report may be read, as that has side effects. */
    void mayReadPlugin(Runnable yes) {
        var box = new VBox();
        var card = new ConsentCard(wording, "plugin.ask", yes, () -> overlay.close(box));
        open(box, card, card::focusFirst);
    }

    /** Opens a page in the browser, or says where it is. */
    void browse(TargetUrl page) {
        DesktopOpener.page(
                background, page, () -> toast.say(wording.text("browser.page_is", page.value())));
    }
}
