package dev.linkscope.ui.preferences;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the settings tell of this computer and this program.
 *
 * @param version of the program, such as {@code 0.9.0}; empty if it is not known
 * @param settings file of the settings; null if nothing is kept
 * @param logs folder of log files; null if there are none
 * @param history file of the history; null if it is not on this computer
 * @param tray whether there is a tray or a menu bar to stay in
 * @param links whether links that begin with {@code linkscope:} open this program
 */
public record ThisComputer(
        String version,
        @Nullable Path settings,
        @Nullable Path logs,
        @Nullable Path history,
        boolean tray,
        Links links) {
    /** Nothing is known of it. */
    public static final ThisComputer UNKNOWN =
            new ThisComputer("", null, null, null, false, Links.UNKNOWN);

    /** Who opens links to printers. */
    public enum Links {
        OPENED_HERE,
        NOT_OPENED_HERE,
        UNKNOWN
    }
}
