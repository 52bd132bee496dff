package dev.linkscope.ui.shell;

import dev.linkscope.ui.farm.FarmActions;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.farm.FarmModel;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.preferences.Section;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.printer.PageMenu;
import dev.linkscope.ui.printer.PrinterPage;
import dev.linkscope.ui.printer.tabs.CsvFileChooser;
import dev.linkscope.ui.printer.tabs.TabServices;

/**
 * What can be done in the window, a desk for each kind of work.
 *
 * @param dialogs adding, finding and signing in
 * @param commands what the farm is told
 * @param plugin reads the plugin's own report
 * @param papers reports, notes, comparisons and charts of the past
 * @param fixes the wizard that mends causes
 * @param settings the settings
 * @param about what this program is, and whether there is a newer one
 * @param notices what the user is told of, and how
 */
record WindowDesks(
        Dialogs dialogs,
        FarmCommands commands,
        PluginReading plugin,
        Papers papers,
        Fixes fixes,
        SettingsDesk settings,
        AboutDesk about,
        Notices notices) {
    /** From now on settings and updates have to do with this. */
    void surround(Surroundings with) {
        settings.surround(with);
        about.surround(with);
    }

    /**
     * The page of one printer, with what can be done on it.
     *
     * @param printers what can be done with printers wherever they are shown
     */
    PrinterPage printerPage(WindowTools tools, FarmActions printers) {
        Services services = tools.services();
        PrinterFixes changes = fixes.forPage();
        PageMenu menu = papers.menu(changes);
        menu.add(
                "history.clear",
                printer -> printers.forgetPast(printer.id()),
                printer -> printers.hasPast(printer.id()));
        return new PrinterPage(
                tools.wording(),
                commands::retry,
                new TabServices(
                        services.past().timelines(),
                        tools.background(),
                        services.farm()::snapshots,
                        services.many().view(),
                        plugin::ask,
                        printer -> services.octoPrint().addressOf(printer).isPresent(),
                        new CsvFileChooser(tools.wording(), tools::window),
                        tools.toast()::say),
                changes,
                papers.notes(),
                menu,
                papers.timelines(),
                papers.spans(changes));
    }

    /**
     * Desks of a new window.
     *
     * @param places pages that they lead to
     */
    static WindowDesks of(WindowTools tools, FarmModel farm, WindowActions.Places places) {
        Services services = tools.services();
        var dialogs =
                new Dialogs(
                        services,
                        tools.wording(),
                        tools.overlay(),
                        tools.background(),
                        tools.toast());
        var commands =
                new FarmCommands(
                        services.farm(),
                        tools.settings(),
                        farm,
                        printer -> dialogs.questions(),
                        () -> services.settings().load().preferences().cadence());
        var papers =
                new Papers(
                        services,
                        tools.wording(),
                        tools.overlay(),
                        tools.background(),
                        tools.toast(),
                        tools.undo(),
                        tools.status(),
                        farm::selectedSnapshot,
                        tools::window);
        var about = new AboutDesk(tools);
        var settings =
                new SettingsDesk(
                        services,
                        tools.wording(),
                        tools.overlay(),
                        tools.background(),
                        tools.toast(),
                        tools.settings(),
                        commands,
                        tools.theme(),
                        about.updates(),
                        tools.root());
        return new WindowDesks(
                dialogs,
                commands,
                new PluginReading(
                        services,
                        tools.wording(),
                        dialogs,
                        commands,
                        tools.background(),
                        tools.toast()),
                papers,
                new Fixes(
                        services,
                        tools.wording(),
                        tools.overlay(),
                        tools.background(),
                        dialogs,
                        tools.toast(),
                        papers.reports()::ofPlan),
                settings,
                about,
                new Notices(
                        services,
                        tools.wording(),
                        tools.undo(),
                        tools.settings(),
                        places::open,
                        () -> settings.open(Section.NOTICES)));
    }
}
