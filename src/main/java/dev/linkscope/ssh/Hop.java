package dev.linkscope.ssh;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SSH server on the way, with everything known about logging in there.
 *
 * @param shown name for people
 * @param host name or address to connect to
 * @param port port
 * @param user login name
 * @param identity the only key to offer, if the user named one
 * @param keys keys to offer otherwise; files may be missing
 * @param keysOnly whether ssh-agent may sign only with one of {@code keys}
 * @param agentSocket socket of ssh-agent; null for none
 */
record Hop(
        String shown,
        String host,
        int port,
        String user,
        @Nullable Path identity,
        List<Path> keys,
        boolean keysOnly,
        @Nullable Path agentSocket) {
    Hop {
        keys = List.copyOf(keys);
    }

    /** User and place as the user knows them, for questions. */
    String login() {
        return user + "@" + shown;
    }

    /** User and place as they are, to which a remembered password belongs. */
    String account() {
        return user + "@" + host + ":" + port;
    }
}
