package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmCommands;

/** Reads the plugin's own report when the user wants it, and signs in with OctoPrint before. */
final class PluginReading {
    private final Services services;
    private final Wording wording;
    private final Dialogs dialogs;
    private final FarmCommands commands;
    private final Background background;
    private final Toast toast;

    PluginReading(
            Services services,
            Wording wording,
            Dialogs dialogs,
            FarmCommands commands,
            Background background,
            Toast toast) {
        this.services = services;
        this.wording = wording;
        this.dialogs = dialogs;
        this.commands = commands;
        this.background = background;
        this.toast = toast;
    }

    /** Signs in, or asks whether the report may be read and reads it. */
    void ask(SessionSnapshot snapshot) {
        Printer printer = snapshot.printer();
        services.octoPrint()
                .addressOf(printer)
                .ifPresentOrElse(
                        octoPrint -> dialogs.mayReadPlugin(() -> read(printer, octoPrint)),
                        () -> dialogs.signIn(printer, there -> commands.signedIn(printer, there)));
    }

    /** Reads once more what the user allowed to be read again and again. */
    void again(PrinterId id) {
        services.farm()
                .snapshot(id)
                .map(SessionSnapshot::printer)
                .ifPresent(printer ->
                        services.octoPrint()
                                .addressOf(printer)
                                .ifPresent(octoPrint -> read(printer, octoPrint)));
    }

    private void read(Printer printer, TargetUrl octoPrint) {
        background.start(
                "plugin-report",
                wording.text("desktop.task.plugin", printer.name()),
                () -> services.octoPrint().pluginReport(printer, octoPrint),
                report -> services.farm().learned(printer.id(), report),
                problem -> toast.say(told(problem, octoPrint)));
    }

    private String told(Exception problem, TargetUrl octoPrint) {
        PrinterApiException.Problem what =
                problem instanceof PrinterApiException known
                        ? known.problem()
                        : PrinterApiException.Problem.GARBAGE;
        return wording.text(
                "plugin.failed",
                wording.text(what.key(), octoPrint.display()),
                wording.text(what.nextStepKey(), octoPrint.display()));
    }
}
