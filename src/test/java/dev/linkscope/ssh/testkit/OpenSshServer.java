package dev.linkscope.ssh.testkit;

import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.OwnAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The installed OpenSSH server with a configuration of its own, as the current user. */
public final class OpenSshServer implements TestSshServer {
    private final int port;
    private final Path folder;
    private final Path identity;
    private final Path hostKey;
    private final Process process;
    private final OwnAgent agent = new OwnAgent();

    OpenSshServer(Path sshd, Path folder, SshServerSetup setup) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        port = setup.port() == 0 ? freePort() : setup.port();
        hostKey =
                TestKeys.make(
                        folder.resolve("host_" + setup.hostKeyType()), setup.hostKeyType(), null);
        identity = TestKeys.make(folder.resolve("identity"), "ed25519", null);
        Path config = writeConfig(setup.alsoWith(agent.environment()));
        if (user().equals("root")) {
            // Where root's server separates its privileges; part of the package's service file.
            Files.createDirectories(
                    Path.of("/run/sshd"),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        process =
                new ProcessBuilder(sshd.toString(), "-f", config.toString(), "-D", "-e")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        await("sshd listens, see " + folder.resolve("sshd.log"))
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(this::listens);
    }

    /**
     * Starts a server by another program.
     *
     * @param sshd takes the arguments of sshd(8) and becomes it
     */
    public static OpenSshServer by(Path sshd, Path folder, SshServerSetup setup) throws Exception {
        return new OpenSshServer(sshd, folder, setup);
    }

    private Path writeConfig(SshServerSetup setup) throws IOException {
        List<String> authorized = new ArrayList<>(List.of(TestKeys.publicLine(identity)));
        for (Path key : setup.authorized()) {
            authorized.add(TestKeys.publicLine(key));
        }
        Path keys = Files.write(folder.resolve("authorized_keys"), authorized);
        // The first value counts, so the test's own lines come first.
        List<String> lines = new ArrayList<>(setup.sshdLines());
        StringBuilder variables = new StringBuilder("SetEnv");
        setup.environment()
                .forEach((name, value) ->
                        variables.append(' ').append(name).append('=').append(value));
        lines.add(variables.toString());
        lines.addAll(
                List.of(
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + keys,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "UseDNS no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "MaxStartups 500",
                        "LogLevel VERBOSE"));
        return Files.write(folder.resolve("sshd_config"), lines);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("sshd ended: " + log());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the server has logged. */
    public String log() {
        try {
            return Files.readString(folder.resolve("sshd.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public String kind() {
        return "OpenSSH";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path identity() {
        return identity;
    }

    @Override
    public String hostKey() {
        try {
            return TestKeys.publicLine(hostKey);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Long> sessions() {
        return process.descendants().map(ProcessHandle::pid).toList();
    }

    @Override
    public OwnAgent agent() {
        return agent;
    }

    @Override
    public int connections() {
        return (int) process.children().count();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        agent.close();
    }
}
