package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A desk with three printers, of which everything else is in the hands of a test. */
final class FixTable implements AutoCloseable {
    final SetClock clock = new SetClock();
    final MemoryFixStore store = new MemoryFixStore();
    final OutcomeStore outcomes = SqliteHistory.inMemory(clock);
    final ShownFarm farm = new ShownFarm();
    final FakeAction action = new FakeAction("test.switch", true);
    final FakeAction restart = new FakeAction("test.restart", false);
    final FakeAction shutdown = new FakeAction("host.shutdown", false);
    final Map<PrinterId, PrintingNow.State> prints = new ConcurrentHashMap<>();
    final Printer one = FakeSnapshots.printer("One");
    final Printer two = FakeSnapshots.printer("Two");
    final Printer three = FakeSnapshots.printer("Three");
    FixRunner desk;

    private final FixPlans plans;

    FixTable() {
        this(FakePlans.PLANS);
    }

    /** The same with other plans. */
    FixTable(FixPlans plans) {
        this.plans = plans;
        for (Printer printer : List.of(one, two, three)) {
            farm.add(printer, LinkQuestions.NOBODY);
        }
        desk = reopened();
    }

    /** Another desk over the same store, as after a start of the program. */
    FixRunner reopened() {
        desk =
                new FixRunner(
                        new FixRunner.Ports(
                                plans,
                                store,
                                List.of(action, restart, shutdown),
                                printer ->
                                        prints.getOrDefault(printer.id(), PrintingNow.State.IDLE),
                                outcomes),
                        farm,
                        clock,
                        "ada",
                        Duration.ofSeconds(10));
        return desk;
    }

    /** Begins the plan for printers, at a step. */
    String begin(String step, Printer... printers) {
        String group =
                desk.begin(
                        FakePlans.PLAN,
                        "wifi.weak",
                        List.of(printers).stream().map(Printer::id).toList());
        desk.turnTo(group, step);
        return group;
    }

    /** Looks, and does what was shown. */
    Map<PrinterId, LedgerEntry> carryOut(String group) {
        return desk.carryOut(
                group, desk.look(group, LinkQuestions.NOBODY), false, LinkQuestions.NOBODY);
    }

    /** The change of a printer at the step that its case is at. */
    Trial trial(String group, Printer printer) {
        return Objects.requireNonNull(member(group, printer).trial());
    }

    FixView.Member member(String group, Printer printer) {
        return desk.view(group).orElseThrow().members().stream()
                .filter(member -> member.printer().equals(printer.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The latest change to a printer. */
    LedgerEntry latest(Printer printer) {
        return desk.ledger(printer.id()).getFirst();
    }

    @Override
    public void close() {
        desk.close();
        outcomes.close();
    }
}
