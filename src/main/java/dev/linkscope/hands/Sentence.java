package dev.linkscope.hands;

import dev.linkscope.hands.Reply.BadReply;
import java.util.Map;

/**
 * A sentence that the program on the printer's computer may ask for.
 *
 * @param key its key in the bundle
 * @param args how many arguments it has
 */
record Sentence(String key, int args) {
    private static final String PREFIX = "fix.hands.";

    /** What there is, and how many arguments each has. */
    static final Map<String, Integer> ALL =
            Map.ofEntries(
                    Map.entry("rights.doubtful", 0),
                    Map.entry("wifi.networkmanager", 1),
                    Map.entry("wifi.udev", 1),
                    Map.entry("wifi.not_told", 1),
                    Map.entry("wifi.off", 1),
                    Map.entry("service.restarted", 1),
                    Map.entry("service.several", 1),
                    Map.entry("time.synchronized", 0),
                    Map.entry("time.not_yet", 0),
                    Map.entry("dns.no_name", 1),
                    Map.entry("dns.ok", 3),
                    Map.entry("dns.nxdomain", 3),
                    Map.entry("dns.servfail", 3),
                    Map.entry("dns.refused", 3),
                    Map.entry("dns.truncated", 3),
                    Map.entry("dns.garbage", 3),
                    Map.entry("dns.no_address", 3),
                    Map.entry("dns.timeout", 3),
                    Map.entry("dns.unreachable", 3),
                    Map.entry("dns.sum.both", 2),
                    Map.entry("dns.sum.some_own", 2),
                    Map.entry("dns.sum.only_other", 2),
                    Map.entry("dns.sum.only_own", 2),
                    Map.entry("dns.sum.none", 2),
                    Map.entry("shutdown.soon", 0));

    /** By the name that the program uses. */
    static Sentence of(String name) throws BadReply {
        Integer args = ALL.get(name);
        if (args == null) {
            throw new BadReply("an unknown sentence");
        }
        return new Sentence(PREFIX + name, args);
    }
}
