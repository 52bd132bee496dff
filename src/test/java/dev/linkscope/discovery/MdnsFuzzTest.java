package dev.linkscope.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.jmdns.impl.DNSIncoming;
import org.junit.jupiter.api.Test;

/** Whatever comes by multicast DNS: a packet or none, and names that steer nothing. */
class MdnsFuzzTest {
    @Test
    void everyPacketIsReadOrRefused() throws Exception {
        byte[] usual =
                DnsPacket.service(
                        "_octoprint._tcp.local",
                        "OctoPrint \u009b31m",
                        "octopi.local",
                        InetAddress.getLoopbackAddress(),
                        5000,
                        "path=/",
                        "version=1.11.8",
                        "u=pi");
        Fuzzing.of("mdns")
                .with("recorded/mdns")
                .with(usual)
                .run(input -> {
                    try {
                        var packet = new DatagramPacket(input, Math.min(input.length, 8_972));
                        packet.setAddress(InetAddress.getLoopbackAddress());
                        packet.setPort(5353);
                        var read = new DNSIncoming(packet);
                        read.getAllAnswers().forEach(answer -> check(answer.getName()));
                    } catch (IOException _) {
                        // JmDNS logs it and goes on.
                    }
                    check(new String(input, StandardCharsets.UTF_8));
                });
    }

    private static void check(String text) {
        Harmless.line(Cleaned.name(text), Cleaned.LONGEST_NAME);
        Cleaned.host(text).ifPresent(host -> assertThat(host).doesNotStartWith("-"));
        Harmless.line(Objects.requireNonNullElse(Cleaned.path(text).orElse(null), ""), 127);
        Harmless.line(Objects.requireNonNullElse(Cleaned.word(text).orElse(null), ""), 64);
    }
}
