package dev.linkscope.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What links need to know about this computer and its user.
 *
 * @param knownHosts file of accepted host keys, in OpenSSH's format; made when first needed
 * @param trustNewHostKeys whether a host key seen for the first time is accepted unasked; a changed
 *     one never is
 * @param config answers for host names
 * @param home the user's folder, for paths that begin with a tilde
 * @param localUser login name where neither the target nor the configuration gives one
 * @param agentSocket socket of ssh-agent; null for none
 * @param usualKeys private keys to offer where the configuration names none
 */
public record SshOptions(
        Path knownHosts,
        boolean trustNewHostKeys,
        SshConfig config,
        Path home,
        String localUser,
        @Nullable Path agentSocket,
        List<Path> usualKeys) {
    /** Names of private keys in {@code ~/.ssh}, best first. */
    private static final List<String> USUAL_NAMES = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    public SshOptions {
        usualKeys = List.copyOf(usualKeys);
    }

    /** Neither configuration, nor ssh-agent, nor any key but those a target names. */
    public static SshOptions bare(Path knownHosts, Path home, String localUser) {
        return new SshOptions(knownHosts, false, SshConfig.NONE, home, localUser, null, List.of());
    }

    /**
     * Everything that {@code ssh} itself would use. Only for hosts that the user typed, as looking
     * one up in the configuration can run commands.
     *
     * @param environment the process environment
     */
    public static SshOptions ofUser(
            Path knownHosts, Map<String, String> environment, Path home, String localUser) {
        Path folder = home.resolve(".ssh");
        return new SshOptions(
                knownHosts,
                false,
                SshConfig.ofUser(folder.resolve("config")),
                home,
                localUser,
                socket(environment.get("SSH_AUTH_SOCK")),
                USUAL_NAMES.stream().map(folder::resolve).toList());
    }

    /** The same, accepting new host keys unasked or not. */
    public SshOptions withTrustNewHostKeys(boolean trust) {
        return new SshOptions(knownHosts, trust, config, home, localUser, agentSocket, usualKeys);
    }

    /** The same with another configuration. */
    public SshOptions withConfig(SshConfig other) {
        return new SshOptions(
                knownHosts, trustNewHostKeys, other, home, localUser, agentSocket, usualKeys);
    }

    /** The same with another ssh-agent. */
    public SshOptions withAgentSocket(@Nullable Path other) {
        return new SshOptions(
                knownHosts, trustNewHostKeys, config, home, localUser, other, usualKeys);
    }

    /** The same with other keys to offer. */
    public SshOptions withUsualKeys(List<Path> other) {
        return new SshOptions(
                knownHosts, trustNewHostKeys, config, home, localUser, agentSocket, other);
    }

    private static @Nullable Path socket(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : Path.of(value);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
