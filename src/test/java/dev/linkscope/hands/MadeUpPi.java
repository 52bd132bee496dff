package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PiProgram;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.SshOptions;
import dev.linkscope.ssh.testkit.OpenSshServer;
import dev.linkscope.ssh.testkit.Programs;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The installed OpenSSH server in a mount namespace of its own, where /etc, /sys/class and /opt are
 * a made-up Raspberry Pi's, with a throw-away user who exists nowhere else. Needs root.
 */
final class MadeUpPi implements AutoCloseable {
    static final String USER = "lsthrow";
    static final String DROP_IN = "etc/NetworkManager/conf.d/zz-linkscope-wifi-powersave.conf";
    static final String RULE = "etc/udev/rules.d/90-linkscope-wifi-powersave.rules";

    /** Counters of the made-up programs: not of the system's state. */
    private static final List<String> COUNTERS =
            List.of("state/reloads", "state/restarts", "state/synchronized", "state/poweroff");

    /** What sshd, the loader and the C library look for in /etc. */
    private static final List<String> NEEDED =
            List.of(
                    "passwd",
                    "shadow",
                    "group",
                    "nsswitch.conf",
                    "ld.so.cache",
                    "hosts",
                    "host.conf",
                    "localtime");

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Path root;
    private final Path key;
    private final OpenSshServer server;
    private final SshLinks links;

    MadeUpPi(Path folder) throws Exception {
        Path sshd = Programs.find("sshd");
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root")
                        && sshd != null
                        && Programs.find("unshare") != null
                        && Files.isExecutable(PYTHON),
                "needs root, OpenSSH, unshare and a python for all users");
        root = Files.createDirectories(folder.resolve("pi"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path etc = Files.createDirectories(root.resolve("etc"));
        for (String name : NEEDED) {
            if (Files.isRegularFile(Path.of("/etc", name))) {
                run("cp", "-p", "/etc/" + name, etc.toString());
            }
        }
        run(
                PYTHON.toString(),
                "src/test/python/made_up_pi.py",
                root.toString(),
                "/opt/root-python",
                "nopasswd");
        run("cp", PYTHON.toRealPath().toString(), root.resolve("root-python").toString());
        run("chmod", "4755", root.resolve("root-python").toString());
        append("etc/passwd", USER + ":x:61234:61234::/opt/home:/bin/sh");
        append("etc/shadow", USER + ":*:19000::::::");
        append("etc/group", USER + ":x:61234:");
        run("install", "-d", "-o", "61234", "-g", "61234", root.resolve("home").toString());
        key = TestKeys.make(folder.resolve("key"), "ed25519", null);
        Files.writeString(root.resolve("keys"), TestKeys.publicLine(key) + "\n");
        Path wrapper = folder.resolve("sshd-there");
        Files.writeString(
                wrapper,
                """
                #!/bin/sh
                exec unshare -m --propagation private sh -e -c '
                mount --bind "$0/etc" /etc
                mount --bind "$0/sys/class" /sys/class
                mount --bind "$0" /opt
                exec %s "$@"' '%s' "$@"
                """
                        .formatted(sshd, root));
        run("chmod", "755", wrapper.toString());
        server =
                OpenSshServer.by(
                        wrapper,
                        folder.resolve("server"),
                        SshServerSetup.STANDARD
                                .withEnvironment(Map.of("PATH", "/opt/bin:/usr/bin:/bin"))
                                .withSshdLines("AuthorizedKeysFile /opt/keys"));
        links =
                new SshLinks(
                        SshOptions.bare(folder.resolve("known_hosts"), folder, USER)
                                .withTrustNewHostKeys(true));
    }

    Printer printer(String serverUrl) {
        return new Printer(
                new PrinterId(new UUID(0, 1)),
                "Prusa",
                new Target.Ssh(server.host(), server.port(), USER, key.toString()),
                new TargetUrl(serverUrl),
                null,
                Duration.ofSeconds(10));
    }

    PiProgram program() {
        return (printer, command, input, longest, questions) ->
                links.run((Target.Ssh) printer.target(), questions, command, input, longest);
    }

    void set(String name, String value) throws IOException {
        Files.writeString(root.resolve("state").resolve(name), value + "\n");
    }

    String get(String name) throws IOException {
        return Files.readString(root.resolve("state").resolve(name)).strip();
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /** Lets calls of a program wait before they do anything. */
    void block(String program) throws IOException {
        Files.createFile(root.resolve("block").resolve(program));
    }

    void unblock(String program) throws IOException {
        Files.delete(root.resolve("block").resolve(program));
    }

    /** What the made-up programs were called with. */
    String calls() throws IOException {
        return Files.readString(root.resolve("log/calls"));
    }

    String sshdLog() {
        return server.log();
    }

    /** Waits until a program was called. */
    void awaitCall(String call) {
        await("call of " + call)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> calls().contains(call));
    }

    /** Ends the connections, not what runs through them. */
    void cut() {
        server.sessions().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(one -> one.info().command().orElse("").endsWith("sshd"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Mode, owner and content of everything that a change could touch, by path. */
    Map<String, String> tree() throws Exception {
        var found = new TreeMap<String, String>();
        for (String part : List.of("etc", "state")) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                for (Path file : files.toList()) {
                    String name = root.relativize(file).toString();
                    if (!COUNTERS.contains(name)) {
                        found.put(name, state(file));
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    private static String state(Path file) throws Exception {
        Map<String, Object> known =
                Files.readAttributes(file, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
        String content = "";
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            content = HexFormat.of().formatHex(digest);
        }
        return new TreeMap<>(known) + content;
    }

    private void append(String path, String line) throws IOException {
        Files.writeString(root.resolve(path), line + "\n", StandardOpenOption.APPEND);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Override
    public void close() {
        links.close();
        server.close();
    }
}
