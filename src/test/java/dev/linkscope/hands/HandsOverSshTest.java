package dev.linkscope.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every change on the Pi, as a throw-away user of a real OpenSSH server. */
class HandsOverSshTest extends PiTestCase {
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

    @Test
    void anUndoCutInTheMiddleIsGoneOnWith() throws Exception {
        Map<String, String> before = pi.tree();
        Preview shown = look(WIFI);
        carryOut(WIFI, shown);
        Files.writeString(pi.file("log/calls"), "");
        pi.block("iw");
        var broken = new CompletableFuture<LinkException>();
        Thread worker =
                NamedThreads.platform(
                        "cut-undo",
                        () -> {
                            try {
                                undo(WIFI, shown);
                            } catch (LinkException e) {
                                broken.complete(e);
                            } catch (Exception e) {
                                broken.completeExceptionally(e);
                            }
                        });
        worker.start();
        pi.awaitCall("iw dev wlan0 set power_save on");
        pi.cut();
        assertThat(broken.get(30, TimeUnit.SECONDS).failure().code())
                .isEqualTo(FailureCode.LINK_BROKEN);
        pi.unblock("iw");

        assertThat(standing(WIFI, shown)).isEqualTo(Standing.IN_PART);
        undo(WIFI, shown);
        assertThat(pi.tree()).isEqualTo(before);
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
