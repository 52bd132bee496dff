package dev.linkscope.ssh.testkit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test server is to be like.
 *
 * @param port port on loopback; 0 for any free one
 * @param hostKeyType {@code ed25519}, {@code ecdsa} or {@code rsa}
 * @param authorized private keys whose public halves may log in, beside the server's own identity
 * @param password password of the login; null for none. Needs {@link MinaSshServer}
 * @param environment variables for commands, such as another {@code HOME}
 * @param sshdLines further lines of sshd_config; the in-process server ignores them
 */
public record SshServerSetup(
        int port,
        String hostKeyType,
        List<Path> authorized,
        @Nullable String password,
        Map<String, String> environment,
        List<String> sshdLines) {
    public static final SshServerSetup STANDARD =
            new SshServerSetup(0, "ecdsa", List.of(), null, Map.of(), List.of());

    public SshServerSetup atPort(int other) {
        return new SshServerSetup(other, hostKeyType, authorized, password, environment, sshdLines);
    }

    public SshServerSetup withHostKey(String type) {
        return new SshServerSetup(port, type, authorized, password, environment, sshdLines);
    }

    public SshServerSetup authorizing(Path... keys) {
        return new SshServerSetup(
                port, hostKeyType, List.of(keys), password, environment, sshdLines);
    }

    public SshServerSetup withPassword(String password) {
        return new SshServerSetup(port, hostKeyType, authorized, password, environment, sshdLines);
    }

    public SshServerSetup withEnvironment(Map<String, String> other) {
        return new SshServerSetup(port, hostKeyType, authorized, password, other, sshdLines);
    }

    /** The same with further variables for commands. */
    SshServerSetup alsoWith(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return withEnvironment(all);
    }

    public SshServerSetup withSshdLines(String... lines) {
        return new SshServerSetup(
                port, hostKeyType, authorized, password, environment, List.of(lines));
    }
}
