package dev.linkscope.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The look of the window as the user chose it. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    private static final String FOLDER = "/dev/linkscope/ui/";
    private static final List<String> SHEETS =
            List.of(
                    "base.css",
                    "shell.css",
                    "farm.css",
                    "printer.css",
                    "printer-tabs.css",
                    "chart.css",
                    "timeline.css",
                    "connect.css",
                    "notices.css",
                    "fix.css",
                    "report.css",
                    "preferences.css",
                    "update.css",
                    "access.css",
                    "desktop.css");

    /**
     * The theme stored under that name; the system's for a name that this version does not know.
     */
    public static Theme ofStoredName(String name) {
        for (Theme theme : values()) {
            if (theme.storedName().equals(name)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    /** Name in the settings. */
    public String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is dark now; the system's may change. */
    public boolean isDark() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /** The one that looks the other way. */
    public Theme opposite() {
        return isDark() ? LIGHT : DARK;
    }

    /** Gives all windows this look. */
    public void apply() {
        Application.setUserAgentStylesheet(url(isDark() ? "theme-dark.css" : "theme-light.css"));
    }

    /** Gives a scene the sheets of Linkscope's own components, with text of the usual size. */
    public static void dress(Scene scene) {
        TextSize.apply(scene, TextSize.USUAL);
    }

    /** Addresses of the sheets of Linkscope's own components. */
    static List<String> sheets() {
        return SHEETS.stream().map(Theme::url).toList();
    }

    private static String url(String sheet) {
        return Objects.requireNonNull(Theme.class.getResource(FOLDER + sheet), sheet)
                .toExternalForm();
    }
}
