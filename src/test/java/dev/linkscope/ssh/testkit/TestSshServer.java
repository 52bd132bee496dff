package dev.linkscope.ssh.testkit;

import dev.linkscope.agent.OwnAgent;
import java.nio.file.Path;
import java.util.List;

/**
 * An SSH server on loopback for tests: the real OpenSSH where it is installed, else one in this
 * process. The login is this computer's user, and commands run as that user.
 */
public interface TestSshServer extends AutoCloseable {
    /**
     * Starts a server with {@link SshServerSetup#STANDARD}.
     *
     * @param folder an empty or missing folder for its keys and configuration
     */
    static TestSshServer start(Path folder) throws Exception {
        return start(folder, SshServerSetup.STANDARD);
    }

    /** System property that asks for the in-process server even where OpenSSH is installed. */
    String IN_PROCESS = "linkscope.test.inProcessSsh";

    /** Starts a server and says on the console which one. */
    static TestSshServer start(Path folder, SshServerSetup setup) throws Exception {
        Path sshd = Programs.find("sshd");
        TestSshServer server =
                sshd == null || setup.password() != null || Boolean.getBoolean(IN_PROCESS)
                        ? new MinaSshServer(folder, setup)
                        : new OpenSshServer(sshd, folder, setup);
        System.out.println("test SSH server: " + server.kind() + " on port " + server.port());
        return server;
    }

    /** Which server it is. */
    String kind();

    /** Its address. */
    default String host() {
        return "127.0.0.1";
    }

    int port();

    /** The login name. */
    default String user() {
        return System.getProperty("user.name");
    }

    /** {@code user@host:port}, as the command line takes it. */
    default String target() {
        return user() + "@" + host() + ":" + port();
    }

    /** A private key without passphrase that may log in. */
    Path identity();

    /** Type and base64 of the host key. */
    String hostKey();

    /** Ids of the processes that serve connections now; empty where there are no processes. */
    List<Long> sessions();

    /** The detached agent that commands of this server start, apart from all others. */
    OwnAgent agent();

    /** How many connections are open now. */
    int connections();

    /** Ends the server, every connection and the agent. Idempotent. */
    @Override
    void close();
}
