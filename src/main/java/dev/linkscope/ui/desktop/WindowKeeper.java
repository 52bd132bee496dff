package dev.linkscope.ui.desktop;

import dev.linkscope.engine.port.Preferences.WindowPlace;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens the window where it stood when it was last closed, and keeps where it stands: a moment
 * after it came to rest, so that moving it writes once. Window's thread only.
 */
public final class WindowKeeper {
    private static final Duration REST = Duration.seconds(1);

    private final Consumer<WindowPlace> keep;
    private final PauseTransition rest = new PauseTransition(REST);
    private WindowPlace place;
    private @Nullable WindowPlace kept;
    private @Nullable Stage stage;

    /**
     * A keeper of nothing yet.
     *
     * @param stored where the window stood; null before the first time
     * @param usual size of a window that never stood anywhere
     * @param keep takes the place to be stored; must return at once
     */
    public WindowKeeper(
            @Nullable WindowPlace stored, Rectangle2D usual, Consumer<WindowPlace> keep) {
        this.keep = keep;
        kept = stored;
        place =
                stored == null
                        // Not a number: nowhere yet, so it is put into the middle.
                        ? new WindowPlace(
                                Double.NaN,
                                Double.NaN,
                                usual.getWidth(),
                                usual.getHeight(),
                                false,
                                "",
                                "")
                        : stored;
        rest.setOnFinished(event -> keepNow());
    }

    /** Puts a stage there that is not shown yet, and follows it from now on. */
    public void place(Stage window) {
        var least = new Rectangle2D(0, 0, window.getMinWidth(), window.getMinHeight());
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        place = WindowPlaces.fit(place, screens, least);
        window.setX(place.x());
        window.setY(place.y());
        window.setWidth(place.width());
        window.setHeight(place.height());
        window.setMaximized(place.maximized());
        stage = window;
        window.xProperty().subscribe(this::moved);
        window.yProperty().subscribe(this::moved);
        window.widthProperty().subscribe(this::moved);
        window.heightProperty().subscribe(this::moved);
        window.maximizedProperty().subscribe(this::moved);
    }

    /** Name of the page that was shown last; empty if that is not known. */
    public String page() {
        return place.page();
    }

    /** Id of the printer that was chosen last; empty if there was none. */
    public String printer() {
        return place.printer();
    }

    /** Says which page is shown and which printer is chosen; cheap. */
    public void shows(String page, String printer) {
        if (!page.equals(place.page()) || !printer.equals(place.printer())) {
            place =
                    new WindowPlace(
                            place.x(),
                            place.y(),
                            place.width(),
                            place.height(),
                            place.maximized(),
                            page,
                            printer);
            rest.playFromStart();
        }
    }

    /** Where the window stood and what it showed when that was last looked at. */
    public WindowPlace kept() {
        return place;
    }

    private void moved() {
        rest.playFromStart();
    }

    /** Stores the place now unless it is stored already; to be called before the window is gone. */
    public void keepNow() {
        rest.stop();
        look();
        if (stage != null && !place.equals(kept)) {
            kept = place;
            keep.accept(place);
        }
    }

    /** A window that fills the screen, or is only a symbol, keeps what it goes back to. */
    private void look() {
        Stage window = stage;
        if (window == null || window.isIconified()) {
            return;
        }
        boolean whole = window.isMaximized() || window.isFullScreen();
        place =
                new WindowPlace(
                        whole ? place.x() : window.getX(),
                        whole ? place.y() : window.getY(),
                        whole ? place.width() : window.getWidth(),
                        whole ? place.height() : window.getHeight(),
                        window.isMaximized(),
                        place.page(),
                        place.printer());
    }
}
