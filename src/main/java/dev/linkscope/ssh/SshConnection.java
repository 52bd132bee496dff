package dev.linkscope.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.HostName;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** A login on a Pi, on which commands run and sockets are opened. */
final class SshConnection {
    private final String shown;
    private final Session session;
    private final Lifeline lifeline;

    SshConnection(String shown, Session session, Lifeline lifeline) {
        this.shown = shown;
        this.session = session;
        this.lifeline = lifeline;
    }

    /**
     * Starts a command; its streams end when the command does.
     *
     * @throws LinkException if the server opens no channel or runs no command
     */
    SshExec exec(String command) throws LinkException {
        try {
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand(command);
            SshExec exec = new SshExec(channel, session::isConnected, this::cut);
            channel.connect(Patience.LOGIN_MILLIS);
            return exec;
        } catch (JSchException | IOException e) {
            FailureCode code =
                    lifeline.isCut()
                            ? FailureCode.CANCELLED
                            : session.isConnected()
                                    ? FailureCode.AGENT_NOT_STARTED
                                    : FailureCode.LINK_BROKEN;
            cut();
            throw new LinkException(Failure.of(code, shown, ""), ConnectStep.PYTHON, e);
        }
    }

    /**
     * A socket that the server opens.
     *
     * @param host name or address as the server sees it
     * @throws IOException if nothing listens there, or the link is gone
     */
    Socket socket(String host, int port, Duration longest) throws IOException {
        if (!HostName.isUsable(host) || port < 1 || port > 65_535) {
            throw new UnknownHostException("no host name");
        }
        return ChannelSocket.open(
                session, host, port, Math.toIntExact(Math.max(1, longest.toMillis())));
    }

    /** Disconnects at once. Idempotent. */
    void cut() {
        lifeline.cut();
    }
}
