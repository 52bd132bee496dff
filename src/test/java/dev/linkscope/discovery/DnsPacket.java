package dev.linkscope.discovery;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reply of multicast DNS, byte by byte (RFC 1035, section 4; RFC 6763, section 6). */
public final class DnsPacket {
    private static final int TTL = 120;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private DnsPacket() {}

    /** What zeroconf sends for one service: PTR, SRV, TXT and A in one packet. */
    public static byte[] service(
            String type, String name, String host, InetAddress address, int port, String... texts)
            throws IOException {
        var packet = new DnsPacket();
        for (int field : List.of(0, 0x8400, 0, 4, 0, 0)) {
            packet.out.writeShort(field);
        }
        List<String> service = labels(name, type);
        packet.record(labels(type), 12, 1, encoded(service));
        var place = new ByteArrayOutputStream();
        var srv = new DataOutputStream(place);
        srv.writeShort(0);
        srv.writeShort(0);
        srv.writeShort(port);
        srv.write(encoded(labels(host)));
        packet.record(service, 33, 0x8001, place.toByteArray());
        var text = new ByteArrayOutputStream();
        for (String entry : texts) {
            byte[] line = entry.getBytes(StandardCharsets.UTF_8);
            text.write(line.length);
            text.write(line);
        }
        packet.record(service, 16, 0x8001, text.toByteArray());
        packet.record(labels(host), 1, 0x8001, address.getAddress());
        return packet.bytes.toByteArray();
    }

    private static List<String> labels(String dotted) {
        return List.of(dotted.split("\\."));
    }

    /** The name of a service is one label, dots and all. */
    private static List<String> labels(String name, String type) {
        var all = new ArrayList<String>();
        all.add(name);
        all.addAll(labels(type));
        return all;
    }

    private static byte[] encoded(List<String> labels) throws IOException {
        var name = new ByteArrayOutputStream();
        for (String label : labels) {
            byte[] line = label.getBytes(StandardCharsets.UTF_8);
            name.write(line.length);
            name.write(line);
        }
        name.write(0);
        return name.toByteArray();
    }

    private void record(List<String> name, int type, int dnsClass, byte[] data) throws IOException {
        out.write(encoded(name));
        out.writeShort(type);
        out.writeShort(dnsClass);
        out.writeInt(TTL);
        out.writeShort(data.length);
        out.write(data);
    }
}
