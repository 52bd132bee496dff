package dev.linkscope.ssh;

import com.jcraft.jsch.SocketFactory;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first hop's way in: resolves the name, then tries its addresses in order. */
final class TcpDoor implements SocketFactory, Door {
    private static final int MAX_ADDRESSES = 4;

    private final Hop hop;
    private final Steps steps;
    private final Lifeline lifeline;
    private final int connectMillis;
    private @Nullable Greeting greeting;
    private @Nullable Failure failure;

    TcpDoor(Hop hop, Steps steps, Lifeline lifeline, int connectMillis) {
        this.hop = hop;
        this.steps = steps;
        this.lifeline = lifeline;
        this.connectMillis = connectMillis;
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
    public Socket createSocket(String host, int port) throws IOException {
        InetAddress[] addresses = resolve();
        IOException refusal = null;
        IOException last = null;
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            lifeline.hold(socket);
            try {
                socket.connect(new InetSocketAddress(address, hop.port()), connectMillis);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
                refusal = isRefusal(e) ? e : refusal;
            }
        }
        failure =
                refusal == null
                        ? Failure.of(FailureCode.UNREACHABLE, hop.shown(), list(addresses))
                        : Failure.of(
                                FailureCode.CONNECTION_REFUSED,
                                hop.shown(),
                                Integer.toString(hop.port()));
        throw refusal != null ? refusal : new IOException("no address answers", last);
    }

    private InetAddress[] resolve() throws UnknownHostException {
        try {
            InetAddress[] all = InetAddress.getAllByName(hop.host());
            InetAddress[] tried = Arrays.copyOf(all, Math.min(all.length, MAX_ADDRESSES));
            steps.done(ConnectStep.RESOLVE, list(tried));
            return tried;
        } catch (UnknownHostException e) {
            failure = Failure.of(FailureCode.NAME_UNKNOWN, hop.shown());
            throw e;
        }
    }

    private static boolean isRefusal(IOException e) {
        // Java tells a refusal from a missing route by the system's text alone.
        return e instanceof ConnectException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
    }

    private static String list(InetAddress[] addresses) {
        return Arrays.stream(addresses)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        Greeting watched = new Greeting(socket.getInputStream(), steps, socket::setSoTimeout);
        greeting = watched;
        return watched;
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
