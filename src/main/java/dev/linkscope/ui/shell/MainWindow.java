package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.LongWork;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.ShortcutsCard;
import dev.linkscope.ui.common.SnapshotPoller;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.desktop.TasksPanel;
import dev.linkscope.ui.farm.FarmCommands;
import dev.linkscope.ui.farm.FarmDesk;
import dev.linkscope.ui.farm.FarmList;
import dev.linkscope.ui.farm.FarmModel;
import dev.linkscope.ui.fix.PrinterFixes;
import dev.linkscope.ui.preferences.Section;
import dev.linkscope.ui.printer.PrinterPage;
import dev.linkscope.ui.printer.tabs.CsvFileChooser;
import dev.linkscope.ui.printer.tabs.TabServices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The main window's content, and what its parts ask of each other. */
final class MainWindow implements WindowActions.Places {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Services services;
    private final Wording wording;
    private final FarmModel farm;
    private final FarmCommands commands;
    private final SettingsWriter settings;
    private final FarmList list;
    private final FarmDesk desk;
    private final PrinterPage page;
    private final ShownPrinter shown;
    private final Pages pages;
    private final TopBar bar;
    private final StatusLine status = new StatusLine();
    private final Overlay overlay = new Overlay();
    private final Dialogs dialogs;
    private final Toast toast;
    private final Undo undo;
    private final TasksPanel tasks;
    private final RepeatedReading repeats;
    private final Papers papers;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final SnapshotPoller poller;
    private final TroubleWatch troubles;
    private final Notices notices;
    private final SettingsDesk settingsDesk;
    private final Fixes fixes;
    private final @Nullable OpenedContent opened;
    private final ThemeSwitch theme;
    private final WindowActions actions;
    private Instant ticked = Instant.EPOCH;
    private Runnable outside = () -> {};

    MainWindow(Services services, Settings stored) {
        this(services, stored, null);
    }

    /** The window of a report that was opened: nothing in it connects or changes anything. */
    static MainWindow opened(OpenedContent content, String theme) {
        var choices = new SettingsInMemory(theme, "");
        return new MainWindow(content.services(choices), choices.load(), content);
    }

    private MainWindow(Services services, Settings stored, @Nullable OpenedContent opened) {
        this.services = services;
        this.opened = opened;
        wording = new Wording(services.messages());
        farm = new FarmModel(wording, () -> services.settings().load().alerts());
        settings = new SettingsWriter(services.settings());
        theme = new ThemeSwitch(stored.theme(), settings);
        troubles = new TroubleWatch(services.troubles(), services.messages());
        toast = new Toast(wording.text("toast.close"));
        undo = new Undo(toast, wording.text("list.undo"));
        var work = new LongWork(wording);
        tasks = new TasksPanel(work, wording);
        var background = new Background(FxExecutor.FX, work);
        dialogs = new Dialogs(services, wording, overlay, background, toast);
        commands =
                new FarmCommands(
                        services.farm(),
                        settings,
                        farm,
                        printer -> dialogs.questions(),
                        () -> services.settings().load().preferences().cadence());
        var pluginReading =
                new PluginReading(services, wording, dialogs, commands, background, toast);
        repeats = new RepeatedReading(pluginReading::again);
        papers =
                new Papers(
                        services,
                        wording,
                        overlay,
                        background,
                        toast,
                        undo,
                        status,
                        farm::selectedSnapshot,
                        () -> root.getScene().getWindow());
        fixes =
                new Fixes(
                        services,
                        wording,
                        overlay,
                        background,
                        dialogs,
                        toast,
                        papers.reports()::ofPlan);
        var printerActions =
                new PrinterActions(
                        services.farm(),
                        wording,
                        commands,
                        settings,
                        toast,
                        undo,
                        () -> services.settings().load().alerts(),
                        dialogs,
                        fixes,
                        this::open,
                        this::lookAgain,
                        opened != null);
        list =
                new FarmList(
                        farm,
                        wording,
                        this::showFarm,
                        commands::retry,
                        id -> printerActions.remove(List.of(id)));
        desk =
                new FarmDesk(
                        services.farm(),
                        services.many().view(),
                        services.settings(),
                        services.clock(),
                        wording,
                        farm,
                        printerActions,
                        stored.farmLook(),
                        FxExecutor.FX);
        PrinterFixes changes = fixes.forPage();
        page =
                new PrinterPage(
                        wording,
                        commands::retry,
                        new TabServices(
                                services.past().timelines(),
                                background,
                                services.farm()::snapshots,
                                services.many().view(),
                                pluginReading::ask,
                                printer -> services.octoPrint().addressOf(printer).isPresent(),
                                new CsvFileChooser(wording, () -> root.getScene().getWindow()),
                                toast::say),
                        changes,
                        papers.notes(),
                        papers.menu(changes),
                        papers.timelines(),
                        papers.spans(changes));
        shown = new ShownPrinter(services, wording, farm, page, status);
        settingsDesk =
                new SettingsDesk(
                        services,
                        wording,
                        overlay,
                        background,
                        toast,
                        settings,
                        commands,
                        theme,
                        root);
        notices =
                new Notices(
                        services,
                        wording,
                        undo,
                        settings,
                        this::open,
                        () -> settingsDesk.open(Section.NOTICES));
        actions =
                new WindowActions(
                        services,
                        dialogs,
                        commands,
                        farm,
                        papers,
                        theme,
                        settingsDesk,
                        this,
                        () -> root.getScene().getWindow());
        bar = new TopBar(wording, actions, notices.bell());
        var firstStart = actions.firstStart();
        farm.emptyProperty()
                .subscribe(empty -> {
                    if (!empty) {
                        firstStart.comesBack();
                    }
                });
        pages = new Pages(frame, list, desk.page(), page, firstStart, bar, notices.list(), toast);
        poller = new SnapshotPoller(services.farm(), this::accept, this::tick);
        build();
        commands.watchStored(stored.printers());
    }

    private void build() {
        papers.files().dropOn(root);
        frame.setTop(new VBox(bar, fixes.banner()));
        frame.setBottom(status);
        root.getStyleClass().add("app-root");
        status.add(tasks.opener());
        StackPane.setAlignment(tasks, Pos.BOTTOM_RIGHT);
        root.getChildren().setAll(frame, tasks, overlay);
        bar.searchIn(desk.queryProperty(), desk::focusPrinters);
        if (opened != null) {
            frame.setTop(new VBox(bar, new OpenedBanner(opened)));
            bar.readOnly();
            list.readOnly();
            page.recorded();
            opened.refusedTo(toast::say);
        }
        farm.emptyProperty().subscribe(pages::setEmpty);
        farm.selectedProperty().subscribe(id -> refresh());
    }

    private void lookAgain() {
        desk.refresh();
    }

    private void accept(List<SessionSnapshot> snapshots) {
        farm.accept(snapshots);
        pages.open(farm.ids().size());
        refresh();
    }

    private void refresh() {
        if (pages.shown() == Page.FARM) {
            status.show(opened == null ? StatusText.of(desk.status()) : opened.status());
            return;
        }
        shown.refresh();
    }

    // Without measurements nothing new comes, but what is said of times goes on.
    private void tick() {
        farm.catchUp();
        desk.look(pages.shown() == Page.FARM, this::refresh);
        Instant clock = services.clock().instant();
        if (Duration.between(ticked, clock).compareTo(TICK) >= 0) {
            ticked = clock;
            refresh();
            notices.refresh(clock);
            papers.tick(clock);
            commands.follow();
            fixes.refresh();
            repeats.tick(page.repeated(), clock);
            outside.run();
            if (!toast.isVisible()) {
                troubles.news().ifPresent(toast::say);
            }
        }
    }

    /** Shows a printer's page. */
    void open(PrinterId id) {
        farm.selectedProperty().set(id);
        showPrinter();
    }

    @Override
    public void showFarm() {
        pages.show(Page.FARM);
        page.left();
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
        if (pages.shown() == Page.PRINTER && !overlay.isOpen() && !farm.emptyProperty().get()) {
            showFarm();
        }
    }

    /** Has this done once a second, for what shows the window's state elsewhere. */
    void eachSecond(Runnable look) {
        outside = look;
    }

    /** Changes the settings, soon. */
    void keep(UnaryOperator<Settings> change) {
        settings.change(change);
    }

    /** Tells the user something. */
    void say(String sentence) {
        toast.say(sentence);
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

    /** Opens or closes the list of what takes long. */
    void toggleTasks() {
        tasks.toggle();
    }

    /** Shows all keys. */
    void showShortcuts() {
        ShortcutsCard.open(overlay, wording);
    }

    /** Undoes what was done last, if that is still offered. */
    void undo() {
        undo.undo();
    }

    /** Begins to follow the farm. */
    void start() {
        poller.start();
    }

    /** Follows the farm no more and settles what is open. */
    void stop() {
        poller.stop();
        settingsDesk.close();
        desk.close();
        papers.reports().stop();
        toast.hide();
        settings.close();
    }

    /** Looks at the farm once and draws everything, for pictures. */
    void drawNow() {
        poller.poll();
        desk.drawNow();
        refresh();
        page.drawNow();
    }

    /** The theme chosen. */
    Theme theme() {
        return theme.theme();
    }

    /** What can be done in it. */
    WindowActions actions() {
        return actions;
    }

    /** The wizard that mends causes. */
    Fixes fixes() {
        return fixes;
    }

    /** The settings. */
    SettingsDesk settings() {
        return settingsDesk;
    }

    /** Reports, notes and comparisons. */
    Papers papers() {
        return papers;
    }

    /** The whole content. */
    Parent root() {
        return root;
    }

    /** Words of the window. */
    Wording wording() {
        return wording;
    }
}
