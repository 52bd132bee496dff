package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PrintingNow;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a change is not begun, and what is left of one that failed. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** With these the action says itself that it has changed nothing. */
    private static final Set<FailureCode> NOTHING_CHANGED =
            Set.of(
                    FailureCode.FIX_NO_RIGHTS,
                    FailureCode.FIX_WRONG_PASSWORD,
                    FailureCode.FIX_PRINTING,
                    FailureCode.FIX_CHANGED_MEANWHILE,
                    FailureCode.FIX_VALUE_GONE,
                    FailureCode.FIX_NO_WAY);

    /** With these the way was lost in the middle, and asking at once finds a moving state. */
    private static final Set<FailureCode> WAY_LOST =
            Set.of(FailureCode.LINK_BROKEN, FailureCode.LINK_SILENT, FailureCode.CANCELLED);

    private final PrintingNow printing;

    Refusals(PrintingNow printing) {
        this.printing = printing;
    }

    /** Whether it prints; asks it. A made-up printer has nothing that could be spoilt. */
    PrintingNow.State printing(Printer printer) {
        if (printer.target() instanceof Target.Simulated) {
            return PrintingNow.State.IDLE;
        }
        try {
            return printing.of(printer);
        } catch (RuntimeException e) {
            // The edge of an adapter: one printer keeps no other from anything.
            LOG.error("{}: whether it prints cannot be told", printer.name(), e);
            return PrintingNow.State.UNKNOWN;
        }
    }

    /**
     * Why a change is not begun; empty if it may be.
     *
     * @param nothingPrints what the user says
     */
    List<Statement> of(Order order, Preview shown, boolean nothingPrints) {
        if (!shown.possible()) {
            return obstacles(shown);
        }
        if (!order.idle()) {
            return List.of();
        }
        return switch (printing(order.printer())) {
            case PRINTING -> told(Failure.of(FailureCode.FIX_PRINTING, order.printer().name()));
            case UNKNOWN ->
                    nothingPrints
                            ? List.of()
                            : List.of(
                                    Statement.of(
                                            "fix.desk.perhaps_printing", order.printer().name()));
            case IDLE -> List.of();
        };
    }

    /**
     * Goes on unless it is known to print.
     *
     * @throws LinkException {@code FIX_PRINTING} if it does
     */
    void unlessPrinting(Order order) throws LinkException {
        if (order.idle() && printing(order.printer()) == PrintingNow.State.PRINTING) {
            throw new LinkException(
                    Failure.of(FailureCode.FIX_PRINTING, order.printer().name()), null, null);
        }
    }

    /** What keeps something from being done, in words. */
    static List<Statement> obstacles(Preview shown) {
        return shown.obstacles().stream()
                .filter(one -> one != Obstacle.WANTS_PASSWORD)
                .map(one -> Statement.of("fix.obstacle." + one.name()))
                .toList();
    }

    /** What a failure has to tell. */
    static List<Statement> told(Failure failure) {
        return List.of(failure.message(), failure.nextStep());
    }

    /** Whether certainly nothing was changed. */
    static boolean nothingChanged(LinkException e) {
        return NOTHING_CHANGED.contains(e.failure().code());
    }

    /** Whether it makes sense to look what is in place. */
    static boolean canBeLookedAt(LinkException e) {
        return !WAY_LOST.contains(e.failure().code()) && !Thread.currentThread().isInterrupted();
    }
}
