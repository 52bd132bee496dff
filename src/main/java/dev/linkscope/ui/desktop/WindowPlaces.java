package dev.linkscope.ui.desktop;

import dev.linkscope.engine.port.Preferences.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a window may stand. */
final class WindowPlaces {
    /** The part of the upper edge that has to be in sight, so that it can be taken with a mouse. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 32;

    /** Nobody's screens reach farther, in pixels; what is beyond is no place. */
    private static final double FARTHEST = 100_000;

    private WindowPlaces() {}

    /**
     * The place nearest to the stored one at which the window can be seen and taken.
     *
     * @param screens visible parts of all screens, the first one first; not empty
     * @param least smallest size of the window, from the origin
     */
    static WindowPlace fit(WindowPlace stored, List<Rectangle2D> screens, Rectangle2D least) {
        Rectangle2D first = screens.getFirst();
        double wanted = usable(stored.width()) ? stored.width() : first.getWidth();
        double high = usable(stored.height()) ? stored.height() : first.getHeight();
        Rectangle2D on =
                screens.stream()
                        .filter(screen -> within(stored.x()) && within(stored.y()))
                        .filter(screen -> shows(screen, stored.x(), stored.y(), wanted))
                        .findFirst()
                        .orElse(null);
        Rectangle2D screen = on == null ? first : on;
        double width = fit(wanted, least.getWidth(), screen.getWidth());
        double height = fit(high, least.getHeight(), screen.getHeight());
        double x = stored.x();
        double y = stored.y();
        if (on == null) {
            x = screen.getMinX() + Math.max(0, (screen.getWidth() - width) / 2);
            y = screen.getMinY() + Math.max(0, (screen.getHeight() - height) / 2);
        }
        return new WindowPlace(
                x, y, width, height, stored.maximized(), stored.page(), stored.printer());
    }

    private static double fit(double wanted, double least, double most) {
        return Math.clamp(wanted, least, Math.max(least, most));
    }

    private static boolean shows(Rectangle2D screen, double x, double y, double width) {
        double right = Math.min(x + width, screen.getMaxX());
        double left = Math.max(x, screen.getMinX());
        return right - left >= Math.min(GRIP_WIDTH, width)
                && y >= screen.getMinY() - 1
                && y + GRIP_HEIGHT <= screen.getMaxY();
    }

    private static boolean usable(double length) {
        return length >= 1 && length <= FARTHEST;
    }

    private static boolean within(double edge) {
        return Math.abs(edge) <= FARTHEST;
    }
}
