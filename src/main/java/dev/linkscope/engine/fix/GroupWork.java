package dev.linkscope.engine.fix;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Linkscope does to the printers of a group, and to what is in the ledger. Blocks. */
final class GroupWork {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWork.class);

    private static final ActionCall SHUTDOWN = new ActionCall("host.shutdown", Map.of());

    private final FixBook book;
    private final Cases cases;
    private final Changer changer;
    private final Refusals refusals;
    private final List<FixAction> actions;
    private final FarmControl farm;

    GroupWork(
            FixBook book,
            Cases cases,
            Changer changer,
            Refusals refusals,
            List<FixAction> actions,
            FarmControl farm) {
        this.book = book;
        this.cases = cases;
        this.changer = changer;
        this.refusals = refusals;
        this.actions = actions;
        this.farm = farm;
    }

    Map<PrinterId, PrintingNow.State> printing(String group) {
        Map<PrinterId, Printer> printers = new LinkedHashMap<>();
        for (FixCase one : members(group)) {
            printer(one.printer()).ifPresent(printer -> printers.put(one.printer(), printer));
        }
        return EachPrinter.of(printers.keySet(), id -> refusals.printing(known(printers, id)));
    }

    Map<PrinterId, FixDesk.Look> look(String group, LinkQuestions questions) {
        Map<PrinterId, Order> orders = orders(group, null, Set.of());
        return EachPrinter.of(orders.keySet(), id -> look(known(orders, id), questions));
    }

    private static FixDesk.Look look(Order order, LinkQuestions questions) {
        try {
            return new FixDesk.Look(
                    order.action().look(order.printer(), order.call(), questions), null);
        } catch (LinkException e) {
            return new FixDesk.Look(null, e);
        } catch (RuntimeException e) {
            // The edge of an action: one printer keeps no other from being looked at.
            String name = order.printer().name();
            LOG.error("{}: looking at it ended unexpectedly", name, e);
            String what = e.getClass().getSimpleName();
            Failure failure = Failure.of(FailureCode.FIX_FAILED, name, what);
            return new FixDesk.Look(null, new LinkException(failure, null, e));
        }
    }

    Map<PrinterId, LedgerEntry> carryOut(
            String group,
            Map<PrinterId, FixDesk.Look> shown,
            boolean nothingPrints,
            LinkQuestions questions) {
        Map<PrinterId, Order> orders = orders(group, null, shown.keySet());
        orders.keySet().removeIf(id -> known(shown, id).preview() == null);
        return EachPrinter.of(
                orders.keySet(),
                id ->
                        changer.carryOut(
                                known(orders, id),
                                preview(known(shown, id)),
                                nothingPrints,
                                questions));
    }

    /** Those that were shut down are away from then on. */
    Map<PrinterId, LedgerEntry> shutDown(
            String group, boolean nothingPrints, LinkQuestions questions) {
        Map<PrinterId, Order> orders = orders(group, SHUTDOWN, Set.of());
        return EachPrinter.of(
                orders.keySet(), id -> shutDown(known(orders, id), nothingPrints, questions));
    }

    private LedgerEntry shutDown(Order order, boolean nothingPrints, LinkQuestions questions) {
        FixDesk.Look look = look(order, questions);
        LinkException problem = look.problem();
        if (problem != null) {
            return changer.refused(order, problem);
        }
        LedgerEntry entry = changer.carryOut(order, preview(look), nothingPrints, questions);
        if (entry.state() == EntryState.DONE) {
            synchronized (book) {
                book.find(order.fixCase().id()).ifPresent(one -> cases.away(one, entry.begun()));
            }
        }
        return entry;
    }

    FixAction.Standing standing(String id, LinkQuestions questions) throws LinkException {
        LedgerEntry entry = book.entry(id);
        String undo = entry.undo();
        ActionCall call = entry.action();
        if (undo == null || call == null) {
            return FixAction.Standing.CANNOT_BE_TOLD;
        }
        Order order = order(entry, call);
        return order.action().standing(order.printer(), call, undo, questions);
    }

    /** What was done by hand is undone by hand, and only written down. */
    LedgerEntry undo(String id, LinkQuestions questions) throws LinkException {
        LedgerEntry entry = book.entry(id);
        ActionCall call = entry.action();
        if (entry.state() == EntryState.FAILED || entry.state() == EntryState.UNDONE) {
            return entry;
        }
        if (call == null) {
            synchronized (book) {
                return cases.undoneByHand(entry);
            }
        }
        if (entry.undo() == null) {
            throw NoWay.noWay(name(entry.printer()));
        }
        return changer.undo(order(entry, call), id, questions);
    }

    LedgerEntry finish(String id, LinkQuestions questions) throws LinkException {
        LedgerEntry entry = book.entry(id);
        ActionCall call = entry.action();
        if (entry.state() != EntryState.INTERRUPTED || call == null) {
            return entry;
        }
        return changer.finish(order(entry, call), id, questions);
    }

    private Order order(LedgerEntry entry, ActionCall call) throws LinkException {
        FixCase one = book.find(entry.fixCase()).orElse(null);
        Printer printer = printer(entry.printer()).orElse(null);
        PlanStep step = one == null ? null : cases.step(one, entry.step()).orElse(null);
        if (one == null || step == null || printer == null) {
            throw NoWay.noWay(name(entry.printer()));
        }
        return new Order(one, step, printer, action(call, printer), call);
    }

    /**
     * An order for each printer of a group that is watched.
     *
     * @param instead what is done; null for what the step does
     * @param only these printers; empty for all
     */
    private Map<PrinterId, Order> orders(
            String group, @Nullable ActionCall instead, Set<PrinterId> only) {
        Map<PrinterId, Order> orders = new LinkedHashMap<>();
        for (FixCase one : members(group)) {
            PlanStep step = cases.step(one);
            ActionCall call = instead == null ? step.action() : instead;
            if (call == null) {
                throw new IllegalArgumentException("the user does step " + step.id());
            }
            if (only.isEmpty() || only.contains(one.printer())) {
                printer(one.printer())
                        .map(printer -> new Order(one, step, printer, action(call, printer), call))
                        .ifPresent(order -> orders.put(one.printer(), order));
            }
        }
        return orders;
    }

    private List<FixCase> members(String group) {
        return book.group(group).stream().filter(one -> one.state() != CaseState.ENDED).toList();
    }

    private FixAction action(ActionCall call, Printer printer) {
        return actions.stream()
                .filter(one -> one.id().equals(call.id()))
                .filter(_ -> !(printer.target() instanceof Target.Simulated))
                .findFirst()
                .orElseGet(() -> new NoWay(call.id()));
    }

    private Optional<Printer> printer(PrinterId id) {
        return farm.snapshot(id).map(snapshot -> snapshot.printer());
    }

    private String name(PrinterId id) {
        return printer(id).map(Printer::name).orElseGet(id::toString);
    }

    private static FixAction.Preview preview(FixDesk.Look look) {
        return Objects.requireNonNull(look.preview());
    }

    private static <T> T known(Map<PrinterId, T> all, PrinterId id) {
        return Objects.requireNonNull(all.get(id));
    }
}
