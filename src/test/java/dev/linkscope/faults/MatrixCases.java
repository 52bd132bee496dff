package dev.linkscope.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rows of the fault matrix with the causes that would be right. */
final class MatrixCases {
    /** {@code all}, {@code short} (the usual), or a regular expression of names of faults. */
    private static final String CHOSEN = "linkscope.matrix";

    private static final String AT_CLOUD = "server=" + MatrixCase.CLOUD;
    private static final String BOTH = "meta l4proto tcp iifname \"pi\" tcp dport ";

    private MatrixCases() {}

    static Stream<MatrixCase> chosen() {
        String chosen = System.getProperty(CHOSEN, "short");
        return all().stream()
                .filter(one ->
                        switch (chosen) {
                            case "all" -> true;
                            case "short" -> one.of("short").equals("yes");
                            default -> one.toString().matches(".*(" + chosen + ").*");
                        });
    }

    static List<MatrixCase> all() {
        var cases = new ArrayList<MatrixCase>();
        network(cases);
        names(cases);
        server(cases);
        MatrixPiCases.fill(cases);
        MatrixCameraCases.fill(cases);
        return cases;
    }

    private static void network(List<MatrixCase> cases) {
        String group = "network";
        add(cases, group, Fault.linkDown(), "router.unreachable", "lasts=25");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "wlan0 of the Pi down, as its kernel says",
                        MatrixFaults.kernelSays(
                                "", "wlan0: deauthenticated from 02:00:00:00:01:00 (Reason: 4)"),
                        Fault.wlanDown()),
                "link.none",
                "lasts=25",
                "longest=60",
                "setup=" + MatrixPiCases.wifi(-50, "off"),
                "warmup=25");
        add(cases, group, Fault.oneWayDropped(), "router.unreachable", "lasts=25");
        add(cases, group, Fault.gatewayGone(), "router.unreachable", "lasts=25");
        add(cases, group, MatrixFaults.loss(25), "link.loss", "longest=60");
        add(cases, group, MatrixFaults.loss(5), "link.loss", "longest=90");
        add(cases, group, MatrixFaults.bursts(12, 18), "router.unreachable", "longest=100");
        add(
                cases,
                group,
                MatrixFaults.router(
                        "provider gone: nothing behind the router answers",
                        "chain f { type filter hook forward priority 0; oifname \"inet\" drop; }"),
                "internet.down",
                "longest=70",
                "short=yes");
        add(cases, group, Fault.mtuBlackHole(), "mtu", "longest=70", "short=yes");
        add(
                cases,
                group,
                MatrixFaults.router(
                        "firewall swallows port 443",
                        "chain f { type filter hook forward priority 0; ip daddr "
                                + Topology.INET
                                + " tcp dport 443 drop; }"),
                "firewall.port",
                "begins=before",
                "longest=70",
                "short=yes");
        add(
                cases,
                group,
                MatrixFaults.router(
                        "firewall answers with TCP resets",
                        "chain f { type filter hook forward priority 0; ip daddr "
                                + Topology.INET
                                + " tcp dport 443 reject with tcp reset; }"),
                "firewall.port server.down");
        add(
                cases,
                group,
                MatrixFaults.router(
                        "captive portal",
                        "chain n { type nat hook prerouting priority -100; "
                                + BOTH
                                + "{80, 443} dnat ip to "
                                + Topology.PORTAL
                                + "; }"),
                "captive_portal",
                AT_CLOUD,
                "longest=70",
                "short=yes");
        add(cases, group, MatrixFaults.ipv6Broken(), "ipv6.broken", "begins=before", "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("proxy dead", "proxy", "dead"),
                "proxy",
                "environment=https_proxy=http://" + Topology.INET + ":3128",
                "longest=60");
    }

    private static void names(List<MatrixCase> cases) {
        String group = "network";
        add(
                cases,
                group,
                MatrixFaults.mode("name server dead", "dns", "dead"),
                "dns.silent",
                "short=yes");
        add(
                cases,
                group,
                MatrixFaults.mode("name server answers after 4 s", "dns", "slow"),
                "",
                "why=names come late, but no attempt fails");
        add(
                cases,
                group,
                MatrixFaults.mode("name server: no such name", "dns", "nxdomain"),
                "dns.nxdomain");
        add(
                cases,
                group,
                MatrixFaults.mode("name server fails", "dns", "servfail"),
                "dns.servfail");
        add(
                cases,
                group,
                MatrixFaults.mode("name server refuses", "dns", "refused"),
                "dns.refused");
        add(
                cases,
                group,
                MatrixFaults.mode("name server gives a wrong address", "dns", "wrong"),
                "captive_portal tls.intercepted certificate.wrong_host",
                AT_CLOUD,
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.none("first of two name servers dead"),
                "dns.one_resolver_bad",
                "begins=before",
                "setup=printf 'nameserver 198.18.3.9\\nnameserver 198.18.3.2\\n'"
                        + " > /etc/resolv.conf;");
    }

    private static void server(List<MatrixCase> cases) {
        String group = "server";
        add(
                cases,
                group,
                MatrixFaults.mode("certificate expired", "certificate", "expired"),
                "certificate.expired",
                "longest=60",
                "short=yes");
        add(
                cases,
                group,
                MatrixFaults.mode("certificate of another name", "certificate", "wrong_host"),
                "certificate.wrong_host");
        add(
                cases,
                group,
                MatrixFaults.mode("certificate of an unknown issuer", "certificate", "untrusted"),
                "tls.intercepted",
                AT_CLOUD,
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.both(
                        "clock of the Pi 40 days ahead (simulated: the server lives 40 days ago)",
                        MatrixFaults.mode("", "certificate", "expired"),
                        MatrixFaults.mode("", "clock", "past")),
                "clock.wrong",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("plain http at the port of https", "server", "plain"),
                "tls.not_tls");
        add(cases, group, MatrixFaults.mode("error 500", "server", "500"), "server.down");
        add(
                cases,
                group,
                MatrixFaults.mode("error 503", "server", "503"),
                "server.down server.overloaded");
        add(
                cases,
                group,
                MatrixFaults.mode("too many requests (429)", "server", "429"),
                "server.rate_limited",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("answers after 12 s", "server", "slow"),
                "server.overloaded server.down",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("closes every connection", "server", "closes"),
                "server.down",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("reply cut off", "server", "cut"),
                "server.down server.overloaded",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("another web server answers", "server", "foreign"),
                "server.wrong_address",
                "begins=before",
                "longest=60");
        add(
                cases,
                group,
                MatrixFaults.mode("live links swallowed", "server", "ws_swallowed"),
                "websocket.blocked",
                "longest=90");
        add(
                cases,
                group,
                MatrixFaults.mode("live links taken apart", "server", "ws_stripped"),
                "websocket.proxy",
                "longest=60");
    }

    /** Adds a row; settings are {@code name=value}. */
    static void add(
            List<MatrixCase> cases,
            String group,
            Fault fault,
            String expected,
            String... settings) {
        Map<String, String> found = new HashMap<>();
        for (String setting : settings) {
            int at = setting.indexOf('=');
            found.put(setting.substring(0, at), setting.substring(at + 1));
        }
        List<String> causes = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        cases.add(new MatrixCase(group, fault, causes, found));
    }
}
