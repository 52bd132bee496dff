package dev.linkscope.rules.confusion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a computer that has no fault. */
final class HealthyFacts {
    private HealthyFacts() {}

    static Map<String, @Nullable String> of(boolean cable) {
        var facts = new LinkedHashMap<String, @Nullable String>();
        facts.put("link.kind", cable ? "ethernet" : "wifi");
        facts.put("link.interface", cable ? "eth0" : "wlan0");
        facts.put("link.rx_errors", "0");
        facts.put("gateway.address", "192.168.1.1");
        facts.put("dns.resolvers", "192.168.1.1");
        facts.put("ethernet.interface", "eth0");
        facts.put("ethernet.carrier", String.valueOf(cable));
        facts.put("ethernet.carrier_changes", "1");
        facts.put("wifi.interface", "wlan0");
        facts.put("wifi.associated", String.valueOf(!cable));
        facts.put("wifi.signal", cable ? null : "-56");
        facts.put("wifi.quality", cable ? null : "58");
        facts.put("wifi.band", cable ? null : "2.4");
        facts.put("wifi.channel", cable ? null : "6");
        facts.put("wifi.power_save", "off");
        facts.put("wifi.roams", "0");
        facts.put("wifi.retries", "12");
        facts.put("wifi.missed_beacons", "0");
        facts.put("kernel.from", "0");
        for (String event :
                new String[] {
                    "undervoltage",
                    "wifi_firmware",
                    "wifi_lost",
                    "usb_disconnect",
                    "usb_reset",
                    "camera",
                    "storage",
                    "memory"
                }) {
            facts.put("kernel." + event + ".count", "0");
            facts.put("kernel." + event + ".new", "0");
        }
        for (String event : new String[] {"undervoltage", "frequency_capped", "throttled"}) {
            facts.put("power." + event + ".now", "false");
            facts.put("power." + event + ".since_boot", "false");
        }
        facts.put("host.temperature", "54");
        facts.put("host.load.1min", "0.5");
        facts.put("host.load.5min", "0.6");
        facts.put("host.cpus", "4");
        facts.put("host.memory.total", "926");
        facts.put("host.memory.available", "540");
        facts.put("host.uptime", "25");
        facts.put("disk.root.full", "false");
        facts.put("disk.root.free", "9000");
        facts.put("disk.root.read_only", "false");
        facts.put("disk.root.inodes_full", "false");
        facts.put("disk.octoprint.full", "false");
        facts.put("clock.synchronised", "true");
        facts.put("server.clock_skew", "0");
        facts.put("server.address", "https://app.obico.io");
        facts.put("server.certificate.issuer", "Let's Encrypt");
        facts.put("server.certificate.expires", "2027-02-01");
        facts.put("proxy.configured", "none");
        facts.put("restarter.network_health", null);
        facts.put("restarter.network_monitor", null);
        facts.put("restarter.cron", "0");
        facts.put("service.octoprint", "active");
        facts.put("service.haproxy", "active");
        facts.put("service.webcamd", "active");
        facts.put("octoprint.listening", "true");
        facts.put("web.listening", "true");
        facts.put("webcam.frozen", "false");
        facts.put("webcam.snapshot.form", "absolute");
        return facts;
    }
}
