package dev.linkscope.report.draft;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Writes Markdown (CommonMark 0.31 with the tables of GitHub). Every text that it is given is shown
 * as it is: nothing in it becomes markup, a link, HTML or the name of an account.
 */
final class Markdown {
    /** Line ends, and characters that are not seen or that turn the reading direction. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}\\uFFFE]+");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~$^]");

    /** What begins a list, a heading, a rule or a quotation at the begin of a line. */
    private static final Pattern BEGIN = Pattern.compile("^(\\d{0,9})([#+=:.)-])");

    /** GitHub calls the account whose name follows, unless a letter or digit stands before. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w\\u2060])@(?=\\w)");

    /** Extended autolinks: such addresses become links by themselves. */
    private static final Pattern LINK = Pattern.compile("(?i)(://)|(\\bwww)\\.|\\b(mailto|xmpp):");

    private final Appendable out;
    private final UnaryOperator<String> cleaner;

    /**
     * Writes there.
     *
     * @param cleaner a second look at every text, for a secret that only shows in a whole sentence
     */
    Markdown(Appendable out, UnaryOperator<String> cleaner) {
        this.out = out;
        this.cleaner = cleaner;
    }

    /** A text as it is shown, in one line. */
    static String text(String text) {
        String line = INVISIBLE.matcher(text).replaceAll(" ").strip();
        line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        line = SPECIAL.matcher(line).replaceAll("\\\\$0");
        line = MENTION.matcher(line).replaceAll("@\u2060");
        line =
                LINK.matcher(line)
                        .replaceAll(found -> {
                            if (found.group(1) != null) {
                                return ":\\\\/\\\\/";
                            }
                            return found.group(2) != null
                                    ? found.group(2) + "\\\\."
                                    : found.group(3) + "\\\\:";
                        });
        return BEGIN.matcher(line).replaceFirst("$1\\\\$2");
    }

    /** A heading of level 1 to 6. */
    Markdown heading(int level, String text) throws IOException {
        return line("#".repeat(level) + " " + clean(text)).line("");
    }

    /** A paragraph. */
    Markdown paragraph(String text) throws IOException {
        return line(clean(text)).line("");
    }

    /** A paragraph with a strong begin. */
    Markdown paragraph(String strong, String text) throws IOException {
        return line("**" + clean(strong) + "** " + clean(text)).line("");
    }

    /** A list. */
    Markdown list(List<String> items) throws IOException {
        for (String item : items) {
            line("- " + clean(item));
        }
        return items.isEmpty() ? this : line("");
    }

    /** An item with a strong begin; {@link #gap} ends its list. */
    Markdown item(String strong, String text) throws IOException {
        return line("- **" + clean(strong) + "** " + clean(text));
    }

    /** An empty line. */
    Markdown gap() throws IOException {
        return line("");
    }

    /** A table whose first row is its head. */
    Markdown table(List<List<String>> rows) throws IOException {
        row(rows.getFirst());
        line("|" + " --- |".repeat(rows.getFirst().size()));
        for (List<String> row : rows.subList(1, rows.size())) {
            row(row);
        }
        return line("");
    }

    private void row(List<String> cells) throws IOException {
        var row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(clean(cell)).append(" |"));
        line(row.toString());
    }

    private String clean(String text) {
        return text(cleaner.apply(text));
    }

    private Markdown line(String line) throws IOException {
        out.append(line).append('\n');
        return this;
    }
}
