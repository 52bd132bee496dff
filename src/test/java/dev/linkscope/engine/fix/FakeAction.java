package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A switch on each printer, which can break before it is thrown, after it or half way. */
final class FakeAction implements FixAction {
    private final String id;
    private final boolean undoable;
    private final Set<PrinterId> on = ConcurrentHashMap.newKeySet();
    private final Set<PrinterId> half = ConcurrentHashMap.newKeySet();
    private final Map<PrinterId, Break> breaks = new ConcurrentHashMap<>();
    private final Map<PrinterId, Set<Obstacle>> obstacles = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};

    FakeAction(String id, boolean undoable) {
        this.id = id;
        this.undoable = undoable;
    }

    /** Where something breaks. */
    enum When {
        BEFORE,
        HALF_WAY,
        AFTER
    }

    /** The next change or undoing fails. */
    record Break(When when, FailureCode code) {}

    void breaks(Printer printer, When when, FailureCode code) {
        breaks.put(printer.id(), new Break(when, code));
    }

    void inTheWay(Printer printer, Obstacle... what) {
        obstacles.put(printer.id(), new HashSet<>(List.of(what)));
    }

    /** Runs in the middle of each change. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    boolean isOn(Printer printer) {
        return on.contains(printer.id());
    }

    /** How often something was changed, or nearly. */
    int calls() {
        return calls.get();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions) {
        return new Preview(
                List.of("switch on"),
                undoable ? List.of(new ValueChange("switch", "off", "on")) : List.of(),
                undoable ? "off" : null,
                List.copyOf(obstacles.getOrDefault(printer.id(), Set.of())),
                List.of());
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        move(printer, true);
        return List.of(Statement.of("fake.switched"));
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        move(printer, false);
    }

    private void move(Printer printer, boolean to) throws LinkException {
        calls.incrementAndGet();
        meanwhile.run();
        Break next = breaks.remove(printer.id());
        if (next != null && next.when() == When.BEFORE) {
            throw failure(printer, next);
        }
        half.add(printer.id());
        if (next != null && next.when() == When.HALF_WAY) {
            throw failure(printer, next);
        }
        half.remove(printer.id());
        if (to) {
            on.add(printer.id());
        } else {
            on.remove(printer.id());
        }
        if (next != null) {
            throw failure(printer, next);
        }
    }

    private static LinkException failure(Printer printer, Break how) {
        return new LinkException(Failure.of(how.code(), printer.name(), "it"), null, null);
    }

    @Override
    public Standing standing(
            Printer printer, ActionCall call, String undo, LinkQuestions questions) {
        if (half.contains(printer.id())) {
            return Standing.IN_PART;
        }
        return isOn(printer) ? Standing.IN_PLACE : Standing.NOT_IN_PLACE;
    }
}
