package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Every change on the Pi, as a throw-away user of a real OpenSSH server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HandsOverSshTest {
    private static final String WIFI = "wifi.power_save_off";

    @TempDir Path folder;
    private MadeUpPi pi;
    private Printer printer;

    @BeforeEach
    void start() throws Exception {
        pi = new MadeUpPi(folder);
        printer = pi.printer("http://printer.example:3334");
    }

    @AfterEach
    void end() {
        if (pi != null) {
            pi.close();
        }
    }

    private FixAction action(String id) {
        return PiActions.all(pi.program()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ActionCall call(String id) {
        return new ActionCall(
                id,
                switch (id) {
                    case "service.restart" -> Map.of("role", "camera");
                    case "dns.try" -> Map.of("resolver", "127.0.0.77");
                    default -> Map.of();
                });
    }

    private Preview look(String id) throws Exception {
        Map<String, String> before = pi.tree();
        Preview shown = action(id).look(printer, call(id), LinkQuestions.NOBODY);
        assertThat(pi.tree()).as("a dry run changes nothing").isEqualTo(before);
        return shown;
    }

    private Standing standing(String id, Preview shown) throws Exception {
        String undo = shown.undo() == null ? "" : shown.undo();
        return action(id).standing(printer, call(id), undo, LinkQuestions.NOBODY);
    }

    private void carryOut(String id, Preview shown) throws Exception {
        assertThat(action(id).carryOut(printer, call(id), shown, LinkQuestions.NOBODY))
                .isNotEmpty();
    }

    private void undo(String id, Preview shown) throws Exception {
        assertThat(shown.undo()).isNotNull();
        action(id).undo(printer, call(id), shown.undo(), LinkQuestions.NOBODY);
    }

    @ParameterizedTest
    @CsvSource({"wifi.power_save_off, nm", "wifi.power_save_off, none", "time.sync, nm"})
    void isLookedAtDoneAndUndone(String id, String manager) throws Exception {
        pi.set("manager", manager);
        Map<String, String> before = pi.tree();
        Preview shown = look(id);
        assertThat(shown.obstacles()).isEmpty();
        assertThat(shown.commands()).allMatch(line -> line.contains("sudo "));
        assertThat(standing(id, shown)).isEqualTo(Standing.NOT_IN_PLACE);

        carryOut(id, shown);
        assertThat(standing(id, shown)).isEqualTo(Standing.IN_PLACE);
        assertThat(look(id).obstacles()).containsExactly(Obstacle.ALREADY_SO);

        undo(id, shown);
        assertThat(pi.tree()).isEqualTo(before);
        assertThat(standing(id, shown)).isEqualTo(Standing.NOT_IN_PLACE);
    }

    @Test
    void aFileThatWasThereComesBackByteForByte() throws Exception {
        Path file = pi.file(MadeUpPi.DROP_IN);
        Files.write(file, new byte[] {0, (byte) 0xff, '\n', 'x'});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r-x"));
        Files.setAttribute(file, "unix:uid", 12);
        Files.setAttribute(file, "unix:gid", 34);
        Map<String, String> before = pi.tree();
        Preview shown = look(WIFI);

        carryOut(WIFI, shown);
        assertThat(Files.readString(file)).contains("wifi.powersave=2");
        undo(WIFI, shown);

        assertThat(pi.tree()).isEqualTo(before);
    }

    @Test
    void servicesAreRestartedAndTheComputerIsShutDown() throws Exception {
        for (String id : new String[] {"service.restart", "host.shutdown"}) {
            Map<String, String> before = pi.tree();
            Preview shown = look(id);
            assertThat(shown.undo()).isNull();
            carryOut(id, shown);
            assertThat(pi.tree()).isEqualTo(before);
            assertThat(standing(id, shown)).isEqualTo(Standing.CANNOT_BE_TOLD);
        }
        assertThat(pi.get("restarts")).isEqualTo("1");
        assertThat(pi.get("poweroff")).endsWith("systemctl poweroff");
    }

    /** The step that is under way is finished by its program; no further one is begun. */
    @ParameterizedTest
    @CsvSource({
        "wifi.power_save_off, nm, nmcli, 'nmcli general reload', IN_PART",
        "wifi.power_save_off, none, iw, 'iw dev wlan0 set', IN_PLACE",
        "time.sync, nm, timedatectl, 'timedatectl set-ntp', IN_PLACE",
        "service.restart, nm, systemctl, 'systemctl restart', CANNOT_BE_TOLD",
        "host.shutdown, nm, systemd-run, systemd-run, CANNOT_BE_TOLD"
    })
    void aConnectionCutInTheMiddleCanBeFinishedAndUndone(
            String id, String manager, String program, String at, Standing expected)
            throws Exception {
        pi.set("manager", manager);
        Map<String, String> before = pi.tree();
        Preview shown = look(id);
        for (boolean finish : new boolean[] {true, false}) {
            Files.writeString(pi.file("log/calls"), "");
            pi.block(program);
            CompletableFuture<LinkException> broken = begin(id, shown);
            pi.awaitCall(at);
            pi.cut();
            assertThat(broken.get(30, TimeUnit.SECONDS).failure().code())
                    .isEqualTo(FailureCode.LINK_BROKEN);
            pi.unblock(program);

            assertThat(standing(id, shown)).isEqualTo(expected);
            if (finish) {
                carryOut(id, shown);
                assertThat(standing(id, shown)).isIn(Standing.IN_PLACE, Standing.CANNOT_BE_TOLD);
            }
            if (shown.undo() != null) {
                undo(id, shown);
                assertThat(standing(id, shown)).isEqualTo(Standing.NOT_IN_PLACE);
            }
            assertThat(pi.tree()).isEqualTo(before);
        }
    }

    private CompletableFuture<LinkException> begin(String id, Preview shown) {
        var broken = new CompletableFuture<LinkException>();
        NamedThreads.platform(
                        "cut-" + id,
                        () -> {
                            try {
                                action(id).carryOut(printer, call(id), shown, LinkQuestions.NOBODY);
                                broken.completeExceptionally(new AssertionError("it was not cut"));
                            } catch (LinkException e) {
                                broken.complete(e);
                            } catch (RuntimeException e) {
                                broken.completeExceptionally(e);
                            }
                        })
                .start();
        return broken;
    }

    @Test
    void anotherResolverIsTriedWithoutChangingAnything() throws Exception {
        try (var silent =
                new DatagramSocket(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.77"), 53))) {
            Preview shown = look("dns.try");
            assertThat(shown.commands()).contains("dig @127.0.0.77 printer.example A");
            assertThat(shown.changes()).isEmpty();
            Map<String, String> before = pi.tree();
            CompletableFuture<LinkException> broken = begin("dns.try", shown);
            silent.setSoTimeout(20_000);
            silent.receive(new DatagramPacket(new byte[512], 512));
            pi.cut();
            assertThat(broken.get(30, TimeUnit.SECONDS).failure().code())
                    .isEqualTo(FailureCode.LINK_BROKEN);
            assertThat(standing("dns.try", shown)).isEqualTo(Standing.CANNOT_BE_TOLD);
            assertThat(
                            action("dns.try")
                                    .carryOut(
                                            printer, call("dns.try"), shown, LinkQuestions.NOBODY))
                    .extracting(one -> one.key())
                    .contains("fix.hands.dns.timeout");
            assertThat(pi.tree()).isEqualTo(before);
        }
    }

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

    @Test
    void anInterruptedThreadIsNoBrokenLink() throws Exception {
        Preview shown = look(WIFI);
        pi.block("nmcli");
        var failed = new CompletableFuture<LinkException>();
        Thread worker =
                NamedThreads.platform(
                        "interrupted",
                        () -> {
                            try {
                                action(WIFI)
                                        .carryOut(printer, call(WIFI), shown, LinkQuestions.NOBODY);
                            } catch (LinkException e) {
                                failed.complete(e);
                            }
                        });
        worker.start();
        pi.awaitCall("nmcli general reload");
        worker.interrupt();
        assertThat(failed.get(10, TimeUnit.SECONDS).failure().code())
                .isEqualTo(FailureCode.CANCELLED);
        await().atMost(Duration.ofSeconds(5)).until(() -> !worker.isAlive());
        pi.unblock("nmcli");
        assertThat(standing(WIFI, shown)).isEqualTo(Standing.IN_PART);
    }
}
