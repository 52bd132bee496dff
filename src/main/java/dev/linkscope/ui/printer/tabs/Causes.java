package dev.linkscope.ui.printer.tabs;

import java.util.Set;

/** Which rules speak of what a tab shows. */
final class Causes {
    private static final Set<String> LINK = Set.of("wifi", "cable", "link", "dhcp", "router");
    private static final Set<String> HOST = Set.of("power", "host", "disk", "clock", "usb");

    private Causes() {}

    /** Whether a rule is about radio, cable, or the way to the router. */
    static boolean ofLink(String rule) {
        return LINK.contains(subject(rule));
    }

    /** Whether a rule is about the computer itself. */
    static boolean ofHost(String rule) {
        return HOST.contains(subject(rule));
    }

    private static String subject(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? rule : rule.substring(0, dot);
    }
}
