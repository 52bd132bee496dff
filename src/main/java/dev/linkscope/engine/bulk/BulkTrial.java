package dev.linkscope.engine.bulk;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.bulk.BulkEntry.Stage;
import dev.linkscope.engine.bulk.BulkState.Phase;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries many printers, several at a time: first looks at every host key without any login, then,
 * once the user has accepted the new ones, logs in with what the user gave for all. One that fails
 * never stops the rest. Every method returns at once and may be called from any thread.
 */
public final class BulkTrial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BulkTrial.class);

    /** Attempts at a time: a laptop's share of sshd's MaxStartups, and of a small router. */
    private static final int AT_A_TIME = 8;

    private static final Duration AFTER_OTHERS = Duration.ofSeconds(60);

    private final ConnectionTest test;
    private final SharedSecrets secrets;
    private final BiFunction<Printer, LinkQuestions, LinkQuestions> around;
    private final Runnable onChange;
    private final Object lock = new Object();
    private final Map<PrinterId, BulkEntry> entries = new LinkedHashMap<>();
    private final AcceptedKeys accepted = new AcceptedKeys();
    private final List<Thread> workers = new ArrayList<>();
    private final HostPace pace = new HostPace(System::nanoTime);
    private final PasswordGate gate = new PasswordGate();
    private Phase phase = Phase.LOOKING;
    private int busy;

    /**
     * A trial that has not begun.
     *
     * @param printers each once
     * @param secrets given for all; wiped when the trial is over
     * @param around may keep what is answered for a printer
     * @param onChange called on any thread after each change; must return at once
     */
    public BulkTrial(
            ConnectionTest test,
            List<Printer> printers,
            SharedSecrets secrets,
            BiFunction<Printer, LinkQuestions, LinkQuestions> around,
            Runnable onChange) {
        this.test = test;
        this.secrets = secrets;
        this.around = around;
        this.onChange = onChange;
        printers.forEach(printer -> entries.put(printer.id(), BulkEntry.waiting(printer)));
    }

    /** Begins. */
    public void start() {
        synchronized (lock) {
            entries.replaceAll((id, entry) -> entry.begun());
            advance();
        }
        onChange.run();
    }

    /** How it stands now. */
    public BulkState state() {
        synchronized (lock) {
            boolean asks = phase == Phase.TRYING && gate.isShut();
            return new BulkState(
                    asks ? Phase.REFUSED : phase, List.copyOf(entries.values()), gate.refused());
        }
    }

    /**
     * The user has looked at the new host keys.
     *
     * @param good printers whose key, as {@link #state} shows it, is right; the others are left out
     */
    public void review(Set<PrinterId> good) {
        synchronized (lock) {
            if (phase != Phase.REVIEW) {
                return;
            }
            entries.replaceAll((id, entry) -> reviewed(entry, good.contains(id)));
            phase = Phase.TRYING;
            advance();
        }
        onChange.run();
    }

    private BulkEntry reviewed(BulkEntry entry, boolean good) {
        HostKey key = entry.key();
        if (entry.stage() != Stage.REVIEW || key == null) {
            return entry;
        }
        if (good) {
            accepted.accept(entry.printer().id(), key);
            return entry.at(Stage.READY);
        }
        return entry.failed(
                Failure.of(
                        FailureCode.HOST_KEY_UNKNOWN, key.host(), key.type(), key.fingerprint()));
    }

    /** The user wants the other printers tried although several refused the password. */
    public void goOn() {
        synchronized (lock) {
            gate.waive();
            lock.notifyAll();
        }
        onChange.run();
    }

    /** Stops soon; what succeeded stays. Idempotent. */
    public void cancel() {
        synchronized (lock) {
            phase = Phase.OVER;
            entries.replaceAll((id, entry) ->
                    entry.isOver()
                            ? entry
                            : entry.failed(
                                    Failure.of(
                                            FailureCode.CANCELLED,
                                            entry.printer().target().display())));
            workers.forEach(Thread::interrupt);
            workers.clear();
            lock.notifyAll();
        }
        secrets.close();
        onChange.run();
    }

    /** The same as {@link #cancel}. */
    @Override
    public void close() {
        cancel();
    }

    /** Under the lock: goes on to what comes next if nothing is left of this phase. */
    private void advance() {
        if (phase == Phase.LOOKING && !has(Stage.WAITING) && !has(Stage.LOOKING)) {
            phase = has(Stage.REVIEW) ? Phase.REVIEW : Phase.TRYING;
        }
        if (phase == Phase.TRYING && !has(Stage.READY) && !has(Stage.TRYING)) {
            phase = has(Stage.REVIEW) ? Phase.REVIEW : Phase.OVER;
        }
        if (phase == Phase.OVER) {
            secrets.close();
        }
        boolean work = phase == Phase.LOOKING || phase == Phase.TRYING;
        long waiting =
                entries.values().stream().filter(entry -> entry.stage() == pending()).count();
        while (work && workers.size() < Math.min(AT_A_TIME, waiting + busy)) {
            Thread thread = NamedThreads.platform("bulk-trial-" + workers.size(), this::work);
            workers.add(thread);
            thread.start();
        }
        lock.notifyAll();
    }

    private boolean has(Stage stage) {
        return entries.values().stream().anyMatch(entry -> entry.stage() == stage);
    }

    private Stage pending() {
        return phase == Phase.LOOKING ? Stage.WAITING : Stage.READY;
    }

    private void work() {
        try {
            for (BulkEntry entry = take(); entry != null; entry = take()) {
                onChange.run();
                attempt(entry);
                onChange.run();
            }
        } catch (InterruptedException e) {
            LOG.debug("a trial of many printers was stopped", e);
        }
    }

    /** The next entry that may be tried, marked so; null if this phase has no more. */
    private @Nullable BulkEntry take() throws InterruptedException {
        synchronized (lock) {
            while (phase == Phase.LOOKING || phase == Phase.TRYING) {
                boolean look = phase == Phase.LOOKING;
                long wait = AFTER_OTHERS.toMillis();
                boolean any = false;
                boolean open = look || !secrets.hasPassword() || gate.isOpen();
                for (BulkEntry entry : entries.values()) {
                    if (entry.stage() != pending()) {
                        continue;
                    }
                    any = true;
                    Duration until = open ? pace.until(entry.printer()) : null;
                    if (until != null && until.isZero()) {
                        return begin(entry, look);
                    }
                    wait = until == null ? wait : Math.min(wait, until.toMillis() + 1);
                }
                if (!any) {
                    break;
                }
                lock.wait(wait);
            }
            workers.remove(Thread.currentThread());
            return null;
        }
    }

    private BulkEntry begin(BulkEntry entry, boolean look) {
        BulkEntry begun = entry.at(look ? Stage.LOOKING : Stage.TRYING);
        entries.put(begun.printer().id(), begun);
        pace.begun(begun.printer());
        busy++;
        if (!look) {
            gate.begun();
        }
        return begun;
    }

    private void attempt(BulkEntry entry) {
        Printer printer = entry.printer();
        boolean look = entry.stage() == Stage.LOOKING;
        BulkAnswers answers;
        synchronized (lock) {
            answers =
                    look
                            ? BulkAnswers.looking(printer.id())
                            : BulkAnswers.tryingWith(
                                    printer.id(), accepted.of(printer.id()), secrets);
        }
        LinkQuestions asked = look ? answers : around.apply(printer, answers);
        ended(
                entry,
                answers,
                new BulkAttempt(test, printer, answers, asked)
                        .go(step -> {
                            change(entry, now -> now.after(step));
                            onChange.run();
                        }));
    }

    private void ended(BulkEntry entry, BulkAnswers answers, BulkAttempt.Result result) {
        Failure failure = result.failure();
        boolean look = entry.stage() == Stage.LOOKING;
        HostKey seen = answers.seen();
        synchronized (lock) {
            busy--;
            pace.ended(entry.printer(), look, failure == null ? null : failure.code());
            if (!look) {
                tellGate(answers, failure);
            }
            change(
                    entry,
                    now -> {
                        if (failure == null) {
                            return now.done(result.found());
                        }
                        if (seen != null) {
                            return now.showing(seen);
                        }
                        return look && answers.known() ? now.at(Stage.READY) : now.failed(failure);
                    });
            advance();
        }
    }

    private void tellGate(BulkAnswers answers, @Nullable Failure failure) {
        if (failure == null) {
            gate.passed(answers.offered());
        } else {
            gate.failed(answers.offered() && failure.code() == FailureCode.LOGIN_REFUSED);
        }
    }

    /** Changes an entry unless the trial was stopped meanwhile. */
    private void change(BulkEntry entry, UnaryOperator<BulkEntry> change) {
        synchronized (lock) {
            if (phase != Phase.OVER) {
                entries.computeIfPresent(entry.printer().id(), (id, now) -> change.apply(now));
            }
        }
    }
}
