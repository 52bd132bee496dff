package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.PrintingNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The desk where causes are mended. What it tells is made on a thread of its own, and after each
 * change; telling it waits for nothing.
 */
public final class FixRunner implements FixDesk, AutoCloseable {
    private final FixPlans plans;
    private final InstantSource clock;
    private final FixBook book;
    private final Cases cases;
    private final GroupWork work;
    private final Rounds rounds;

    /** A desk that looks at changes every 10 s, the cadence of the panes. */
    public FixRunner(Ports ports, FarmControl farm, InstantSource clock, String who) {
        this(ports, farm, clock, who, Duration.ofSeconds(10));
    }

    /**
     * A desk that has read what the store holds, and watches from {@link #start} on.
     *
     * @param ports what it works with
     * @param farm whose printers are mended
     * @param clock this computer's clock
     * @param who name of the user of this computer
     * @param period shortest time from look to look
     * @throws FixStoreException if the store cannot be read
     */
    FixRunner(Ports ports, FarmControl farm, InstantSource clock, String who, Duration period) {
        this.plans = ports.plans();
        this.clock = clock;
        this.book = new FixBook(ports.fixes(), id -> isMadeUp(farm, id));
        var panes = new MeasuredPanes(ports.outcomes(), farm);
        var watch = new TrialWatch(book, panes, period);
        this.rounds = new Rounds(watch, new Showing(book, plans, farm, watch), farm, clock, period);
        var watched = new WatchedChanges(book, watch::reach);
        var refusals = new Refusals(ports.printing());
        this.cases = new Cases(book, plans, watched, clock, who);
        this.work =
                new GroupWork(
                        book,
                        cases,
                        new Changer(book, watched, refusals, clock, who, farm),
                        refusals,
                        ports.actions(),
                        farm);
        rounds.publish();
    }

    /**
     * What the desk works with.
     *
     * @param plans what is known about mending causes
     * @param fixes where it is kept
     * @param actions what Linkscope can do itself
     * @param printing who tells whether a printer prints
     * @param outcomes what was measured
     */
    public record Ports(
            FixPlans plans,
            FixStore fixes,
            List<FixAction> actions,
            PrintingNow printing,
            OutcomeStore outcomes) {
        public Ports {
            actions = List.copyOf(actions);
        }
    }

    /** Begins to watch. */
    public void start() {
        rounds.start();
    }

    @Override
    public long revision() {
        return rounds.revision();
    }

    @Override
    public Optional<Plan> planFor(String rule) {
        return plans.forCause(rule);
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return plans.drawing(name);
    }

    @Override
    public List<FixView> views() {
        return rounds.shown().views().stream()
                .filter(view -> view.state() != CaseState.ENDED)
                .toList();
    }

    @Override
    public Optional<FixView> view(String group) {
        return rounds.shown().views().stream()
                .filter(view -> view.group().equals(group))
                .findFirst();
    }

    @Override
    public List<LedgerEntry> ledger(PrinterId printer) {
        return rounds.shown().ledger().getOrDefault(printer, List.of());
    }

    @Override
    public List<FixMark> marks(PrinterId printer) {
        return rounds.shown().marks().getOrDefault(printer, List.of());
    }

    @Override
    public List<FixView> due() {
        Instant now = clock.instant();
        return views().stream()
                .filter(view -> view.state() == CaseState.PAUSED)
                .filter(view -> view.remindAt() != null && !now.isBefore(view.remindAt()))
                .toList();
    }

    @Override
    public String begin(Plan plan, String cause, List<PrinterId> printers) {
        try {
            return cases.begin(plan, cause, printers);
        } finally {
            rounds.changed();
        }
    }

    @Override
    public void turnTo(String group, String step) {
        editing(group, one -> cases.turnTo(one, step));
    }

    @Override
    public Map<PrinterId, PrintingNow.State> printing(String group) {
        return work.printing(group);
    }

    @Override
    public Map<PrinterId, Look> look(String group, LinkQuestions questions) {
        return work.look(group, questions);
    }

    @Override
    public Map<PrinterId, LedgerEntry> carryOut(
            String group,
            Map<PrinterId, Look> shown,
            boolean nothingPrints,
            LinkQuestions questions) {
        try {
            return work.carryOut(group, shown, nothingPrints, questions);
        } finally {
            rounds.changed();
        }
    }

    @Override
    public void done(String group) {
        editing(group, cases::done);
    }

    @Override
    public void away(String group) {
        editing(group, cases::away);
    }

    @Override
    public void back(String group) {
        editing(group, cases::back);
    }

    @Override
    public Map<PrinterId, LedgerEntry> shutDown(
            String group, boolean nothingPrints, LinkQuestions questions) {
        try {
            return work.shutDown(group, nothingPrints, questions);
        } finally {
            rounds.changed();
        }
    }

    @Override
    public void gaveUp(String group) {
        editing(group, cases::gaveUp);
    }

    @Override
    public void undone(String group) {
        editing(group, cases::undone);
    }

    @Override
    public void pause(String group, @Nullable Instant remindAt) {
        editing(group, one -> book.keep(one.withState(CaseState.PAUSED, remindAt)));
    }

    @Override
    public void resume(String group) {
        editing(group, one -> book.keep(one.withState(CaseState.OPEN, null)));
    }

    @Override
    public void end(String group) {
        editing(group, cases::end);
    }

    @Override
    public FixAction.Standing standing(String entry, LinkQuestions questions) throws LinkException {
        return work.standing(entry, questions);
    }

    @Override
    public LedgerEntry undo(String entry, LinkQuestions questions) throws LinkException {
        try {
            return work.undo(entry, questions);
        } finally {
            rounds.changed();
        }
    }

    @Override
    public LedgerEntry finish(String entry, LinkQuestions questions) throws LinkException {
        try {
            return work.finish(entry, questions);
        } finally {
            rounds.changed();
        }
    }

    /** Looks now at all whose time has come, on the calling thread. */
    void round() {
        rounds.round();
    }

    /** Ends; what is stored goes on with the next start. */
    @Override
    public void close() {
        rounds.close();
    }

    private static boolean isMadeUp(FarmControl farm, PrinterId id) {
        return farm.snapshot(id)
                .filter(shown -> shown.printer().target() instanceof Target.Simulated)
                .isPresent();
    }

    /** Changes every case of a group that has not ended. */
    private void editing(String group, Consumer<FixCase> edit) {
        synchronized (book) {
            book.group(group).stream().filter(one -> one.state() != CaseState.ENDED).forEach(edit);
        }
        rounds.changed();
    }
}
