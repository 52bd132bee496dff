package dev.linkscope.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** A connected socket over a direct-tcpip channel (RFC 4254, section 7.2). */
final class ChannelSocket extends Socket {
    /** Reason codes of RFC 4254, section 5.1. */
    private static final int PROHIBITED = 1;

    private static final int CONNECT_FAILED = 2;

    /** Bytes read ahead; beyond it the session, and with it the sender, waits. */
    private static final int CAPACITY = 256 * 1024;

    private final ChannelDirectTCPIP channel;
    private final int port;
    private final BytePipe pipe = new BytePipe(CAPACITY);
    private final InputStream input;
    private final OutputStream output;
    private volatile boolean closed;
    private volatile boolean inputShut;
    private volatile boolean outputShut;
    private volatile int readMillis;

    /** The far end has ended its direction; else an end of the stream is a break. */
    private volatile boolean saidAll;

    private ChannelSocket(ChannelDirectTCPIP channel, int port) throws IOException {
        this.channel = channel;
        this.port = port;
        channel.setOutputStream(new Received(pipe.sink()));
        input = new Input(pipe.source());
        output = new Output(channel.getOutputStream());
    }

    /**
     * Opens one.
     *
     * @throws IOException if the server cannot connect there, or does not allow it
     */
    static ChannelSocket open(Session session, String host, int port, int millis)
            throws IOException {
        ChannelDirectTCPIP channel;
        try {
            channel = (ChannelDirectTCPIP) session.openChannel("direct-tcpip");
        } catch (JSchException e) {
            throw new SocketException("the link is down", e);
        }
        channel.setHost(host);
        channel.setPort(port);
        try {
            ChannelSocket socket = new ChannelSocket(channel, port);
            channel.connect(millis);
            return socket;
        } catch (JSchException e) {
            IOException why = why(channel, e);
            channel.disconnect();
            throw why;
        }
    }

    private static IOException why(ChannelDirectTCPIP channel, JSchException e) {
        return switch (channel.getExitStatus()) {
            case PROHIBITED ->
                    withCause(new NoRouteToHostException("the server forwards nothing"), e);
            case CONNECT_FAILED ->
                    withCause(new ConnectException("nothing to connect to there"), e);
            default -> new IOException("no channel", e);
        };
    }

    private static IOException withCause(IOException e, JSchException cause) {
        e.initCause(cause);
        return e;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        throw new SocketException("connected already");
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        connect(endpoint);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        check(inputShut);
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        check(outputShut);
        return output;
    }

    private void check(boolean shut) throws SocketException {
        if (closed || shut) {
            throw new SocketException(closed ? "closed" : "shut down");
        }
    }

    @Override
    public void shutdownInput() throws IOException {
        check(inputShut);
        inputShut = true;
        pipe.drain();
    }

    @Override
    public void shutdownOutput() throws IOException {
        check(outputShut);
        outputShut = true;
        // Sends the end of file (RFC 4254, section 5.3); the other direction stays open.
        output.close();
    }

    @Override
    public boolean isInputShutdown() {
        return inputShut;
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShut;
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        check(false);
        readMillis = timeout;
        pipe.setReadTimeout(timeout);
    }

    @Override
    public int getSoTimeout() {
        return readMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // Nothing is held back on this side.
    }

    /** None: the name was resolved at the far end. */
    @Override
    public @Nullable InetAddress getInetAddress() {
        return null;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        pipe.source().close();
        channel.disconnect();
    }

    @Override
    public String toString() {
        return "ChannelSocket[" + port + "]";
    }

    /** Tells a link that broke from a peer that said all. */
    private final class Input extends FilterInputStream {
        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            if (count < 0 && !inputShut) {
                check(false);
                if (!saidAll) {
                    throw new SocketException("the connection broke");
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            ChannelSocket.this.close();
        }
    }

    /** Where JSch puts what comes; it closes this at the end of file, and when a link breaks. */
    private final class Received extends FilterOutputStream {
        Received(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }

        @Override
        public void close() throws IOException {
            saidAll |= channel.isConnected();
            out.close();
        }
    }

    private final class Output extends FilterOutputStream {
        Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            check(outputShut);
            out.write(source, offset, length);
            // JSch keeps what is not a whole packet; a socket keeps nothing.
            out.flush();
            // JSch drops silently what comes too late.
            if (!channel.isConnected()) {
                throw new SocketException("the connection broke");
            }
        }

        @Override
        public void close() throws IOException {
            if (outputShut) {
                out.close();
            } else {
                ChannelSocket.this.close();
            }
        }
    }
}
