package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.linkscope.report.Redaction;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged stays without credentials, whoever logs it. */
class LoggingTest {
    @TempDir private Path folder;

    @AfterEach
    void logAsOtherTestsDo() throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void noCredentialReachesTheLog() throws Exception {
        Logging.toFolder(folder, new Redaction(() -> List.of("typed4canary")));
        Logger log = LoggerFactory.getLogger("dev.linkscope.test");

        log.error("asking http://pi:url4canary@cam/?key=query4canary with typed4canary");
        log.error("it failed", new IllegalStateException("typed4canary", cause()));

        assertThat(Files.readString(folder.resolve("linkscope.log")))
                .contains("asking http://‹removed›@cam/")
                .contains("it failed")
                .contains("IllegalStateException: ‹removed›")
                .contains("URISyntaxException")
                .contains("LoggingTest")
                .doesNotContain("4canary");
    }

    @Test
    void whatSomebodySaysLooksLikeNoEntry() throws Exception {
        Logging.toFolder(folder, Redaction.byLooks());
        Logger log = LoggerFactory.getLogger("dev.linkscope.test");

        log.warn("it said {}", "x\r\n2026-11-23 10:00:00,000 ERROR forged\u001b[2J\u009b31m");
        log.warn("failed", new IllegalStateException("y\n2026-11-23 10:00:00,000 INFO forged"));

        List<String> lines = Files.readAllLines(folder.resolve("linkscope.log"));
        assertThat(lines.stream().filter(line -> !line.startsWith("\t"))).hasSize(2);
        assertThat(String.join("", lines)).contains("forged").doesNotContain("\u001b", "\u009b");
    }

    @Test
    void nobodyElseReadsTheLog() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxr-xr-x"));

        Logging.toFolder(logs);

        assertThat(Files.getPosixFilePermissions(logs))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private static Exception cause() {
        try {
            return new IllegalStateException(URI.create("http://pi:cause4canary@cam /").toString());
        } catch (IllegalArgumentException e) {
            return e;
        }
    }
}
