package dev.linkscope.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paths as they stand in an SSH configuration: with a tilde and with percent tokens. */
final class KeyPaths {
    private final Path home;
    private final String localUser;

    KeyPaths(Path home, String localUser) {
        this.home = home;
        this.localUser = localUser;
    }

    /**
     * The path with tilde and tokens filled in (ssh_config(5), TOKENS).
     *
     * @param typed host name as the user typed it
     * @return null if it is no path on this system
     */
    @Nullable Path expand(String text, String typed, Hop hop) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < text.length()) {
                path.append(token(text.charAt(++i), typed, hop));
            } else {
                path.append(c);
            }
        }
        try {
            return inHome(path.toString());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The path with a leading tilde filled in; relative paths stay relative. */
    Path inHome(String text) {
        return text.startsWith("~/") || text.equals("~")
                ? home.resolve(text.substring(Math.min(2, text.length())))
                : Path.of(text);
    }

    private String token(char token, String typed, Hop hop) {
        return switch (token) {
            case '%' -> "%";
            case 'd' -> home.toString();
            case 'h' -> hop.host();
            case 'n' -> typed;
            case 'p' -> Integer.toString(hop.port());
            case 'r' -> hop.user();
            case 'u' -> localUser;
            default -> "%" + token;
        };
    }
}
