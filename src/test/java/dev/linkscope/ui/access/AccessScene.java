package dev.linkscope.ui.access;

/**
 * A page or dialog, and the way to it.
 *
 * @param name its name, also of its picture
 * @param way opens the window and goes there
 */
public record AccessScene(String name, Way way) {
    /** Opens a window that is not open yet and brings up what is to be looked at. */
    @FunctionalInterface
    public interface Way {
        void go(AccessWindow window) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
