package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.PrinterForm.Field;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The form of a new printer, the trial of it, and the questions that come up. */
public final class AddPrinterModel {
    private final Wording wording;
    private final List<Printer> watched;
    private final Trial trial;
    private final Executor ui;
    private final InstantSource clock;
    private final Consumer<TargetUrl> browser;
    private final ObjectProperty<PrinterForm> form =
            new SimpleObjectProperty<>(
                    new PrinterForm(
                            "", "", "", SignIn.OCTOPRINT, "", Printer.CLOUD.value(), "", true));
    private final BooleanProperty complaining = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Question> question = new SimpleObjectProperty<>();
    private @Nullable Printer tried;
    private @Nullable RememberedQuestions answers;
    private char[] typedPassword = {};

    /**
     * A model for one dialog.
     *
     * @param watched printers that are watched already
     * @param ui the window's thread
     * @param browser opens a page in the user's browser; returns at once
     */
    public AddPrinterModel(
            ConnectionTest test,
            Wording wording,
            List<Printer> watched,
            Executor ui,
            InstantSource clock,
            Consumer<TargetUrl> browser) {
        this.wording = wording;
        this.watched = List.copyOf(watched);
        this.ui = ui;
        this.clock = clock;
        this.browser = browser;
        trial = new Trial(test, ui, wording);
        form.subscribe((before, now) -> {
            // What was found about one printer says nothing about another.
            if (trial.stateProperty().get() != Trial.State.IDLE && !sameWay(before, now)) {
                cancel();
            }
        });
    }

    private static boolean sameWay(PrinterForm a, PrinterForm b) {
        return a.address().equals(b.address())
                && a.user().equals(b.user())
                && a.signIn() == b.signIn()
                && a.keyFile().equals(b.keyFile());
    }

    /** Fills in the address and the name of a printer; before the dialog is made. */
    public void suggest(Printer printer) {
        PrinterForm typed = form.get();
        form.set(
                new PrinterForm(
                        printer.target().display(),
                        printer.name(),
                        typed.user(),
                        typed.signIn(),
                        typed.keyFile(),
                        typed.server(),
                        typed.snapshot(),
                        typed.whileAway()));
    }

    /** What is typed so far. */
    ObjectProperty<PrinterForm> formProperty() {
        return form;
    }

    /** What is wrong with a field, as a sentence; empty before the user tried, or if nothing is. */
    String problem(Field field) {
        boolean early =
                !complaining.get() && (field == Field.KEY_FILE || form.get().address().isBlank());
        return early
                ? ""
                : form.get().problem(field, watched).map(key -> wording.text(key)).orElse("");
    }

    /** Whether empty fields are complained about: after the first try. */
    BooleanProperty complainingProperty() {
        return complaining;
    }

    /** The password typed into the form; answers the first question for one. */
    void setPassword(char[] password) {
        typedPassword = password;
    }

    /** Tries what is typed, if it can be used. */
    void tryIt() {
        complaining.set(true);
        Optional<Printer> printer = form.get().printer(watched);
        if (printer.isPresent()) {
            tried = printer.get();
            var asking = new AskingQuestions(ui, this::ask, browser, () -> question.set(null));
            answers = new RememberedQuestions(asking, clock);
            trial.start(tried, answers);
        }
    }

    private void ask(Question asked) {
        boolean typed =
                asked instanceof Question.TellSecret(var what, var answer)
                        && what.kind() != LinkQuestions.SecretKind.PASSPHRASE
                        && form.get().signIn() == SignIn.PASSWORD
                        && typedPassword.length > 0
                        && answer.complete(Optional.of(typedPassword.clone()));
        if (typed) {
            typedPassword = new char[0];
        } else {
            question.set(asked);
        }
    }

    /** The question to be answered now; null without one. */
    ObjectProperty<@Nullable Question> questionProperty() {
        return question;
    }

    /** Gives up what is running. */
    public void cancel() {
        Question open = question.get();
        question.set(null);
        if (open != null) {
            open.refuse();
        }
        trial.cancel();
    }

    /** The trial and its steps. */
    Trial trial() {
        return trial;
    }

    /**
     * The printer to add, with the answers given while it was tried; empty while something typed
     * cannot be used.
     */
    Optional<Printer> result() {
        complaining.set(true);
        Optional<Printer> typed = form.get().printer(watched);
        Printer found = trial.found();
        if (found != null && found.target() instanceof Target.OctoPrint) {
            // What OctoPrint told of itself is not in the form.
            return typed.map(now -> found.withName(now.name()));
        }
        Printer before = tried;
        return before == null ? typed : typed.map(now -> now.withId(before.id()));
    }

    /** The answers given while it was tried; null if it was not. */
    @Nullable RememberedQuestions answers() {
        return answers;
    }
}
