package dev.linkscope.ssh;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user's SSH configuration says about a host. */
@FunctionalInterface
public interface SshConfig {
    /** Says nothing about any host. */
    SshConfig NONE = (host, user, port) -> Settings.NONE;

    /**
     * Settings of a host.
     *
     * @param host a usable host name, as the user typed it
     * @param user login name if the user gave one
     * @param port port if the user gave one
     */
    Settings lookup(String host, @Nullable String user, @Nullable Integer port);

    /**
     * The user's and the system's configuration as {@code ssh -G} sees it; where that is not
     * installed or fails, the given file alone.
     */
    static SshConfig ofUser(Path file) {
        return new SshBinaryConfig("ssh", null, new ParsedSshConfig(file));
    }

    /** One file alone, read by {@code ssh -G}, or without it as far as possible. */
    static SshConfig ofFile(Path file) {
        return new SshBinaryConfig("ssh", file, new ParsedSshConfig(file));
    }

    /**
     * Settings of one host; null or empty where the configuration says nothing.
     *
     * @param hostName name or address to connect to
     * @param user login name
     * @param port port
     * @param identityFiles private keys as written, with tilde and tokens
     * @param identitiesOnly whether ssh-agent may offer only these keys
     * @param identityAgent socket of ssh-agent, {@code none} or {@code SSH_AUTH_SOCK}
     * @param proxyJump hosts to go through, separated by commas
     */
    record Settings(
            @Nullable String hostName,
            @Nullable String user,
            @Nullable Integer port,
            List<String> identityFiles,
            boolean identitiesOnly,
            @Nullable String identityAgent,
            @Nullable String proxyJump) {
        static final Settings NONE = new Settings(null, null, null, List.of(), false, null, null);

        public Settings {
            identityFiles = List.copyOf(identityFiles);
        }
    }
}
