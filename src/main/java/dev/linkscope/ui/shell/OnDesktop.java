package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.desktop.Places;
import dev.linkscope.ui.desktop.Request;
import dev.linkscope.ui.desktop.Requests;
import dev.linkscope.ui.desktop.TrayKeeper;
import dev.linkscope.ui.desktop.WindowKeeper;
import dev.linkscope.ui.desktop.WindowLife;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * The window among other programs: where it stands, its symbol in the desktop's bar, and what
 * second starts and links ask of it.
 */
final class OnDesktop implements Places, TrayKeeper.Actions {
    private final MainWindow window;
    private final Services services;
    private final Tray tray;
    private final WindowLife life;
    private final WindowKeeper keeper;
    private final TrayKeeper symbol;
    private final Requests requests;

    /**
     * A window that is not shown yet.
     *
     * @param usual size of a window that never stood anywhere
     * @param onEnded called once the window is gone for good and has settled what was open
     */
    OnDesktop(
            MainWindow window,
            Services services,
            Preferences stored,
            Rectangle2D usual,
            Tray tray,
            Stage stage,
            Runnable onEnded) {
        this.window = window;
        this.services = services;
        this.tray = tray;
        keeper =
                new WindowKeeper(
                        stored.window(),
                        usual,
                        place ->
                                window.tools()
                                        .settings()
                                        .change(old ->
                                                old.withPreferences(
                                                        old.preferences().withWindow(place))));
        life =
                new WindowLife(
                        stage,
                        () -> services.settings().load().preferences().staysInTray(),
                        tray::isShown,
                        () -> {
                            end();
                            onEnded.run();
                        });
        symbol = new TrayKeeper(tray, window.tools().wording(), FxExecutor.FX, this);
        requests = new Requests(this, window.tools().wording(), life::toFront);
        keeper.place(stage);
        window.eachSecond(this::look);
    }

    /** Shows the page that was shown last, where it still exists. */
    void restore() {
        window.restore(keeper.page(), keeper.printer());
    }

    /** Gives its place to another window: where it stands and what it shows. */
    WindowPlace leave() {
        keeper.keepNow();
        return keeper.kept();
    }

    /** Does what a second start asks for. */
    void take(Request request) {
        requests.accept(request);
    }

    private void look() {
        keeper.shows(window.shownPage(), window.chosenPrinter());
        symbol.show(services.farm().snapshots(), services.settings().load().alerts());
        life.look();
    }

    private void end() {
        keeper.keepNow();
        window.stop();
        tray.close();
    }

    @Override
    public List<Printer> printers() {
        return services.farm().snapshots().stream().map(SessionSnapshot::printer).toList();
    }

    @Override
    public void showFarm() {
        window.showFarm();
    }

    @Override
    public void search(String query) {
        window.searchFarm(query);
    }

    @Override
    public void open(PrinterId printer) {
        window.open(printer);
    }

    @Override
    public void openDemo() {
        window.actions().openDemo();
    }

    @Override
    public void openReports(List<Path> files) {
        window.desks().papers().files().open(files);
    }

    @Override
    public void say(String sentence) {
        window.tools().toast().say(sentence);
    }

    @Override
    public void show() {
        life.toFront();
    }

    @Override
    public void show(PrinterId printer) {
        life.toFront();
        if (services.farm().snapshot(printer).isPresent()) {
            window.open(printer);
        }
    }

    @Override
    public void quit() {
        life.quit();
    }
}
