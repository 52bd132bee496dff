package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All printers that are watched. Every method returns at once and may be called from any thread.
 */
public interface FarmControl {
    /** Grows whenever any snapshot or the list of printers changes; cheap to poll. */
    long revision();

    /** The latest snapshot of each printer, in the user's order. */
    List<SessionSnapshot> snapshots();

    /** The latest snapshot of one printer; empty if it is not watched. */
    Optional<SessionSnapshot> snapshot(PrinterId id);

    /**
     * Begins to watch a printer.
     *
     * @param questions asked while connecting, on the session's thread
     */
    void add(Printer printer, LinkQuestions questions);

    /**
     * Begins to watch several printers at once, so that each knows of the others from the start.
     *
     * @param questions who is asked while connecting to each
     */
    default void addAll(List<Printer> printers, Function<Printer, LinkQuestions> questions) {
        printers.forEach(printer -> add(printer, questions.apply(printer)));
    }

    /** Stops watching; its agent ends. */
    void remove(PrinterId id);

    /** Tries the link again now, after a failure that needed the user or while waiting. */
    void retry(PrinterId id, LinkQuestions questions);

    /**
     * Changes to these printers are being watched, to no others: agents that may measure while
     * Linkscope is closed do so for 7 days then. Counts for printers that are added later too.
     */
    default void watchFixes(Set<PrinterId> printers) {}

    /** Sorts a printer otherwise, without touching its session. */
    default void relabel(PrinterId id, Labels labels) {}

    /**
     * Forgets all that was measured, concluded and noted of a printer, and measures it anew from
     * now on. What was changed on its computer stays written down.
     *
     * @param questions who is asked if the link has to be made anew
     * @param told whether it is gone for good, on a thread of the farm
     */
    default void forgetPast(PrinterId id, LinkQuestions questions, Consumer<Boolean> told) {
        told.accept(false);
    }

    /**
     * Measures a printer otherwise from now on, such as at another address of its camera. What was
     * measured before stays.
     *
     * @param questions who is asked if the link has to be made anew
     */
    default void remeasure(Printer printer, LinkQuestions questions) {}

    /**
     * From now on measures by this plan: panes are judged by its limits at once, agents asked anew
     * where what they do changes.
     */
    default void replan(SessionPlan plan) {}

    /** OctoPrint of a printer was read. */
    void learned(PrinterId id, PrinterApi.Reading reading);

    /** Logs on a printer's computer were read. */
    void recalled(PrinterId id, List<PastRecord> logs);

    /** The plugin of a printer gave its own report, because the user asked for it. */
    void learned(PrinterId id, PluginReport report);

    /** What this computer saw of the places that matter to a printer. */
    void witnessed(PrinterId id, List<WitnessRow> rows);
}
