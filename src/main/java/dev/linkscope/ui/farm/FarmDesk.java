package dev.linkscope.ui.farm;

import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.support.NamedThreads;
import dev.linkscope.ui.common.Wording;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of the farm and what keeps it up to date: a thread of its own reads the farm and puts it
 * into words, the window's thread only takes over what is ready. To be used on the window's thread.
 */
public final class FarmDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FarmDesk.class);

    /** Looks between two readings while something changes; the window looks five times a second. */
    private static final int LOOKS_CHANGED = 5;

    /** Looks between two readings at the longest: what is said of times goes on. */
    private static final int LOOKS_LONGEST = 25;

    /** The same while nobody sees it: what adds up, such as hours and prints hit, goes on. */
    private static final int LOOKS_UNSEEN = 50;

    private final FarmControl farm;
    private final Supplier<FarmView> view;
    private final FarmReader reader;
    private final ShownFarm board;
    private final FarmPage page;
    private final Executor ui;
    private final StringProperty query = new SimpleStringProperty("");
    private final ExecutorService thread = NamedThreads.background("farm-page");
    private boolean reading;
    private int looks = LOOKS_UNSEEN;
    private long farmSeen = Long.MIN_VALUE;
    private long viewSeen = Long.MIN_VALUE;

    /**
     * A desk that has read nothing yet.
     *
     * @param model the window's list of printers, and which one is chosen
     * @param ui the window's thread
     */
    public FarmDesk(
            FarmControl farm,
            Supplier<FarmView> view,
            SettingsStore settings,
            InstantSource clock,
            Wording wording,
            FarmModel model,
            FarmActions actions,
            FarmLook look,
            Executor ui) {
        this.farm = farm;
        this.view = view;
        this.ui = ui;
        reader = new FarmReader(farm, view, settings, clock, wording);
        board = new ShownFarm(model::isHidden);
        page =
                new FarmPage(
                        board,
                        model.selectedProperty(),
                        query,
                        wording,
                        clock,
                        actions,
                        look,
                        () -> settings.load().preferences().limits());
        model.hiddenProperty().subscribe(hidden -> page.arrange());
    }

    /** The page. */
    public Region page() {
        return page;
    }

    /** What is searched for on the page. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What is said at the lower edge of the window. */
    public FarmStatus status() {
        return board.pictureProperty().get().status();
    }

    /** Puts the cursor into the printers. */
    public void focusPrinters() {
        page.focusBody();
    }

    /** Has the farm read at the next look. */
    public void refresh() {
        looks = LOOKS_UNSEEN;
    }

    /**
     * Has the farm read if it is time; returns at once.
     *
     * @param seen whether the page is to be seen
     * @param onShown called when something new is shown
     */
    public void look(boolean seen, Runnable onShown) {
        looks++;
        long farmNow = farm.revision();
        long viewNow = view.get().revision();
        boolean changed = farmNow != farmSeen || viewNow != viewSeen;
        int due = !seen ? LOOKS_UNSEEN : changed ? LOOKS_CHANGED : LOOKS_LONGEST;
        if (reading || looks < due) {
            return;
        }
        looks = 0;
        farmSeen = farmNow;
        viewSeen = viewNow;
        reading = true;
        try {
            thread.execute(() -> read(onShown));
        } catch (RejectedExecutionException closed) {
            reading = false;
        }
    }

    // The edge of a thread: whatever goes wrong, the next look must find it free.
    private void read(Runnable onShown) {
        try {
            FarmPicture picture = reader.read();
            ui.execute(() -> {
                board.acceptRows(picture);
                ui.execute(() -> shown(picture, onShown));
            });
        } catch (RuntimeException e) {
            LOG.error("the farm could not be read", e);
            ui.execute(() -> reading = false);
        }
    }

    private void shown(FarmPicture picture, Runnable onShown) {
        reading = false;
        board.acceptWhole(picture);
        onShown.run();
    }

    /** Reads and shows the farm now, for pictures of windows that were never shown. */
    public void drawNow() {
        board.accept(reader.read());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
