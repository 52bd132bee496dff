package dev.linkscope.ui.pictures;

import dev.linkscope.ui.shell.DrawnWindow;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something the window can show.
 *
 * @param name name of its pictures
 * @param staging what stands behind the window before it is opened
 * @param steps what is done in the window before it is looked at
 * @param looks themes and sizes in which it is looked at
 */
public record Scene(String name, Consumer<Staging> staging, Steps steps, List<Look> looks) {
    private static final Look SMALL_LIGHT = new Look("light", 1280, 800);
    private static final Look LARGE_LIGHT = new Look("light", 1920, 1080);
    private static final Look SMALL_DARK = new Look("dark", 1280, 800);
    private static final Look LARGE_DARK = new Look("dark", 1920, 1080);

    /**
     * A theme and a size.
     *
     * @param theme stored name of the theme
     * @param width in pixels
     * @param height in pixels
     */
    public record Look(String theme, int width, int height) {}

    /** What is done in a window. */
    @FunctionalInterface
    public interface Steps {
        /** Does it; away from the window's thread. */
        void in(DrawnWindow window, Staging staging) throws Exception;
    }

    /** A page: in both themes at both sizes. */
    static Scene page(String name, Consumer<Staging> staging, Steps steps) {
        return new Scene(
                name, staging, steps, List.of(SMALL_LIGHT, LARGE_LIGHT, SMALL_DARK, LARGE_DARK));
    }

    /** A dialog, or a state of a page that looks otherwise: in both themes, one at each size. */
    static Scene scene(String name, Consumer<Staging> staging, Steps steps) {
        return new Scene(name, staging, steps, List.of(SMALL_LIGHT, LARGE_DARK));
    }

    /** Name of a picture of it. */
    String picture(Look look) {
        return "%s-%s-%dx%d".formatted(name, look.theme(), look.width(), look.height());
    }

    @Override
    public String toString() {
        return name;
    }
}
