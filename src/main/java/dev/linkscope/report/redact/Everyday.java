package dev.linkscope.report.redact;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that everybody has, so that they tell nothing of anybody. */
final class Everyday {
    /** Users that systems for printers come with. */
    private static final Set<String> USERS =
            Set.of(
                    "pi",
                    "root",
                    "octo",
                    "octoprint",
                    "octopi",
                    "klipper",
                    "moonraker",
                    "mks",
                    "biqu",
                    "debian",
                    "ubuntu",
                    "dietpi",
                    "orangepi",
                    "fly",
                    "sonic",
                    "creality",
                    "admin",
                    "user",
                    "git",
                    "linaro",
                    "public",
                    "default",
                    "shared");

    /** Names that computers of printers come with, and words. */
    private static final Set<String> HOSTS =
            Set.of(
                    "localhost",
                    "local",
                    "octopi",
                    "octoprint",
                    "raspberrypi",
                    "raspberry",
                    "mainsailos",
                    "mainsail",
                    "fluiddpi",
                    "fluidd",
                    "klipper",
                    "printer",
                    "server",
                    "host",
                    "router",
                    "gateway",
                    "camera",
                    "webcam",
                    "http",
                    "https",
                    "www",
                    "pi",
                    "none",
                    "null",
                    "unknown",
                    "obico",
                    "janus");

    /** Services that everybody asks: by their names alone, as those below them may be a user's. */
    private static final Set<String> SERVICES =
            Set.of(
                    "obico.io",
                    "www.obico.io",
                    "app.obico.io",
                    "octoprint.org",
                    "www.octoprint.org",
                    "plugins.octoprint.org",
                    "data.octoprint.org",
                    "get.octoprint.org",
                    "tracking.octoprint.org",
                    "community.octoprint.org",
                    "thespaghettidetective.com",
                    "app.thespaghettidetective.com",
                    "pypi.org",
                    "files.pythonhosted.org",
                    "www.piwheels.org",
                    "github.com",
                    "api.github.com",
                    "raw.githubusercontent.com",
                    "codeload.github.com",
                    "sentry.obico.io",
                    "raspberrypi.com",
                    "www.raspberrypi.com",
                    "raspberrypi.org",
                    "archive.raspberrypi.org",
                    "deb.debian.org",
                    "pool.ntp.org",
                    "debian.pool.ntp.org",
                    "time.cloudflare.com",
                    "cloudflare.com",
                    "one.one.one.one",
                    "dns.google",
                    "google.com",
                    "www.google.com",
                    "stun.l.google.com",
                    "letsencrypt.org");

    /** One of the servers that a pool of clocks has. */
    private static final Pattern CLOCK = Pattern.compile("\\d\\.(?:debian\\.)?pool\\.ntp\\.org");

    /** Ends of names that only count at home (RFC 6762, 8375 and what routers use). */
    private static final Set<String> HOME_ENDS =
            Set.of(
                    "local",
                    "lan",
                    "home",
                    "internal",
                    "intranet",
                    "localdomain",
                    "arpa",
                    "box",
                    "corp",
                    "private");

    private static final Set<String> ENDS = ends();

    private Everyday() {}

    static boolean isUser(String name) {
        return USERS.contains(folded(name));
    }

    static boolean isHost(String name) {
        return HOSTS.contains(folded(name));
    }

    static boolean isService(String name) {
        String folded = folded(name);
        String plain = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        return SERVICES.contains(plain) || CLOCK.matcher(plain).matches();
    }

    /** Whether a name with this end counts at home alone. */
    static boolean isHomeEnd(String end) {
        return HOME_ENDS.contains(folded(end));
    }

    /** Whether names of the internet or of a home end like this. */
    static boolean isEnd(String end) {
        return ENDS.contains(folded(end)) || isHomeEnd(end);
    }

    /** Countries, and the usual ends without a country; none that names of files often have. */
    private static Set<String> ends() {
        var all = new HashSet<String>();
        for (String country : Locale.getISOCountries()) {
            all.add(country.toLowerCase(Locale.ROOT));
        }
        all.removeAll(Set.of("py", "sh", "md", "rs", "so", "ps", "ml"));
        all.addAll(
                Arrays.asList(
                        "com",
                        "org",
                        "net",
                        "edu",
                        "gov",
                        "mil",
                        "int",
                        "info",
                        "biz",
                        "name",
                        "dev",
                        "app",
                        "cloud",
                        "online",
                        "site",
                        "tech",
                        "xyz",
                        "eu",
                        "uk",
                        "shop",
                        "store",
                        "space",
                        "network",
                        "systems",
                        "solutions",
                        "berlin",
                        "academy"));
        return all;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
