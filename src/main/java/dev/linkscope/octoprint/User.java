package dev.linkscope.octoprint;

import java.util.Set;

/**
 * Whose key it is.
 *
 * @param name of the user
 * @param permissions as OctoPrint names them, such as {@code SETTINGS_READ}
 */
public record User(String name, Set<String> permissions) {
    public User {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the plugin's own report may be read with this key. */
    public boolean isAdmin() {
        return permissions.contains("ADMIN");
    }
}
