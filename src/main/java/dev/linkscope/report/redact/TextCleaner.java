package dev.linkscope.report.redact;

import dev.linkscope.engine.report.Removed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Cleans long texts that go beside a report, such as {@code octoprint.log}, line by line, with the
 * aliases of the report. Not thread-safe.
 */
public final class TextCleaner {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    /** Longer blocks are no keys; what follows is cleaned as any line. */
    private static final int LONGEST_BLOCK = 200;

    private final Cleaner cleaner;
    private final Tally tally;

    /** A cleaner with the aliases of a report. */
    public TextCleaner(Cleaner cleaner) {
        this.cleaner = cleaner;
        this.tally = new Tally(cleaner.level());
    }

    /**
     * The text as it may leave. It is read twice: a name that some line gives away goes from the
     * lines before as well.
     */
    public String clean(String text) {
        text.lines().filter(TextCleaner::teaches).forEach(cleaner::clean);
        var clean = new StringBuilder(text.length());
        try {
            clean(new StringReader(text), clean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!text.endsWith("\n") && !clean.isEmpty()) {
            clean.setLength(clean.length() - 1);
        }
        return clean.toString();
    }

    /**
     * Writes what is read as it may leave, each line ended by a line feed. Takes the memory of the
     * longest line.
     *
     * @throws IOException if reading or writing fails
     */
    public void clean(Reader from, Appendable to) throws IOException {
        var lines = new BufferedReader(from);
        int inBlock = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String clean;
            if (inBlock > 0) {
                inBlock = line.contains(END) || inBlock > LONGEST_BLOCK ? 0 : inBlock + 1;
                clean = Marks.REMOVED;
            } else {
                clean = cleaner.clean(line);
                int begin = line.lastIndexOf(BEGIN);
                inBlock = begin >= 0 && line.indexOf(END, begin) < 0 ? 1 : 0;
            }
            tally.add(clean);
            to.append(clean).append('\n');
        }
    }

    /** What was removed so far, the most frequent first. */
    public List<Removed> removed() {
        return tally.removed();
    }

    /** Whether a line may give away a value that other lines hold without saying what it is. */
    private static boolean teaches(String line) {
        return line.contains("ssid")
                || line.contains("SSID")
                || line.contains("/home/")
                || line.contains("://")
                || line.contains("serial")
                || line.contains("Serial")
                || line.contains("password")
                || line.contains("token");
    }
}
