package dev.linkscope.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A later hop's way in: a direct-tcpip channel of the session before it (RFC 4254, 7.2). */
final class JumpDoor implements Proxy, Door {
    /** Reason code of RFC 4254, section 5.1: the jump host itself cannot reach the address. */
    private static final int CONNECT_FAILED = 2;

    private static final int CAPACITY = 64 * 1024;

    private final Hop hop;
    private final Hop before;
    private final Session session;
    private final Steps steps;
    private final BytePipe pipe = new BytePipe(CAPACITY);
    private @Nullable ChannelDirectTCPIP channel;
    private @Nullable OutputStream output;
    private @Nullable Greeting greeting;
    private @Nullable Failure failure;

    /**
     * A way to a hop.
     *
     * @param before the hop of the session
     */
    JumpDoor(Hop hop, Hop before, Session session, Steps steps) {
        this.hop = hop;
        this.before = before;
        this.session = session;
        this.steps = steps;
    }

    @Override
    public @Nullable Greeting greeting() {
        return greeting;
    }

    @Override
    public @Nullable Failure failure() {
        return failure;
    }

    @Override
    public void connect(@Nullable SocketFactory factory, String host, int port, int timeout)
            throws JSchException, IOException {
        // The jump host resolves the name, in its own network.
        steps.done(ConnectStep.RESOLVE, before.login());
        var opened = (ChannelDirectTCPIP) session.openChannel("direct-tcpip");
        channel = opened;
        opened.setHost(hop.host());
        opened.setPort(hop.port());
        opened.setOutputStream(pipe.sink());
        output = opened.getOutputStream();
        try {
            opened.connect(Patience.LOGIN_MILLIS);
        } catch (JSchException e) {
            failure =
                    opened.getExitStatus() == CONNECT_FAILED
                            ? Failure.of(FailureCode.UNREACHABLE, hop.shown(), before.shown())
                            : Failure.of(FailureCode.JUMP_HOST_FAILED, hop.shown(), before.shown());
            throw e;
        }
        greeting = new Greeting(pipe.source(), steps, pipe::setReadTimeout);
    }

    /** The login is through: silence is no failure from now on. */
    void loggedIn() {
        pipe.setReadTimeout(0);
    }

    @Override
    public @Nullable InputStream getInputStream() {
        return greeting;
    }

    @Override
    public @Nullable OutputStream getOutputStream() {
        return output;
    }

    @Override
    public @Nullable Socket getSocket() {
        return null;
    }

    @Override
    public void close() {
        try {
            pipe.source().close();
        } catch (IOException e) {
            throw new IllegalStateException("a pipe closes without failing", e);
        }
        if (channel != null) {
            channel.disconnect();
        }
    }
}
