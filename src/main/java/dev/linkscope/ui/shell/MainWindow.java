package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.SnapshotPoller;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.FirstStart;
import dev.linkscope.ui.desktop.TasksPanel;
import dev.linkscope.ui.farm.FarmActions;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.farm.FarmDesk;
import dev.linkscope.ui.farm.FarmList;
import dev.linkscope.ui.farm.FarmModel;
import dev.linkscope.ui.printer.PrinterPage;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The main window's content, and what its parts ask of each other. */
final class MainWindow implements WindowActions.Places {
    private final WindowTools tools;
    private final FarmModel farm;
    private final WindowDesks desks;
    private final FarmList list;
    private final FarmDesk desk;
    private final ShownPrinter shown;
    private final Pages pages;
    private final TopBar bar;
    private final Seconds seconds;
    private final BorderPane frame = new BorderPane();
    private final SnapshotPoller poller;
    private final @Nullable OpenedContent opened;
    private final WindowActions actions;

    MainWindow(Services services, Settings stored) {
        this(services, stored, null);
    }

    /** The window of a report that was opened: nothing in it connects or changes anything. */
    static MainWindow opened(OpenedContent content, String theme) {
        var choices = new SettingsInMemory(theme, "");
        return new MainWindow(content.services(choices), choices.load(), content);
    }

    private MainWindow(Services services, Settings stored, @Nullable OpenedContent opened) {
        this.opened = opened;
        tools = WindowTools.of(services, stored);
        Wording wording = tools.wording();
        farm = new FarmModel(wording, () -> services.settings().load().alerts());
        desks = WindowDesks.of(tools, farm, this);
        FarmCommands commands = desks.commands();
        FarmActions printers =
                new PrinterActions(
                        tools, desks, this::open, this::lookAgain, this::pastGone, opened != null);
        list = new FarmList(farm, wording, this::showFarm, printers);
        desk =
                new FarmDesk(
                        services.farm(),
                        services.many().view(),
                        services.settings(),
                        services.clock(),
                        wording,
                        farm,
                        printers,
                        stored.farmLook(),
                        FxExecutor.FX);
        shown =
                new ShownPrinter(
                        services,
                        wording,
                        farm,
                        () -> desks.printerPage(tools, printers),
                        tools.status());
        seconds = new Seconds(tools, desks, shown, this::refresh);
        actions =
                new WindowActions(
                        services,
                        desks.dialogs(),
                        commands,
                        farm,
                        desks.papers(),
                        tools.theme(),
                        desks.settings(),
                        desks.about(),
                        this,
                        tools::window);
        bar = new TopBar(wording, actions, desks.notices().bell());
        pages =
                new Pages(
                        frame,
                        list,
                        desk.page(),
                        shown::page,
                        firstStart(),
                        bar,
                        desks.notices().list(),
                        tools.toast());
        poller = new SnapshotPoller(services.farm(), this::accept, this::tick);
        build();
        commands.watchStored(stored.printers());
    }

    private FirstStart firstStart() {
        FirstStart first = actions.firstStart();
        farm.emptyProperty()
                .subscribe(empty -> {
                    if (!empty) {
                        first.comesBack();
                    }
                });
        return first;
    }

    private void build() {
        StackPane root = tools.root();
        TasksPanel tasks = tools.tasks();
        desks.papers().files().dropOn(root);
        frame.setTop(new VBox(bar, desks.fixes().banner()));
        frame.setBottom(tools.status());
        root.getStyleClass().add("app-root");
        tools.status().add(tasks.opener());
        tools.status().add(desks.about().line());
        StackPane.setAlignment(tasks, Pos.BOTTOM_RIGHT);
        root.getChildren().setAll(frame, tasks, tools.overlay());
        bar.searchIn(desk.queryProperty(), desk::focusPrinters);
        if (opened != null) {
            frame.setTop(new VBox(bar, new OpenedBanner(opened)));
            bar.readOnly();
            list.readOnly();
            shown.page().recorded();
            opened.refusedTo(tools.toast()::say);
        }
        farm.emptyProperty().subscribe(pages::setEmpty);
        farm.selectedProperty().subscribe(id -> refresh());
    }

    private void lookAgain() {
        desk.refresh();
    }

    private void pastGone() {
        shown.pageIfMade().ifPresent(PrinterPage::forgetPast);
        shown.forget();
        refresh();
    }

    private void accept(List<SessionSnapshot> snapshots) {
        farm.accept(snapshots);
        pages.open(farm.ids().size());
        refresh();
    }

    private void refresh() {
        if (pages.shown() == Page.FARM) {
            tools.status().show(opened == null ? StatusText.of(desk.status()) : opened.status());
            return;
        }
        shown.refresh();
    }

    // Without measurements nothing new comes, but what is said of times goes on.
    private void tick() {
        farm.catchUp();
        desk.look(pages.shown() == Page.FARM, this::refresh);
        seconds.tick();
    }

    @Override
    public void open(PrinterId id) {
        farm.selectedProperty().set(id);
        showPrinter();
    }

    @Override
    public void showFarm() {
        pages.show(Page.FARM);
        shown.pageIfMade().ifPresent(PrinterPage::left);
        desk.refresh();
        desk.focusPrinters();
        refresh();
    }

    @Override
    public void showPrinter() {
        pages.show(Page.PRINTER);
        shown.forget();
        refresh();
        list.focusPrinters();
    }

    @Override
    public boolean atFarm() {
        return pages.shown() == Page.FARM;
    }

    /** Puts the cursor into the search field of the page shown. */
    void search() {
        if (pages.shown() == Page.FARM) {
            bar.focusSearch();
        } else {
            list.focusSearch();
        }
    }

    /** From a printer back to the farm, unless a card is open. */
    void back() {
        if (pages.shown() == Page.PRINTER
                && !tools.overlay().isOpen()
                && !farm.emptyProperty().get()) {
            showFarm();
        }
    }

    /** Has this done once a second, for what shows the window's state elsewhere. */
    void eachSecond(Runnable look) {
        seconds.also(look);
    }

    /** Shows those of all printers that match. */
    void searchFarm(String query) {
        showFarm();
        desk.queryProperty().set(query);
    }

    /** Name of the page shown, as it is kept. */
    String shownPage() {
        return pages.shown().storedName();
    }

    /** Id of the chosen printer; empty if there is none. */
    String chosenPrinter() {
        PrinterId chosen = farm.selectedProperty().get();
        return chosen == null ? "" : chosen.toString();
    }

    /** Shows what was shown when the window was closed, as far as it still exists. */
    void restore(String page, String printer) {
        farm.ids().stream()
                .filter(id -> id.toString().equals(printer))
                .findFirst()
                .ifPresent(farm.selectedProperty()::set);
        if (!farm.ids().isEmpty()) {
            Page.ofStoredName(page).ifPresent(pages::show);
        }
    }

    /** Begins to follow the farm. */
    void start() {
        poller.start();
    }

    /** Follows the farm no more and settles what is open. */
    void stop() {
        poller.stop();
        desks.settings().close();
        desks.about().stop();
        desk.close();
        desks.papers().reports().stop();
        tools.toast().hide();
        tools.settings().close();
    }

    /** Looks at the farm once and draws everything, for pictures. */
    void drawNow() {
        poller.poll();
        desk.drawNow();
        refresh();
        shown.pageIfMade().ifPresent(PrinterPage::drawNow);
    }

    /** The theme chosen. */
    Theme theme() {
        return tools.theme().theme();
    }

    /** What can be done in it. */
    WindowActions actions() {
        return actions;
    }

    /** What its parts work with. */
    WindowTools tools() {
        return tools;
    }

    /** What can be done in it, by the kind of work. */
    WindowDesks desks() {
        return desks;
    }

    /** The whole content. */
    Parent root() {
        return tools.root();
    }
}
