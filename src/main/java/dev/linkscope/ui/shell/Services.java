package dev.linkscope.ui.shell;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.ReportDesk;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.i18n.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the window needs from the rest of the program.
 *
 * @param farm the printers that are watched
 * @param witness what this computer saw on a printer's way; returns at once
 * @param test tries the way to a printer
 * @param octoPrint reads what OctoPrint knows
 * @param reports writes reports
 * @param settings the user's printers and choices
 * @param messages texts in the user's language and zone
 * @param clock the time now
 * @param demoFarm the made-up printers of the demonstration
 * @param many what is needed for many printers
 * @param fixes where causes are mended
 * @param past what is kept of the time that has passed
 * @param applied takes up settings that were changed, as far as that can be done at once; blocks
 * @param troubles what is wrong with settings and history now; a statement's next step is its key
 *     with {@code .next}
 */
public record Services(
        FarmControl farm,
        Function<SessionSnapshot, WitnessView> witness,
        ConnectionTest test,
        OctoPrintDesk octoPrint,
        ReportDesk reports,
        SettingsStore settings,
        Messages messages,
        InstantSource clock,
        Supplier<List<Printer>> demoFarm,
        FarmServices many,
        FixDesk fixes,
        PastServices past,
        Consumer<Settings> applied,
        Supplier<List<Statement>> troubles) {
    /** The same with another farm. */
    Services withFarm(FarmControl other) {
        return new Services(
                other, witness, test, octoPrint, reports, settings, messages, clock, demoFarm, many,
                fixes, past, applied, troubles);
    }
}
