package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of the book and of what was seen what the desk tells. */
final class Showing {
    private final FixBook book;
    private final FixPlans plans;
    private final FarmControl farm;
    private final TrialWatch watch;

    Showing(FixBook book, FixPlans plans, FarmControl farm, TrialWatch watch) {
        this.book = book;
        this.plans = plans;
        this.farm = farm;
        this.watch = watch;
    }

    /** As it stands now. Of printers that are not watched only the ledger is told. */
    Shown now() {
        synchronized (book) {
            return new Shown(views(), ledger(), marks());
        }
    }

    private List<FixView> views() {
        Map<String, List<FixCase>> groups = new LinkedHashMap<>();
        book.cases().stream()
                .sorted(Comparator.comparing(FixCase::begun).reversed())
                .forEach(one ->
                        groups.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one));
        return groups.values().stream().map(this::view).flatMap(Optional::stream).toList();
    }

    private Optional<FixView> view(List<FixCase> cases) {
        FixCase leading =
                cases.stream()
                        .filter(one -> one.state() != CaseState.ENDED)
                        .findFirst()
                        .orElse(cases.getFirst());
        List<FixView.Member> members =
                cases.reversed().stream().map(this::member).flatMap(Optional::stream).toList();
        Optional<Plan> plan = plans.plan(leading.plan());
        if (plan.isEmpty() || members.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new FixView(
                        leading.group(),
                        plan.get(),
                        leading.cause(),
                        step(plan.get(), leading),
                        leading.state(),
                        leading.remindAt(),
                        members));
    }

    /** The step that a case is at: the first one where a newer edition of the plan has it not. */
    static PlanStep step(Plan plan, FixCase one) {
        return plan.step(one.step()).orElse(plan.steps().getFirst());
    }

    private Optional<FixView.Member> member(FixCase one) {
        return farm.snapshot(one.printer()).map(snapshot -> member(one, snapshot));
    }

    private FixView.Member member(FixCase one, SessionSnapshot snapshot) {
        Trial trial = one.at(one.step());
        Announcement announced = watch.announcement(one);
        return new FixView.Member(
                one.printer(),
                snapshot.printer().name(),
                trial,
                trial == null || Trials.isAway(trial) ? null : watch.figures(one, trial),
                announced.sentence(),
                announced.ready());
    }

    private Map<PrinterId, List<LedgerEntry>> ledger() {
        Map<PrinterId, List<LedgerEntry>> found = new LinkedHashMap<>();
        for (LedgerEntry entry : book.ledger().reversed()) {
            found.computeIfAbsent(entry.printer(), _ -> new ArrayList<>()).add(entry);
        }
        return frozen(found);
    }

    private Map<PrinterId, List<FixMark>> marks() {
        Map<PrinterId, List<FixMark>> found = new LinkedHashMap<>();
        for (FixCase one : book.cases()) {
            List<FixMark> marks = found.computeIfAbsent(one.printer(), _ -> new ArrayList<>());
            marks(one).forEach(marks::add);
        }
        found.values().forEach(marks -> marks.sort(Comparator.comparing(FixMark::at)));
        return frozen(found);
    }

    /** Until the power is back there is nothing that was changed. */
    private static Stream<FixMark> marks(FixCase one) {
        return one.trials().stream()
                .filter(trial -> trial.state() != TrialState.AWAY)
                .map(trial ->
                        new FixMark(
                                trial.changedAt(), trial.step(), trial.state(), trial.undoneAt()));
    }

    private static <T> Map<PrinterId, List<T>> frozen(Map<PrinterId, List<T>> lists) {
        lists.replaceAll((_, list) -> List.copyOf(list));
        return lists;
    }
}
