package dev.linkscope.report.redact;

import java.util.Locale;
import java.util.regex.MatchResult;

/** What looks like the name of a computer in a network, or of a user there. */
final class HostNames {
    private static final Rule OF_URL =
            Rule.of(
                    "(://(?:[^\\s/?#@\"'<>]{0,512}@)?)([^\\s/:?#@\\[\\]\"'<>,;)(\\\\…]{1,253})",
                    "://");

    private static final Rule NAMED =
            Rule.of(
                    "(?i)(\\b(?:hostname|nodename|fqdn|server_name)\\\\{0,4}[\"']?\\s{0,3}[=:]\\s{0,3}\\\\{0,4}[\"']?"
                            + "|\\bhost(?:\\\\{0,4}[\"']\\s{0,3}:|=)\\s{0,3}\\\\{0,4}[\"']?)"
                            + "([\\p{L}\\d][\\p{L}\\d_.-]{0,252})",
                    "hostname",
                    "nodename",
                    "fqdn",
                    "server_name",
                    "host");

    /** The computer in a line of the system's journal. */
    private static final Rule OF_JOURNAL =
            Rule.of("(?m)^([A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d )([\\w.-]{1,253})(?= )");

    private static final Rule WITH_DOTS =
            Rule.of(
                    "(?<![\\p{L}\\d_.@-])((?:[\\p{L}\\d_](?:[\\p{L}\\d_-]{0,61}[\\p{L}\\d_])?\\.){1,8})(?<end>\\p{L}{2,24})"
                            + "(?![\\p{L}\\d_-]|\\.[\\p{L}\\d_]|\\()",
                    ".");

    private static final Rule LOGIN =
            Rule.of("(?<![\\p{L}\\d_.%+@/-])([\\p{L}\\d_.-]{1,64})(?=@[\\p{L}\\d\\[‹])", "@");

    private static final Rule AFTER_LOGIN =
            Rule.of("((?<=[\\p{L}\\d_.›-])@)(\\p{L}[\\p{L}\\d_.-]{0,252})", "@");

    private final Cleaner cleaner;

    HostNames(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    String clean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String clean = LOGIN.replace(text, lower, found -> login(found.group(1)));
        clean = OF_URL.replace(clean, lower, found -> found.group(1) + host(found.group(2)));
        clean = NAMED.replace(clean, lower, found -> found.group(1) + host(found.group(2)));
        clean = OF_JOURNAL.replace(clean, lower, found -> found.group(1) + host(found.group(2)));
        clean = WITH_DOTS.replace(clean, lower, this::name);
        // What stands behind an at sign is a host, whatever it looks like.
        return AFTER_LOGIN.replace(clean, lower, found -> found.group(1) + host(found.group(2)));
    }

    private String name(MatchResult found) {
        String text = found.group();
        boolean code = text.startsWith("octoprint.") && !Everyday.isHomeEnd(found.group("end"));
        return code || !Everyday.isEnd(found.group("end")) ? text : host(text);
    }

    private String host(String name) {
        boolean tellsNothing =
                Everyday.isService(name)
                        || name.equalsIgnoreCase("localhost")
                        || name.equals("local")
                        || Marks.isDone(name)
                        || NetAddress.of(name) != null;
        return tellsNothing ? name : cleaner.alias(Kind.HOST, name);
    }

    private String login(String name) {
        return Everyday.isUser(name) || Marks.isDone(name) ? name : cleaner.alias(Kind.USER, name);
    }
}
