package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who may change the Pi, and with which password. */
class RightsOverSshTest extends PiTestCase {
    @Test
    void missingRightsAreToldBefore() throws Exception {
        Files.delete(pi.file("bin/sudo"));
        Assumptions.assumeFalse(Files.exists(Path.of("/usr/bin/sudo")), "a real sudo is here");
        for (String id : new String[] {WIFI, "service.restart", "time.sync", "host.shutdown"}) {
            Map<String, String> before = pi.tree();
            Preview shown = look(id);
            assertThat(shown.obstacles()).containsExactly(Obstacle.NO_RIGHTS);
            assertThat(shown.possible()).isFalse();
            LinkException e =
                    catchThrowableOfType(
                            LinkException.class,
                            () ->
                                    action(id)
                                            .carryOut(
                                                    printer,
                                                    call(id),
                                                    shown,
                                                    LinkQuestions.NOBODY));
            assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_NO_RIGHTS);
            assertThat(e.failure().args()).contains(MadeUpPi.USER);
            assertThat(pi.tree()).isEqualTo(before);
        }
    }

    @Test
    void thePasswordIsAskedForAndShowsNowhere() throws Exception {
        String canary = "canary-93b1";
        var logger = (Logger) LoggerFactory.getLogger("dev.linkscope");
        ListAppender<ILoggingEvent> logged = listen(logger);
        pi.set("sudo", "password");
        pi.set("password", canary);
        Map<String, String> before = pi.tree();
        Preview shown = look(WIFI);
        assertThat(shown.obstacles()).containsExactly(Obstacle.WANTS_PASSWORD);

        var wrong = Answers.with(canary + "x");
        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () -> action(WIFI).carryOut(printer, call(WIFI), shown, wrong));
        assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_WRONG_PASSWORD);
        assertThat(pi.tree()).isEqualTo(before);
        assertThat(wrong.given()).allSatisfy(one -> assertThat(one).containsOnly('\0'));

        pi.block("nmcli");
        var right = Answers.with(canary);
        var processes = new StringBuilder();
        Thread watcher =
                NamedThreads.platform(
                        "watcher",
                        () -> {
                            pi.awaitCall("nmcli general reload");
                            processes.append(processes());
                            try {
                                pi.unblock("nmcli");
                            } catch (IOException broken) {
                                processes.append(broken);
                            }
                        });
        watcher.start();
        action(WIFI).carryOut(printer, call(WIFI), shown, right);
        assertThat(watcher.join(Duration.ofSeconds(20))).isTrue();
        assertThat(right.secrets()).hasSize(1);
        assertThat(right.secrets().getFirst().subject()).startsWith(MadeUpPi.USER + "@127.0.0.1");
        assertThat(standing(WIFI, shown)).isEqualTo(Standing.IN_PLACE);
        action(WIFI).undo(printer, call(WIFI), shown.undo(), right);

        assertThat(pi.tree()).isEqualTo(before);
        assertThat(right.secrets()).as("asked for once more by the undo").hasSize(2);
        assertThat(right.given()).allSatisfy(one -> assertThat(one).containsOnly('\0'));
        assertThat(processes.toString()).contains("nmcli").doesNotContain(canary);
        stopListening(logger);
        assertThat(pi.calls() + pi.sshdLog() + e + e.failure() + shown).doesNotContain(canary);
        assertThat(List.copyOf(logged.list))
                .hasSizeGreaterThan(5)
                .noneMatch(event -> event.getFormattedMessage().contains(canary));
    }

    /** Everything that Linkscope logs from now on, at the finest level. */
    private static ListAppender<ILoggingEvent> listen(Logger logger) {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(logged);
        return logged;
    }

    private static void stopListening(Logger logger) {
        logger.detachAndStopAllAppenders();
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    /** Arguments and environments of everything that runs here. */
    private static String processes() {
        var all = new StringBuilder();
        ProcessHandle.allProcesses()
                .forEach(process -> {
                    for (String part : new String[] {"cmdline", "environ"}) {
                        try {
                            all.append(
                                    Files.readString(
                                            Path.of("/proc/" + process.pid(), part),
                                            StandardCharsets.ISO_8859_1));
                        } catch (IOException e) {
                            all.append('-'); // it has ended
                        }
                    }
                });
        return all.toString();
    }

    @Test
    void aPasswordThatDoesNotHelpIsSaid() throws Exception {
        pi.set("sudo", "none");
        Map<String, String> before = pi.tree();
        Preview shown = look(WIFI);
        assertThat(shown.said()).extracting(one -> one.key()).contains("fix.hands.rights.doubtful");
        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () ->
                                action(WIFI)
                                        .carryOut(
                                                printer,
                                                call(WIFI),
                                                shown,
                                                Answers.with("raspberry")));
        assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_NO_RIGHTS);
        assertThat(pi.tree()).isEqualTo(before);
    }
}
