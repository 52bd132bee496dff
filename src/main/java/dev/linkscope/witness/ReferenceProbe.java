package dev.linkscope.witness;

import dev.linkscope.domain.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;

/** Whether a place in the internet takes a connection; nothing is sent. */
final class ReferenceProbe implements Probe {
    private final InetAddress address;
    private final int port;

    ReferenceProbe(InetAddress address, int port) {
        this.address = address;
        this.port = port;
    }

    @Override
    public void run(Attempt attempt) throws IOException, AttemptFailed {
        attempt.enter(Phase.CONNECT);
        attempt.connect(address, port, attempt.left()).close();
    }
}
