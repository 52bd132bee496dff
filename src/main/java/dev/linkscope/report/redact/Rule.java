package dev.linkscope.report.redact;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is told by its looks. Every repetition that something must follow is bounded in
 * its pattern: else a long text takes hours.
 *
 * @param hints texts in lower case, one of which has to occur before the pattern is tried, as that
 *     takes longer; none to try it always
 * @param pattern what to look for
 */
record Rule(List<String> hints, Pattern pattern) {
    static Rule of(String regex, String... hints) {
        return new Rule(List.of(hints), Pattern.compile(regex));
    }

    /**
     * The text with each finding replaced.
     *
     * @param lower the text in lower case, before other rules replaced anything in it
     */
    String replace(String text, String lower, Function<MatchResult, String> shown) {
        if (!hints.isEmpty() && hints.stream().noneMatch(lower::contains)) {
            return text;
        }
        Matcher found = pattern.matcher(text);
        return found.find()
                ? found.replaceAll(result -> Matcher.quoteReplacement(shown.apply(result)))
                : text;
    }
}
