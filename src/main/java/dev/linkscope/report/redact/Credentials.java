package dev.linkscope.report.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.MatchResult;

/** What looks like a password, a key, a token or a cookie. */
final class Credentials {
    private static final int LEAST_LEARNED = 6;
    private static final int MOST_LEARNED = 256;

    private static final String QUOTE = "(?:\\\\{0,4}[\"']|%22)";
    private static final String EQUALS =
            QUOTE + "?\\s{0,3}(?:[=:]|%3[ADad])\\s{0,3}(?:[ubUB](?=[\"']))?";

    /** PEM blocks (RFC 7468), also cut off ones. */
    private static final Rule PEM =
            Rule.of(
                    "-----BEGIN [A-Z0-9 ]{1,64}-----[\\s\\S]*?(?:-----END [A-Z0-9 ]{1,64}-----|\\z)",
                    "-----begin");

    /**
     * User information of a URL (RFC 3986 §3.2.1), whose password may hold an {@code @} or an
     * unencoded slash, with and without a scheme. A port is no password.
     */
    private static final List<Rule> USER_INFO =
            List.of(
                    Rule.of("(?<=://)[^\\s/?#]{0,512}@", "://"),
                    Rule.of("(?<=://)[^\\s:/?#@]{1,64}:(?!\\d{1,5}[/?#])\\S{0,512}@", "://"),
                    Rule.of("(?<![\\w/%:])[\\w.%+-]{1,64}:[^\\s@/]{1,512}@(?=[\\w\\[‹])", "@"),
                    Rule.of("(?i)(?<=%3A%2F%2F)[^\\s/?#]{0,512}?%40", "%40"));

    /** HTTP credentials (RFC 9110 §11.6.2) and cookies (RFC 6265 §4), to the end of the header. */
    private static final List<Rule> HEADERS =
            List.of(
                    Rule.of("(?i)\\b(digest\\s{1,3})(?=username=)[^\\r\\n]{1,4096}", "digest"),
                    Rule.of(
                            "(?i)(authorization" + EQUALS + QUOTE + "?)[^\\r\\n\"'\\\\]{1,4096}",
                            "authorization"),
                    Rule.of(
                            "(?i)\\b((?:basic|bearer)\\s{1,9})(?=[^\\s=]{0,4096}[0-9=])[A-Za-z0-9+/=._~-]{8,}",
                            "basic",
                            "bearer"),
                    Rule.of(
                            "(?i)\\b((?:set-)?cookies?"
                                    + EQUALS
                                    + QUOTE
                                    + "?)[^\\r\\n\"'\\\\]{1,4096}",
                            "cookie"));

    /** JSON web tokens (RFC 7519). */
    private static final Rule WEB_TOKEN =
            Rule.of(
                    "(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}))eyJ[A-Za-z0-9_-]{10,8192}+\\.[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]*+)?",
                    "eyj");

    /** Named values: in queries, JSON, settings, of hostapd and wpa_supplicant. */
    private static final Rule NAMED =
            Rule.of(
                    "(?i)((?:api[_-]?key|access[_-]?key|private[_-]?key|pre-?shared-?key|auth_?key"
                            + "|token\\w{0,10}|secret\\w{0,10}|pass(?:word|wd|phrase|code)?|pwd"
                            + "|psk|wep_key\\d|session[_-]?id|csrf\\w{0,10}|cookie\\w{0,10}"
                            + "|signature|(?<=[?&])(?:key|auth|sid|sig))"
                            + EQUALS
                            + ")(?:(?<q>\\\\{0,4}[\"']|%22)(?!\\k<q>)(?<quoted>[^\\r\\n]{1,512}?)\\k<q>"
                            + "|(?<open>\\\\{0,4}[\"'])?(?<bare>[^\\s\"'&,;]+))",
                    "key",
                    "token",
                    "secret",
                    "pass",
                    "pwd",
                    "psk",
                    "session",
                    "csrf",
                    "cookie",
                    "signature",
                    "auth=",
                    "sid=",
                    "sig=");

    /** Arguments of commands. */
    private static final List<Rule> ARGUMENTS =
            List.of(
                    Rule.of(
                            "(?i)((?<=\\s)--(?:password|passwd|pass|token|api-?key|secret)\\s{1,3})[^\\s-]\\S*",
                            "--"),
                    Rule.of("((?<=\\s)(?:-u|--user)\\s{1,3})[^\\s:]{1,128}:\\S+", "-u", "--user"),
                    Rule.of("((?<=sshpass)\\s{1,3}-p\\s{0,3})\\S+", "sshpass"));

    /** Keys and tokens as OctoPrint and Obico write them. */
    private static final Rule LONG_NUMBER =
            Rule.of("(?<![0-9A-Za-z])[0-9a-fA-F]{20,}(?![0-9A-Za-z])");

    private Credentials() {}

    /**
     * The text without them.
     *
     * @param learned is told values that are to go wherever else they stand
     */
    static String clean(String text, Consumer<String> learned) {
        String lower = text.toLowerCase(Locale.ROOT);
        String clean = PEM.replace(text, lower, _ -> Marks.REMOVED);
        if (clean.indexOf('@') >= 0 || clean.indexOf('%') >= 0) {
            for (Rule rule : USER_INFO) {
                clean = rule.replace(clean, lower, found -> userInfo(found.group(), learned));
            }
        }
        for (Rule rule : HEADERS) {
            clean = rule.replace(clean, lower, found -> found.group(1) + Marks.REMOVED);
        }
        clean = WEB_TOKEN.replace(clean, lower, _ -> Marks.REMOVED);
        clean = NAMED.replace(clean, lower, found -> named(found, learned));
        for (Rule rule : ARGUMENTS) {
            clean = rule.replace(clean, lower, found -> found.group(1) + Marks.REMOVED);
        }
        return LONG_NUMBER.replace(clean, lower, _ -> Marks.REMOVED);
    }

    private static String userInfo(String found, Consumer<String> learned) {
        int colon = found.indexOf(':');
        boolean encoded = found.endsWith("%40");
        int end = found.length() - (encoded ? 3 : 1);
        if (colon >= 0 && colon < end) {
            learn(found.substring(colon + 1, end), learned);
        }
        return Marks.REMOVED + (encoded ? "%40" : "@");
    }

    private static String named(MatchResult found, Consumer<String> learned) {
        String quoted = found.group("quoted");
        if (quoted != null) {
            learn(quoted, learned);
            return found.group(1) + found.group("q") + Marks.REMOVED + found.group("q");
        }
        learn(found.group("bare"), learned);
        String open = found.group("open");
        return found.group(1) + (open == null ? "" : open) + Marks.REMOVED;
    }

    /** Only what is hardly a word: else <i>password: missing</i> would take that word away. */
    private static void learn(String value, Consumer<String> learned) {
        boolean odd =
                value.codePoints().anyMatch(Character::isDigit)
                        && value.codePoints().anyMatch(Character::isLetter)
                        && value.codePoints().noneMatch(Character::isWhitespace);
        if (odd
                && value.length() >= LEAST_LEARNED
                && value.length() <= MOST_LEARNED
                && !value.contains(Marks.REMOVED)
                && !Marks.isAlias(value)) {
            learned.accept(value);
            learned.accept(decoded(value));
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
