package dev.linkscope.launch;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.linkscope.report.Redaction;
import java.nio.charset.StandardCharsets;

/**
 * Writes log lines and the exceptions below them without credentials: libraries put addresses with
 * passwords into the messages of their exceptions, whatever the code that logs them does.
 */
final class RedactedEncoder extends PatternLayoutEncoder {
    private final Redaction redaction;

    /** An encoder that leaves out what the redaction knows or finds. */
    RedactedEncoder(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return redaction.clean(layout.doLayout(event)).getBytes(StandardCharsets.UTF_8);
    }
}
