package dev.linkscope.faults;

import static org.awaitility.Awaitility.await;

import dev.linkscope.ssh.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The computer with the agent: a real SSH server with a configuration of its own, and of its own
 * also every place where a program could leave a file.
 */
final class Pi implements AutoCloseable {
    /** Where files could be left; each is empty at first, but for what the test puts there. */
    private static final List<String> WRITABLE =
            List.of("/tmp", "/var/tmp", "/dev/shm", "/root", "/run/user");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String AGENT = "linkscope_agent\n";
    private static final String SSHD = "sshd\n";

    private final Node node;
    private final Path folder;
    private final Path identity;
    private final Process sshd;

    Pi(Node node, Path folder, String address, String setup, String environment) throws Exception {
        this.node = node;
        this.folder = folder;
        Path hostKey = TestKeys.make(folder.resolve("host"), "ed25519", null);
        identity = TestKeys.make(folder.resolve("identity"), "ed25519", null);
        Path keys = folder.resolve("authorized_keys");
        Files.writeString(keys, TestKeys.publicLine(identity) + "\n");
        Files.writeString(knownHosts(), address + " " + TestKeys.publicLine(hostKey) + "\n");
        Path config = folder.resolve("sshd_config");
        Files.write(
                config,
                List.of(
                        "ListenAddress " + address,
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + keys,
                        "SetEnv LINKSCOPE_AGENT="
                                + name()
                                + " REQUESTS_CA_BUNDLE="
                                + authority()
                                + " "
                                + environment,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "UseDNS no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "LogLevel VERBOSE"));
        // Where root's server separates its privileges; part of the package's service file.
        Files.createDirectories(Path.of("/run/sshd"));
        var script = new StringBuilder("set -e; F=" + folder + "; ");
        for (String place : WRITABLE) {
            script.append(
                    "[ ! -d %1$s ] || mount -t tmpfs -o size=4m none %1$s; ".formatted(place));
        }
        script.append(setup).append(" exec /usr/sbin/sshd -D -e -f ").append(config);
        sshd =
                new ProcessBuilder(node.inside(List.of("sh", "-c", script.toString())))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        await("sshd listens")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(this::listens);
    }

    /** For files of its own; {@code $F} of its commands. */
    Path folder() {
        return folder;
    }

    /** Its network. */
    Node node() {
        return node;
    }

    /** Runs commands of sh(1) among its own mounts. */
    void amongMounts(String commands) {
        String mounts = "--mount=/proc/" + sshd.pid() + "/ns/mnt";
        Commands.run(List.of("nsenter", mounts, "sh", "-c", commands));
    }

    /** A key that may log in. */
    Path identity() {
        return identity;
    }

    /** File with its host key. */
    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /** The detached agents. */
    List<ProcessHandle> agents() {
        return processes().filter(process -> comm(process).equals(AGENT)).toList();
    }

    /** The server's processes of open connections. */
    List<ProcessHandle> sessions() {
        return processes()
                .filter(process -> comm(process).equals(SSHD))
                .filter(process -> process.pid() != sshd.pid())
                .toList();
    }

    /**
     * What runs besides the SSH server. Its own processes of a connection that was cut stay until
     * TCP gives up on it, whoever the client was.
     */
    List<String> running() {
        return processes()
                .map(Pi::comm)
                .filter(name -> !name.isEmpty() && !name.equals(SSHD))
                .map(String::strip)
                .toList();
    }

    /** Every file in a place where a program could leave one. */
    TreeSet<String> files() {
        var found = new TreeSet<String>();
        Path root = Path.of("/proc", Long.toString(sshd.pid()), "root");
        for (String place : WRITABLE) {
            walk(root.resolve(place.substring(1)), found);
        }
        return found;
    }

    private static void walk(Path folder, TreeSet<String> found) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                found.add(path.toString());
                if (Files.isDirectory(path)) {
                    walk(path, found);
                }
            }
        } catch (NoSuchFileException e) {
            // a place that this system does not have
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sessions().forEach(ProcessHandle::destroyForcibly);
        agents().forEach(ProcessHandle::destroyForcibly);
        Commands.end(sshd);
    }

    private String authority() {
        return folder.resolve("server.pem.crt").toString();
    }

    /** An agent apart from all others of this user. */
    private static String name() {
        byte[] random = new byte[6];
        new SplittableRandom().nextBytes(random);
        return "-test-" + HexFormat.of().formatHex(random);
    }

    private Stream<ProcessHandle> processes() {
        return new ArrayList<>(node.processes())
                .stream().flatMap(pid -> ProcessHandle.of(pid).stream());
    }

    private static String comm(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm"));
        } catch (IOException e) {
            return ""; // it ended meanwhile
        }
    }

    private boolean listens() throws IOException {
        String log = Files.readString(folder.resolve("sshd.log"));
        if (!sshd.isAlive()) {
            throw new IllegalStateException("sshd ended: " + log);
        }
        return log.contains("Server listening");
    }
}
