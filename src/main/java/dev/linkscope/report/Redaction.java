package dev.linkscope.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts: the values that are known to be secret, and whatever looks like one.
 * In doubt it removes. Cleaning a clean text changes nothing.
 */
public final class Redaction {
    /** Stands where something was removed. */
    public static final String MARK = "‹removed›";

    /** Name of what is removed at present: credentials go, hosts and names stay for support. */
    public static final String LEVEL = "support";

    /**
     * A shorter secret also occurs inside ordinary words, so it goes only where it stands alone.
     */
    private static final int SHORT_SECRET = 4;

    private record Rule(Pattern pattern, String replacement) {
        Rule(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }
    }

    private static final String SEPARATOR = "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?";

    /** Repetitions that something must follow are bounded: else a long text takes hours. */
    private static final List<Rule> RULES =
            List.of(
                    // PEM blocks (RFC 7468), also cut off ones.
                    new Rule(
                            "-----BEGIN [A-Z0-9 ]+-----[\\s\\S]*?(?:-----END [A-Z0-9 ]+-----|\\z)",
                            MARK),
                    // User information of a URL (RFC 3986 §3.2.1); a password may hold an @.
                    new Rule("(?<=://)[^\\s/?#]{0,512}@", MARK + "@"),
                    // The same with an unencoded slash in the password; a port is no password.
                    new Rule("(?<=://)[^\\s:/?#@]{1,64}:(?!\\d{1,5}[/?#])\\S{0,512}@", MARK + "@"),
                    new Rule(
                            "(?<![\\w/%:])[\\w.%+-]{1,64}:[^\\s@/]{1,512}@(?=[\\w\\[])",
                            MARK + "@"),
                    // HTTP credentials (RFC 9110 §11.6.2).
                    new Rule(
                            "(?i)(authorization"
                                    + SEPARATOR
                                    + ")(?:(?:basic|bearer|digest|token)\\s+)?[^\\s\"',]+",
                            "$1" + MARK),
                    new Rule(
                            "(?i)\\b(basic|bearer)(\\s+)(?=\\S*[0-9=])[A-Za-z0-9+/=._~-]{8,}",
                            "$1$2" + MARK),
                    // JSON web tokens (RFC 7519).
                    new Rule("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?", MARK),
                    new Rule(
                            "(?i)(api[_-]?key|access[_-]?key|token\\w{0,10}|secret\\w{0,10}"
                                    + "|pass(?:word|wd|phrase|code)?|pwd|session[_-]?id|cookie"
                                    + "|signature|(?<=[?&])key)("
                                    + SEPARATOR
                                    + ")[^\\s\"'&,;]+",
                            "$1$2" + MARK),
                    // Keys and tokens as OctoPrint and Obico write them.
                    new Rule("(?<![0-9A-Za-z])[0-9a-fA-F]{20,}(?![0-9A-Za-z])", MARK));

    private final Supplier<? extends Collection<String>> secrets;

    /**
     * A redaction that also removes known values.
     *
     * @param secrets asked each time, so that a password typed later is removed as well
     */
    public Redaction(Supplier<? extends Collection<String>> secrets) {
        this.secrets = secrets;
    }

    /** A redaction that knows no value and goes by looks alone. */
    public static Redaction byLooks() {
        return new Redaction(List::of);
    }

    /** The text without secrets. */
    public String clean(String text) {
        String clean = text;
        for (Pattern value : knownValues()) {
            clean = value.matcher(clean).replaceAll(Matcher.quoteReplacement(MARK));
        }
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    /** How many values were removed from a clean text. */
    static int marks(String text) {
        int count = 0;
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length())) {
            count++;
        }
        return count;
    }

    private List<Pattern> knownValues() {
        return secrets.get().stream()
                .filter(value -> !value.isBlank() && !MARK.contains(value))
                .flatMap(
                        value -> Stream.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .distinct()
                // Longest first: a secret may be part of another one.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Redaction::valuePattern)
                .toList();
    }

    private static Pattern valuePattern(String value) {
        String quoted = Pattern.quote(value);
        return Pattern.compile(
                value.length() >= SHORT_SECRET
                        ? quoted
                        : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
    }
}
