package dev.linkscope.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A host that answers for its services on loopback, with the bytes it is given, from an address of
 * its own.
 */
public final class LoopbackPi implements AutoCloseable {
    private static final int PORT = 5353;
    private static final InetAddress GROUP = InetAddress.ofLiteral("224.0.0.251");

    private final MulticastSocket ears;
    private final MulticastSocket mouth;
    private final List<byte[]> replies;

    /** A host at one of the addresses of 127.0.0.0/8. */
    public LoopbackPi(String address, List<byte[]> replies) throws IOException {
        this.replies = replies;
        NetworkInterface loopback =
                NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
        ears = new MulticastSocket(PORT);
        ears.joinGroup(new InetSocketAddress(GROUP, PORT), loopback);
        mouth = new MulticastSocket(null);
        mouth.setReuseAddress(true);
        mouth.bind(new InetSocketAddress(InetAddress.ofLiteral(address), PORT));
        mouth.setNetworkInterface(loopback);
        mouth.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
        var thread = new Thread(this::answer, "loopback-pi");
        thread.setDaemon(true);
        thread.start();
    }

    private void answer() {
        var packet = new DatagramPacket(new byte[9_000], 9_000);
        try {
            while (true) {
                packet.setLength(9_000);
                ears.receive(packet);
                var text =
                        new String(
                                packet.getData(),
                                0,
                                packet.getLength(),
                                StandardCharsets.ISO_8859_1);
                boolean query = packet.getLength() > 2 && packet.getData()[2] >= 0;
                if (query && (text.contains("_octoprint") || text.contains("_moonraker"))) {
                    speak();
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** Announces itself without being asked. */
    void speak() throws IOException {
        for (byte[] reply : replies) {
            mouth.send(new DatagramPacket(reply, reply.length, GROUP, PORT));
        }
    }

    @Override
    public void close() {
        ears.close();
        mouth.close();
    }
}
