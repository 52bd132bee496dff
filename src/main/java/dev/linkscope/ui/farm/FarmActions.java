package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done from the page of the farm. */
public interface FarmActions {
    /** Whether nothing can be done with printers but look at them. */
    default boolean readOnly() {
        return false;
    }

    /** Shows a printer's own page. */
    void open(PrinterId id);

    /** Tries a printer's link again now. */
    void retry(PrinterId id);

    /** Takes printers out of the list; can be undone for a while. */
    void remove(List<PrinterId> ids);

    /** Whether anything is kept of a printer; nothing is of made-up ones. */
    boolean hasPast(PrinterId id);

    /** Forgets all that was measured of a printer; can be undone for a while. */
    void forgetPast(PrinterId id);

    /** A printer is switched off on purpose, or no longer. */
    void planOff(PrinterId id, boolean off);

    /** Nobody is told of a printer until then; null to be told again. */
    void mute(PrinterId id, @Nullable Instant until);

    /** Lets the user choose group and tags of printers; can be undone for a while. */
    void relabel(List<PrinterId> ids);

    /** Whether there is a plan for a cause. */
    boolean planned(String rule);

    /** Opens the wizard that mends one cause on all of these printers. */
    void fix(String rule, List<PrinterId> printers);

    /** The user chose another look of the page. */
    void look(FarmLook look);
}
