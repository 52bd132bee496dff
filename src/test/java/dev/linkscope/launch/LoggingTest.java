package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.linkscope.report.Redaction;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Exception cause() {
        try {
            return new IllegalStateException(URI.create("http://pi:cause4canary@cam /").toString());
        } catch (IllegalArgumentException e) {
            return e;
        }
    }
}
