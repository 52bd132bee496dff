package dev.linkscope.launch;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.linkscope.report.Redaction;
import dev.linkscope.support.OneLine;
import java.nio.charset.StandardCharsets;

/**
 * Writes log lines and the exceptions below them without credentials: libraries put addresses with
 * passwords into the messages of their exceptions, whatever the code that logs them does. What a Pi
 * said cannot look like an entry either: whatever follows on further lines is indented.
 */
final class RedactedEncoder extends PatternLayoutEncoder {
    private final Redaction redaction;

    /** An encoder that leaves out what the redaction knows or finds. */
    RedactedEncoder(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String entry = indented(redaction.clean(layout.doLayout(event)));
        return entry.getBytes(StandardCharsets.UTF_8);
    }

    private static String indented(String entry) {
        var lines = new StringBuilder(entry.length());
        entry.lines()
                .forEach(line -> {
                    lines.append(lines.isEmpty() || line.startsWith("\t") ? "" : "\t");
                    line.codePoints()
                            .map(c -> OneLine.steers(c) && c != '\t' ? '\uFFFD' : c)
                            .forEach(lines::appendCodePoint);
                    lines.append('\n');
                });
        return lines.toString();
    }
}
