package dev.linkscope.ui.connect;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.bulk.BulkEntry;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.engine.bulk.BulkTrial;
import dev.linkscope.engine.bulk.SharedSecrets;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Many printers that are to be added with one set of credentials. Window's thread only. */
public final class BulkAddModel {
    /** What the dialog shows. */
    enum Page {
        SETUP,
        PROGRESS,
        REVIEW,
        RESULT
    }

    /** Takes printers that can be watched. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Adds printers.
         *
         * @param answers what was answered while each was tried; null if nothing was
         */
        void add(List<Printer> printers, Function<Printer, @Nullable RememberedQuestions> answers);
    }

    private final ConnectionTest test;
    private final Executor ui;
    private final InstantSource clock;
    private final Sink sink;
    private final ObservableList<BulkRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.SETUP);
    private final ReadOnlyObjectWrapper<@Nullable BulkState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty keyFile = new SimpleStringProperty("");
    private final Map<PrinterId, RememberedQuestions> answers = new ConcurrentHashMap<>();
    private final AtomicBoolean stale = new AtomicBoolean();
    private @Nullable BulkTrial trial;

    /**
     * A model for one dialog.
     *
     * @param printers what is to be added, each once
     * @param ui the window's thread
     * @param sink takes those that succeeded, once a trial is over
     */
    public BulkAddModel(
            ConnectionTest test,
            List<Printer> printers,
            Executor ui,
            InstantSource clock,
            Sink sink) {
        this.test = test;
        this.ui = ui;
        this.clock = clock;
        this.sink = sink;
        printers.forEach(printer -> rows.add(new BulkRow(printer)));
    }

    ObservableList<BulkRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** How the trial stands; null before the first. */
    ReadOnlyObjectProperty<@Nullable BulkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Key of what keeps it from beginning; empty if nothing does. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The login name of all that have none of their own. */
    StringProperty userProperty() {
        return user;
    }

    /** The private key of all that have none of their own. */
    StringProperty keyFileProperty() {
        return keyFile;
    }

    /** Begins with the chosen ones; takes the arrays over. */
    void start(char[] password, char[] passphrase) {
        List<BulkRow> chosen = chosen();
        String wrong = problemOf(chosen);
        problem.set(wrong);
        var own = new HashMap<PrinterId, char[]>();
        for (BulkRow row : chosen) {
            String differs = row.passwordProperty().get();
            if (!differs.isEmpty()) {
                own.put(row.printer().id(), differs.toCharArray());
            }
        }
        var secrets = new SharedSecrets(password, passphrase, own);
        if (!wrong.isEmpty()) {
            secrets.close();
            return;
        }
        rows.removeIf(row -> !row.chosenProperty().get());
        rows.forEach(row -> row.passwordProperty().set(""));
        List<Printer> printers =
                chosen.stream().map(row -> row.completed(user.get(), keyFile.get())).toList();
        trial = new BulkTrial(test, printers, secrets, this::remembering, this::changed);
        page.set(Page.PROGRESS);
        trial.start();
    }

    private List<BulkRow> chosen() {
        return rows.stream().filter(row -> row.chosenProperty().get()).toList();
    }

    private String problemOf(List<BulkRow> chosen) {
        if (chosen.isEmpty()) {
            return "bulk.bad.none";
        }
        String shared = user.get().strip();
        boolean users =
                (shared.isEmpty() || TargetAddress.isUser(shared))
                        && chosen.stream()
                                .map(row -> row.userProperty().get().strip())
                                .allMatch(own -> own.isEmpty() || TargetAddress.isUser(own));
        if (!users) {
            return "add.bad.user";
        }
        boolean ports =
                chosen.stream()
                        .map(row -> row.portProperty().get().strip())
                        .allMatch(port -> port.isEmpty() || isPort(port));
        return ports ? "" : "bulk.bad.port";
    }

    private static boolean isPort(String digits) {
        return digits.matches("[0-9]{1,5}")
                && Integer.parseInt(digits) >= 1
                && Integer.parseInt(digits) <= 65_535;
    }

    private LinkQuestions remembering(Printer printer, LinkQuestions asked) {
        var remembered = new RememberedQuestions(asked, clock);
        answers.put(printer.id(), remembered);
        return remembered;
    }

    /** Any thread; many changes are shown at once. */
    private void changed() {
        if (stale.compareAndSet(false, true)) {
            ui.execute(this::refresh);
        }
    }

    private void refresh() {
        stale.set(false);
        BulkTrial running = trial;
        if (running == null) {
            return;
        }
        BulkState now = running.state();
        Map<PrinterId, BulkEntry> byId =
                now.entries().stream()
                        .collect(Collectors.toMap(entry -> entry.printer().id(), entry -> entry));
        rows.forEach(row -> row.entryProperty().set(byId.get(row.printer().id())));
        boolean ended = now.phase() == Phase.OVER && page.get() != Page.RESULT;
        if (now.phase() == Phase.REVIEW && page.get() != Page.REVIEW) {
            rows.forEach(row -> row.trustedProperty().set(false));
        }
        state.set(now);
        page.set(
                switch (now.phase()) {
                    case LOOKING, TRYING, REFUSED -> Page.PROGRESS;
                    case REVIEW -> Page.REVIEW;
                    case OVER -> Page.RESULT;
                });
        if (ended) {
            deliver(now);
        }
    }

    private void deliver(BulkState over) {
        List<Printer> good = over.at(Stage.DONE).stream().map(BulkEntry::printer).toList();
        over.at(Stage.FAILED).forEach(entry -> forget(entry.printer().id()));
        if (!good.isEmpty()) {
            sink.add(good, printer -> answers.get(printer.id()));
        }
    }

    /** What was refused is not kept. */
    private void forget(PrinterId id) {
        RememberedQuestions told = answers.remove(id);
        if (told != null) {
            told.forget();
        }
    }

    /** Printers whose host key waits for the user. */
    List<BulkRow> toReview() {
        return rows.stream()
                .filter(row -> {
                    BulkEntry entry = row.entryProperty().get();
                    return entry != null && entry.stage() == Stage.REVIEW;
                })
                .toList();
    }

    /** The user has ticked the host keys that are right. */
    void reviewed() {
        Set<PrinterId> good =
                toReview().stream()
                        .filter(row -> row.trustedProperty().get())
                        .map(row -> row.printer().id())
                        .collect(Collectors.toSet());
        if (trial != null) {
            trial.review(good);
        }
    }

    /** The others are to be tried although several refused the password. */
    void goOn() {
        if (trial != null) {
            trial.goOn();
        }
    }

    /** Stops; what succeeded so far is added. */
    void cancel() {
        if (trial != null) {
            trial.cancel();
            refresh();
        }
    }

    /** Begins again with those that failed. */
    void again() {
        rows.removeIf(row -> {
            BulkEntry entry = row.entryProperty().get();
            return entry == null || entry.stage() == Stage.DONE;
        });
        rows.forEach(row -> row.entryProperty().set(null));
        trial = null;
        page.set(Page.SETUP);
    }
}
