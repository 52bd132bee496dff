package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.bench.LocalFarm;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real agents ask real servers; the step itself switches the fault; a real history keeps it. */
@Timeout(120)
class FixRunnerIT {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final LinkQuestions NOBODY = LinkQuestions.NOBODY;
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final int ENOUGH = 16;

    @TempDir private Path folder;
    private List<FailingPrinter> printers = List.of();
    private StoreOpened opened;
    private Farm farm;
    private FixRunner desk;
    private final ServerSwitch action = new ServerSwitch(this::of);

    private FailingPrinter of(Printer printer) {
        return printers.stream()
                .filter(one -> one.printer().id().equals(printer.id()))
                .findFirst()
                .orElseThrow();
    }

    private void open(FailingPrinter... failing) {
        printers = List.of(failing);
        open();
    }

    private void open() {
        opened = SqliteHistory.open(folder.resolve("history.db"), CLOCK);
        farm =
                new Farm(
                        LocalFarm.PLAN,
                        (printer, _) -> of(printer).link(),
                        opened.store(),
                        CLOCK,
                        "test");
        desk =
                new FixRunner(
                        new FixRunner.Ports(
                                FakePlans.PLANS,
                                opened.fixes(),
                                List.of(action),
                                PrintingNow.UNKNOWN,
                                opened.store()),
                        farm,
                        CLOCK,
                        "ada",
                        Duration.ofMillis(300));
        desk.start();
        farm.addAll(printers.stream().map(FailingPrinter::printer).toList(), _ -> NOBODY);
    }

    /** As if the program ended; agents measure on. */
    private void leave() {
        desk.close();
        farm.close();
        opened.store().close();
    }

    @AfterEach
    void end() {
        leave();
        printers.forEach(FailingPrinter::close);
    }

    private String begin(String step) {
        List<PrinterId> ids = printers.stream().map(one -> one.printer().id()).toList();
        String group = desk.begin(FakePlans.PLAN, "wifi.weak", ids);
        desk.turnTo(group, step);
        return group;
    }

    /** So much that a few attempts more do not make it too little again. */
    private void awaitBaseline(String group) {
        await().atMost(PATIENCE)
                .until(() ->
                        farm.snapshots().stream()
                                .allMatch(one -> one.server().figures().errors() >= ENOUGH));
        await().atMost(PATIENCE)
                .until(() ->
                        desk.view(group).orElseThrow().members().stream()
                                .allMatch(FixView.Member::ready));
    }

    private FixView.Member member(String group, FailingPrinter of) {
        return desk.view(group).stream()
                .flatMap(view -> view.members().stream())
                .filter(member -> member.printer().equals(of.printer().id()))
                .findFirst()
                .orElseThrow();
    }

    private void awaitState(String group, FailingPrinter of, TrialState state) {
        await().atMost(PATIENCE)
                .until(() ->
                        desk.view(group).stream()
                                .flatMap(view -> view.members().stream())
                                .filter(one -> one.printer().equals(of.printer().id()))
                                .map(FixView.Member::trial)
                                .anyMatch(trial -> trial != null && trial.state() == state));
    }

    @Test
    void theChangeDecidesForEachPrinterOfAGroupAndTheDeskMayBeLeft() {
        var cured = new FailingPrinter("cured", true);
        var too = new FailingPrinter("cured-too", true);
        var stubborn = new FailingPrinter("stubborn", false);
        open(cured, too, stubborn);
        String group = begin("switch");
        awaitBaseline(group);

        Map<PrinterId, FixDesk.Look> shown = desk.look(group, NOBODY);
        assertThat(printers).noneMatch(FailingPrinter::mended);
        assertThat(desk.carryOut(group, shown, false, NOBODY).values())
                .extracting(LedgerEntry::state)
                .containsOnly(EntryState.DONE);

        // Too early to tell.
        await().until(() -> member(group, cured).figures() != null);
        FixView.Member early = member(group, cured);
        assertThat(early.figures().state()).isEqualTo(TrialState.WATCHING);
        assertThat(early.figures().quietNeeded()).isPositive();
        assertThat(early.figures().progress()).isLessThan(1);

        leave();
        open();
        awaitState(group, cured, TrialState.BETTER);
        awaitState(group, too, TrialState.BETTER);
        awaitState(group, stubborn, TrialState.NOT_FIXED);
        Trial better = member(group, cured).trial();
        assertThat(better.decidedAt()).isAfter(better.changedAt());
        await().until(() -> member(group, stubborn).figures() != null);
        assertThat(member(group, stubborn).figures().after()).isPositive();
        assertThat(opened.fixes().ledger()).hasSize(3);
    }

    @Test
    void whatWasInterruptedIsFinishedAndAnExperimentUndoneFromTheLedger() throws LinkException {
        var printer = new FailingPrinter("interrupted", true);
        open(printer);
        String group = begin("trial_switch");
        awaitBaseline(group);
        action.breakNext();
        LedgerEntry entry =
                desk.carryOut(group, desk.look(group, NOBODY), true, NOBODY)
                        .get(printer.printer().id());
        assertThat(entry.state()).isEqualTo(EntryState.INTERRUPTED);
        assertThat(member(group, printer).trial()).isNull();

        leave();
        open();
        assertThat(desk.ledger(printer.printer().id()).getFirst().state())
                .isEqualTo(EntryState.INTERRUPTED);
        await().until(() -> !farm.snapshots().isEmpty());
        assertThat(desk.standing(entry.id(), NOBODY)).isEqualTo(Standing.IN_PLACE);
        assertThat(desk.finish(entry.id(), NOBODY).state()).isEqualTo(EntryState.DONE);
        awaitState(group, printer, TrialState.BETTER);

        long before = printer.failures();
        assertThat(desk.undo(entry.id(), NOBODY).state()).isEqualTo(EntryState.UNDONE);
        assertThat(member(group, printer).trial().state()).isEqualTo(TrialState.UNDONE);
        await().atMost(PATIENCE).until(() -> printer.failures() > before);
        awaitState(group, printer, TrialState.CONFIRMED);
    }
}
