package dev.linkscope.support;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Linkscope keeps its data: {@code LINKSCOPE_HOME} if set, else the platform's own place.
 *
 * @param root the folder; may not exist yet
 */
public record DataFolder(Path root) {

    /**
     * The folder for the given environment and system properties {@code os.name} and {@code
     * user.home}.
     */
    public static DataFolder of(Map<String, String> environment, String osName, String userHome) {
        String chosen = environment.get("LINKSCOPE_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return new DataFolder(Path.of(chosen).toAbsolutePath());
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new DataFolder(
                    orHome(environment.get("LOCALAPPDATA"), userHome, "AppData", "Local")
                            .resolve("Linkscope"));
        }
        if (os.startsWith("mac")) {
            return new DataFolder(Path.of(userHome, "Library", "Application Support", "Linkscope"));
        }
        return new DataFolder(
                orHome(environment.get("XDG_DATA_HOME"), userHome, ".local", "share")
                        .resolve("linkscope"));
    }

    /** File of the outcome history. */
    public Path history() {
        return root.resolve("history.db");
    }

    /** File of the settings. */
    public Path settings() {
        return root.resolve("settings.json");
    }

    /** Host keys that the user accepted. */
    public Path knownHosts() {
        return root.resolve("known_hosts");
    }

    /** Folder of languages that the user dropped in. */
    public Path languages() {
        return root.resolve("languages");
    }

    /** Folder of log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    private static Path orHome(@Nullable String chosen, String userHome, String... below) {
        // The XDG specification says that a relative path must be ignored.
        if (chosen != null && !chosen.isBlank() && Path.of(chosen).isAbsolute()) {
            return Path.of(chosen);
        }
        return Path.of(userHome, below);
    }
}
