package dev.linkscope.ui.fix;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.port.PrintingNow;
import java.util.Map;
import java.util.Objects;

/**
 * What the user is asked beside the step itself, and what was found for it.
 *
 * @param mode what is asked
 * @param looks what the step would do to each printer; empty before it was looked at
 * @param printing whether each printer prints; empty where it does not matter
 * @param nothingPrints whether the user said that nothing prints
 */
record FixAsked(
        FixMode mode,
        Map<PrinterId, Look> looks,
        Map<PrinterId, PrintingNow.State> printing,
        boolean nothingPrints) {
    /** Nothing is asked. */
    static final FixAsked NOTHING = of(FixMode.NONE, Map.of(), Map.of());

    static FixAsked of(
            FixMode mode, Map<PrinterId, Look> looks, Map<PrinterId, PrintingNow.State> printing) {
        return new FixAsked(mode, looks, printing, false);
    }

    /** The same with what the user says. */
    FixAsked said(boolean nothing) {
        return new FixAsked(mode, looks, printing, nothing);
    }

    /** Whether anything prints. */
    boolean prints() {
        return printing.containsValue(PrintingNow.State.PRINTING);
    }

    /** Whether the user has to say that nothing prints, as nobody else can tell. */
    boolean mustSay() {
        return !prints() && printing.containsValue(PrintingNow.State.UNKNOWN);
    }

    /** Whether what was looked at can be done now to any printer. */
    boolean possible() {
        boolean any =
                mode == FixMode.SHUTTING
                        || looks.values().stream()
                                .map(Look::preview)
                                .filter(Objects::nonNull)
                                .anyMatch(preview -> preview.possible());
        return any && !prints();
    }
}
