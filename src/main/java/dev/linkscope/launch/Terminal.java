package dev.linkscope.launch;

import dev.linkscope.i18n.Messages;
import dev.linkscope.support.OneLine;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line writes: results to one stream, everything else to the other.
 *
 * @param results standard output; with {@code --json -} JSON alone
 * @param notices standard error
 * @param console the terminal, if a person is there to answer
 * @param messages texts in the language asked for
 */
record Terminal(
        PrintStream results, PrintStream notices, @Nullable Console console, Messages messages) {

    /** The process's own streams. */
    static Terminal ofProcess(Locale locale) {
        var terminal =
                new Terminal(
                        utf8(System.out),
                        utf8(System.err),
                        personAt(System.console()),
                        Speech.messages(locale));
        Speech.remarks(locale, terminal.messages()).forEach(terminal::note);
        return terminal;
    }

    /**
     * The console if a person sits there; since JDK 22 there is one even where the streams lead to
     * files.
     */
    private static @Nullable Console personAt(@Nullable Console console) {
        return console != null && console.isTerminal() ? console : null;
    }

    /** A line for the person in front of it. */
    void note(String text) {
        notices.println(safe(text));
    }

    /** A line of the result. */
    void result(String text) {
        results.println(safe(text));
    }

    /**
     * Text that does not steer the terminal, as names and messages that come from a Pi might.
     *
     * @param text may hold line breaks, which stay
     */
    static String safe(String text) {
        return text.codePoints()
                .map(c -> OneLine.steers(c) && c != '\n' ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** JSON alone, so that programs can read it. */
    void json(String json) {
        results.println(escaped(json));
    }

    /**
     * JSON that means the same and does not steer a terminal either. Jackson escapes what JSON asks
     * for (RFC 8259, section 7), which leaves the second set of controls and turned directions.
     */
    static String escaped(String json) {
        if (json.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 16);
        json.codePoints()
                .forEach(c -> {
                    if (OneLine.steers(c) && c != '\n' && c != '\r' && c != '\t') {
                        escaped.append("\\u%04x".formatted(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
