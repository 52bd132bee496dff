package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tests of links share: a home of their own, and a way to run a command over a link. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class SshTestCase {
    @TempDir Path home;

    SshOptions options;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** A step as it was reported. */
    record Step(ConnectStep step, String detail) {}

    final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void options() {
        options =
                SshOptions.bare(
                        home.resolve("data/known_hosts"), home, System.getProperty("user.name"));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable thing : open.reversed()) {
            thing.close();
        }
    }

    <T extends AutoCloseable> T closing(T thing) {
        open.add(thing);
        return thing;
    }

    Path knownHosts() {
        return options.knownHosts();
    }

    /** Stores a line as if its key had been accepted before. */
    void know(String host, String key) throws Exception {
        Files.createDirectories(knownHosts().getParent());
        String before = Files.exists(knownHosts()) ? Files.readString(knownHosts()) : "";
        Files.writeString(knownHosts(), before + host + " " + key + "\n");
    }

    static Target.Ssh target(TestSshServer server, @Nullable Path identity) {
        return new Target.Ssh(
                server.host(),
                server.port(),
                server.user(),
                identity == null ? null : identity.toString());
    }

    static Target.Ssh target(TestSshServer server) {
        return target(server, server.identity());
    }

    SshLinks links() {
        return closing(new SshLinks(options));
    }

    SshExec start(SshLinks links, Target.Ssh target, LinkQuestions questions, String command)
            throws LinkException {
        SshExec exec =
                links.commands(target, questions)
                        .start(command, (step, detail, took) -> steps.add(new Step(step, detail)));
        open.add(exec::cut);
        return exec;
    }

    /** Connects, runs a command and returns what it printed. */
    String run(Target.Ssh target, LinkQuestions questions, String command) throws Exception {
        return output(start(links(), target, questions, command));
    }

    static String output(SshExec exec) throws Exception {
        return new String(exec.input().readAllBytes(), StandardCharsets.UTF_8);
    }

    LinkException failure(Target.Ssh target, LinkQuestions questions) {
        return failure(links(), target, questions);
    }

    LinkException failure(SshLinks links, Target.Ssh target, LinkQuestions questions) {
        LinkException e =
                catchThrowableOfType(
                        LinkException.class, () -> start(links, target, questions, "true"));
        assertThat(e).as("a failure of %s", target.display()).isNotNull();
        return e;
    }

    static void assertFailure(LinkException e, FailureCode code, ConnectStep step) {
        assertThat(e.failure().code()).as(e.toString()).isEqualTo(code);
        assertThat(e.step()).as(e.toString()).isEqualTo(step);
        assertThat(e.failure().args()).as(e.toString()).isNotEmpty();
    }
}
