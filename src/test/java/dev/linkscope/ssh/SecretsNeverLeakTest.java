package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.MinaSshServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Looks for secrets in everything that is logged at the finest level, thrown or printed. */
class SecretsNeverLeakTest extends SshTestCase {
    private static final String CANARY = "canary-7f3a";

    private final Logger root = (Logger) LoggerFactory.getLogger("dev.linkscope");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<String> texts = new ArrayList<>();

    @BeforeEach
    void listen() {
        options = options.withTrustNewHostKeys(true);
        logged.start();
        root.setLevel(Level.TRACE);
        root.setAdditive(false);
        root.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.setAdditive(true);
        root.setLevel(null);
    }

    private void note(LinkException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        texts.add(text + " " + e.failure());
    }

    @Test
    void neitherPasswordNorPassphraseAppearsAnywhere() throws Exception {
        MinaSshServer server =
                (MinaSshServer)
                        closing(
                                TestSshServer.start(
                                        home.resolve("server"),
                                        SshServerSetup.STANDARD.withPassword(CANARY)));
        SshLinks links = links();
        texts.add(String.valueOf(start(links, target(server, null), Answers.with(CANARY), "true")));
        note(failure(target(server, null), Answers.with(CANARY + "x")));
        server.interactiveOnly();
        start(links(), target(server, null), Answers.with(CANARY), "true");
        note(failure(target(server, null), Answers.with(CANARY + "x")));

        Path key = TestKeys.make(home.resolve("key"), "ecdsa", CANARY);
        TestSshServer keyed =
                closing(
                        TestSshServer.start(
                                home.resolve("keyed"), SshServerSetup.STANDARD.authorizing(key)));
        texts.add(String.valueOf(start(links, target(keyed, key), Answers.with(CANARY), "true")));
        note(failure(target(keyed, key), Answers.with(CANARY + "x")));

        texts.addAll(List.of(options.toString(), links.toString(), steps.toString()));
        List<ILoggingEvent> events = List.copyOf(logged.list);
        assertThat(events).as("JSch and this room log at TRACE").hasSizeGreaterThan(20);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.getFormattedMessage() + event.getThrowableProxy())
                                .doesNotContain(CANARY));
        assertThat(texts).hasSizeGreaterThan(6);
        assertThat(texts).noneMatch(text -> text.contains(CANARY));
    }
}
