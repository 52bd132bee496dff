package dev.linkscope.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.linkscope.report.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go. The command line logs nothing, so that it leaves nothing behind, unless
 * {@code LINKSCOPE_LOG} names a level; the window keeps two small files in its data folder.
 */
final class Logging {
    private static final String PATTERN =
            "%d{ISO8601} %-5level [%thread] %logger{0}: %msg%n%ex{12}";

    private Logging() {}

    /** Logs to standard error if {@code LINKSCOPE_LOG} asks for it, else nowhere. */
    static void ofCommandLine() {
        LoggerContext context = fresh();
        String level = System.getenv("LINKSCOPE_LOG");
        if (level == null) {
            return;
        }
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setTarget("System.err");
        begin(context, appender, Level.toLevel(level, Level.DEBUG), Redaction.byLooks());
    }

    /** Logs to files of at most 1 MB in a folder. */
    static void toFolder(Path folder) {
        toFolder(folder, Redaction.byLooks());
    }

    /** Logs to files of at most 1 MB in a folder, without what the redaction knows or finds. */
    static void toFolder(Path folder, Redaction redaction) {
        LoggerContext context = fresh();
        try {
            PrivateFile.closeFolder(folder);
        } catch (IOException e) {
            // A log that others could read is none.
            return;
        }
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(folder.resolve("linkscope.log").toString());
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(folder.resolve("linkscope.%i.log").toString());
        window.setMinIndex(1);
        window.setMaxIndex(1);
        window.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        Level level = Level.toLevel(System.getenv("LINKSCOPE_LOG"), Level.INFO);
        begin(context, appender, level, redaction);
    }

    private static LoggerContext fresh() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        return context;
    }

    private static void begin(
            LoggerContext context,
            OutputStreamAppender<ILoggingEvent> appender,
            Level level,
            Redaction redaction) {
        var encoder = new RedactedEncoder(redaction);
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        // At lower levels they log what is kept in the keychain.
        for (String driver : List.of("org.freedesktop", "de.swiesend", "com.github.javakeyring")) {
            context.getLogger(driver).setLevel(Level.WARN);
        }
        // It logs the packets it cannot read, and text records may hold a password.
        context.getLogger("javax.jmdns").setLevel(Level.OFF);
        root.addAppender(appender);
    }
}
