package dev.linkscope.rules.confusion;

import dev.linkscope.rules.confusion.Fault.Comes;
import java.util.List;

/** Faults of printers that are offline in Obico, from the reports of their owners. */
final class Faults {
    private static final String ANY = "connect.timeout|dns.timeout|tls.timeout|request.timeout";

    static final List<Fault> ALL =
            List.of(
                    // The computer itself.
                    lossy(Fault.at(0, "supply too weak", "power.undervoltage"), 0.5)
                            .on("snapshot", "0.3 request.timeout|body.timeout")
                            .fact("power.undervoltage.now", "true")
                            .fact("power.undervoltage.since_boot", "true")
                            .fact("power.throttled.now", "true")
                            .fact("power.throttled.since_boot", "true")
                            .fact("kernel.undervoltage.count", "31")
                            .fact("kernel.undervoltage.new", "14")
                            .factor("power.undervoltage")
                            .toldByFacts(),
                    Fault.at(0, "too many programs", "host.load")
                            .on("server", "0.4 request.timeout|tls.timeout")
                            .on("ws", "0.4 upgrade.timeout|tls.timeout")
                            .on("snapshot", "0.4 request.timeout|body.timeout")
                            .on("stream", "0.4 body.timeout")
                            .fact("host.load.1min", "9.8")
                            .fact("host.load.5min", "9.4")
                            .factor("host.loaded")
                            .toldByFacts(),
                    Fault.at(0, "disk full", "disk.full")
                            .fact("disk.root.full", "true")
                            .fact("disk.root.free", "12")
                            .fact("disk.octoprint.full", "true")
                            .only(Comes.LASTS)
                            .toldByFacts(),
                    // Radio and cable.
                    lossy(wifi(Fault.at(1, "weak signal", "wifi.weak")), 0.4)
                            .fact("wifi.signal", "-82")
                            .fact("wifi.quality", "28")
                            .fact("wifi.retries", "21000")
                            .factor("wifi.weak"),
                    lossy(wifi(Fault.at(1, "busy channel", "wifi.busy", "wifi.channel")), 0.3)
                            .fact("wifi.signal", "-50")
                            .fact("wifi.retries", "61000"),
                    lossy(wifi(Fault.at(1, "radio asleep", "wifi.power_save")), 0.15)
                            .fact("wifi.signal", "-55")
                            .fact("wifi.power_save", "on")
                            .only(Comes.LASTS),
                    lossy(wifi(Fault.at(1, "roaming", "wifi.roaming")), 0.9)
                            .fact("wifi.signal", "-62")
                            .fact("wifi.roams", "11")
                            .only(Comes.BURSTS)
                            .factor("wifi.roamed"),
                    lossy(Fault.at(1, "loose cable", "cable.bad"), 0.9)
                            .fact("link.kind", "ethernet")
                            .fact("link.interface", "eth0")
                            .fact("ethernet.carrier", "true")
                            .fact("ethernet.carrier_changes", "61")
                            .fact("link.rx_errors", "811")
                            .only(Comes.BURSTS),
                    Fault.at(1, "no link at all", "link.none")
                            .on("gateway", "1 connect.no_route")
                            .on("dns", "1 dns.unreachable")
                            .on("internet", "1 connect.unreachable")
                            .on("server", "1 dns.dns_failed")
                            .on("ws", "1 dns.dns_failed")
                            .on("paths", "1 dns.dns_failed")
                            .fact("wifi.associated", "false")
                            .fact("ethernet.carrier", "false")
                            .absent("link.kind", "link.interface", "gateway.address")
                            .absent("dns.resolvers", "wifi.signal", "wifi.access_point")
                            .only(Comes.LASTS),
                    // The router.
                    Fault.at(2, "router gone", "router.unreachable")
                            .on("gateway", "1 connect.timeout")
                            .on("dns", "1 dns.timeout")
                            .on("internet", "1 connect.timeout|connect.unreachable")
                            .on("server", "1 dns.timeout|dns.dns_failed|connect.timeout")
                            .on("w.router", "1 connect.timeout")
                            .on("w.reference", "1 connect.timeout")
                            .on("w.server", "1 dns.dns_failed"),
                    // Names.
                    names("names: servfail", "dns.servfail", "dns.servfail", "dns.dns_failed"),
                    names("names: refused", "dns.refused", "dns.refused", "dns.dns_failed"),
                    names("names: silence", "dns.silent", "dns.timeout", "dns.timeout"),
                    names("names: unknown", "dns.nxdomain", "dns.nxdomain", "dns.nxdomain"),
                    // Beyond the router.
                    Fault.at(4, "provider down", "internet.down")
                            .on("internet", "1 connect.timeout")
                            .on("dns", "0.8 dns.servfail|dns.timeout")
                            .on("server", "1 connect.timeout|dns.dns_failed|dns.timeout")
                            .on("w.reference", "1 connect.timeout")
                            .on("w.server", "1 connect.timeout"),
                    Fault.at(4, "sign-in page", "captive_portal")
                            .on("server", "1 response.captive_portal")
                            .on("internet", "0.9 connect.timeout")
                            .on("ws", "1 upgrade.ws_html")
                            .on("paths", "1 response.captive_portal"),
                    Fault.at(4, "IPv6 leads nowhere", "ipv6.broken")
                            .on("server", "0.6 connect.timeout")
                            .on("ws", "0.6 connect.timeout")
                            .on("paths", "0 connect.timeout")
                            .detail("server.paths", "p0", "4 192.0.2.1 ok 31")
                            .detail("server.paths", "p1", "6 2001:db8::1 connect timeout 6000")
                            .detail("server.paths", "ipv4", "ok")
                            .detail("server.paths", "ipv6", "broken")
                            .only(Comes.LASTS),
                    // The way to this server alone; the port is blocked for this computer, not for
                    // others.
                    Fault.at(5, "port blocked", "firewall.port")
                            .on("server", "1 connect.timeout")
                            .detail("server.paths", "p0", "4 192.0.2.1 connect timeout 6000")
                            .detail("server.paths", "ipv4", "broken")
                            .detail("server.paths", "ipv6", "no_route")
                            .only(Comes.LASTS),
                    Fault.at(5, "server switched off", "server.down")
                            .on("server", "1 connect.refused")
                            .on("w.server", "1 connect.refused")
                            .fact("server.address", "https://obico.example.org"),
                    Fault.at(5, "large packets lost", "mtu")
                            .on("server", "1 tls.timeout")
                            .on("paths", "1 tls.mtu_black_hole")
                            .detail("server.paths", "p0", "4 192.0.2.1 tls mtu_black_hole 6000")
                            .detail("server.paths", "ipv4", "broken")
                            .only(Comes.LASTS),
                    Fault.at(5, "proxy refuses", "proxy")
                            .on("server", "1 connect.proxy_refused")
                            .fact("proxy.configured", "proxy.example.org:3128")
                            .fact("proxy.source", "octoprint")
                            .detail("server.http", "via", "proxy")
                            .detail("server.http", "proxy", "proxy.example.org:3128")
                            .only(Comes.LASTS),
                    Fault.at(6, "traffic inspected", "tls.intercepted")
                            .on("server", "1 tls.cert_untrusted")
                            .fact("server.certificate.issuer", "Fortinet")
                            .detail("server.paths", "intercepted", "untrusted_issuer")
                            .detail("server.paths", "p0", "4 192.0.2.1 tls cert_untrusted 61")
                            .detail("server.paths", "ipv4", "broken")
                            .only(Comes.LASTS),
                    Fault.at(6, "clock wrong", "clock.wrong")
                            .on("server", "1 tls.cert_not_yet_valid")
                            .fact("clock.synchronised", "false")
                            .fact("server.clock_skew", "-5184000")
                            .fact("clock.offset", "-5184000")
                            .only(Comes.LASTS),
                    Fault.at(6, "certificate expired", "certificate.expired")
                            .on("server", "1 tls.cert_expired")
                            .on("w.server", "1 tls.cert_expired")
                            .fact("server.address", "https://obico.example.org")
                            .fact("server.certificate.expires", "2026-11-01")
                            .fact("server.clock_skew", "0")
                            .only(Comes.LASTS),
                    Fault.at(7, "server overloaded", "server.overloaded")
                            .on("server", "0.9 response.http_5xx")
                            .on("ws", "0.9 upgrade.ws_unavailable")
                            .on("w.server", "0.9 response.http_5xx")
                            .detail("server.http", "status", "503")
                            .only(Comes.BURSTS),
                    Fault.at(7, "another server's address", "server.wrong_address")
                            .on("server", "1 response.wrong_server")
                            .on("ws", "1 upgrade.ws_not_found")
                            .on("paths", "1 response.wrong_server")
                            .on("w.server", "1 response.wrong_server")
                            .fact("server.address", "https://nas.example.org")
                            .only(Comes.LASTS),
                    // Beside the path.
                    Fault.at(8, "live link filtered", "websocket.blocked")
                            .on("ws", "1 upgrade.ws_html")
                            .on("plugin", "1 upgrade.not_connected")
                            .only(Comes.LASTS),
                    Fault.at(8, "proxy drops Upgrade", "websocket.proxy")
                            .on("ws", "1 upgrade.ws_upgrade_required")
                            .on("plugin", "1 upgrade.not_connected")
                            .fact("server.address", "https://obico.example.org")
                            .only(Comes.LASTS),
                    Fault.at(9, "token refused", "token.invalid")
                            .on("plugin", "1 upgrade.not_authorised")
                            .only(Comes.LASTS),
                    Fault.at(9, "token used twice", "token.cloned")
                            .on("plugin", "0.8 upgrade.kicked"),
                    Fault.at(0, "plugin crashed", "plugin.crashed")
                            .on("plugin", "1 upgrade.crashed")
                            .only(Comes.LASTS),
                    Fault.at(0, "OctoPrint not running", "octoprint.down")
                            .on("plugin", "1 skip.no_octoprint")
                            .fact("service.octoprint", "failed")
                            .fact("octoprint.listening", "false")
                            .only(Comes.LASTS)
                            .toldByFacts(),
                    // The camera.
                    camera("camera program stopped", "camera.service_down")
                            .on("snapshot", "1 connect.refused")
                            .on("stream", "1 connect.refused")
                            .fact("service.webcamd", "inactive")
                            .only(Comes.LASTS),
                    camera("camera wants a login", "camera.login_needed")
                            .on("snapshot", "1 response.login_needed")
                            .on("stream", "1 response.login_needed")
                            .detail("webcam.snapshot", "status", "401")
                            .only(Comes.LASTS),
                    camera("picture stands still", "camera.frozen")
                            .fact("webcam.frozen", "true")
                            .detail("webcam.snapshot", "same", "40")
                            .detail("webcam.stream", "frozen", "true")
                            .only(Comes.LASTS)
                            .toldByFacts(),
                    camera("camera unplugged", "camera.no_signal")
                            .on("snapshot", "1 response.no_signal"),
                    camera("camera hangs", "camera.stalled")
                            .on("snapshot", "1 request.timeout")
                            .on("stream", "1 body.stream_stalled"),
                    camera("a page, no picture", "camera.html_not_picture")
                            .on("snapshot", "1 response.not_a_picture")
                            .detail("webcam.snapshot", "type", "text/html")
                            .only(Comes.LASTS),
                    camera("wrong path", "url.wrong_path")
                            .on("snapshot", "1 response.not_found")
                            .detail("webcam.snapshot", "status", "404")
                            .only(Comes.LASTS),
                    camera("stream of no use", "url.unusable_stream")
                            .on("stream", "1 request.webrtc_unusable")
                            .only(Comes.LASTS));

    private Faults() {}

    private static Fault lossy(Fault fault, double share) {
        return fault.on("gateway", share + " connect.timeout")
                .on("dns", share + " dns.timeout")
                .on("internet", share + " connect.timeout")
                .on("server", share + " " + ANY)
                .on("ws", share + " connect.timeout|dns.timeout|upgrade.timeout")
                .on("paths", share + " connect.timeout|dns.timeout");
    }

    private static Fault wifi(Fault fault) {
        return fault.fact("link.kind", "wifi").fact("wifi.associated", "true");
    }

    private static Fault names(String name, String cause, String resolver, String system) {
        return Fault.at(3, name, cause).on("dns", "1 " + resolver).on("server", "1 " + system);
    }

    private static Fault camera(String name, String cause) {
        return Fault.at(20, name, cause);
    }
}
