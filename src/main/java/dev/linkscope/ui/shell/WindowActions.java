package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.FirstStart;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.farm.FarmModel;
import dev.linkscope.ui.preferences.Section;
import java.util.function.Supplier;
import javafx.stage.Window;

/** What the bar, the first page and the keys do. */
final class WindowActions implements TopBar.Actions {
    private final Services services;
    private final Dialogs dialogs;
    private final FarmCommands commands;
    private final FarmModel farm;
    private final Papers papers;
    private final ThemeSwitch theme;
    private final SettingsDesk settings;
    private final AboutDesk about;
    private final Places places;
    private final Supplier<Window> owner;

    /** The pages that can be gone to. */
    interface Places {
        /** Shows all printers. */
        void showFarm();

        /** Shows one printer. */
        void showPrinter();

        /** Shows this printer. */
        void open(PrinterId printer);

        /** Whether all printers are shown. */
        boolean atFarm();
    }

    WindowActions(
            Services services,
            Dialogs dialogs,
            FarmCommands commands,
            FarmModel farm,
            Papers papers,
            ThemeSwitch theme,
            SettingsDesk settings,
            AboutDesk about,
            Places places,
            Supplier<Window> owner) {
        this.services = services;
        this.dialogs = dialogs;
        this.commands = commands;
        this.farm = farm;
        this.papers = papers;
        this.theme = theme;
        this.settings = settings;
        this.about = about;
        this.places = places;
        this.owner = owner;
    }

    /** The page of a window without printers. */
    FirstStart firstStart() {
        var wording = new Wording(services.messages());
        return new FirstStart(
                wording,
                services.many().discovery(),
                found -> dialogs.addFound(found, this::added, commands::addAll),
                this::importList,
                this::addPrinter,
                () -> commands.addThisComputer(wording.text("start.local.name")),
                this::openDemo,
                this::openReport);
    }

    @Override
    public void addPrinter() {
        dialogs.addPrinter(this::added);
    }

    private void added(Printer printer, LinkQuestions asked) {
        commands.add(printer, asked);
        places.showPrinter();
    }

    @Override
    public void discover() {
        dialogs.discover(this::added, commands::addAll);
    }

    @Override
    public void importList() {
        dialogs.importList(commands::addAll);
    }

    @Override
    public void openDemo() {
        commands.addDemo(services.demoFarm().get());
        places.showFarm();
    }

    @Override
    public void showFarm() {
        places.showFarm();
    }

    @Override
    public void showPrinter() {
        places.showPrinter();
    }

    @Override
    public void exportSelected() {
        farm.selectedSnapshot()
                .map(SessionSnapshot::printer)
                .map(Printer::id)
                .ifPresent(papers.reports()::one);
    }

    @Override
    public void exportAll() {
        papers.reports().all();
    }

    /** The report of what is shown: the farm, or a printer. */
    void exportShown() {
        if (places.atFarm()) {
            exportAll();
        } else {
            exportSelected();
        }
    }

    @Override
    public void openReport() {
        papers.files().ask(owner.get());
    }

    @Override
    public void toggleTheme() {
        theme.toggle();
    }

    @Override
    public void openSettings() {
        settings.open(Section.LOOK);
    }

    @Override
    public void openAbout() {
        about.open();
    }

    /** Tries the chosen printer's link again. */
    void retrySelected() {
        farm.selectedSnapshot().ifPresent(chosen -> commands.retry(chosen.printer().id()));
    }
}
