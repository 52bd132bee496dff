package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.pictures.PalettePng;
import dev.linkscope.ui.shell.DrawnWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who has never seen the window: <em>Your first diagnosis</em> of the user guide, step by
 * step, with a real agent behind a real SSH server. {@code -Dlinkscope.pictures.accept=true} writes
 * the guide's pictures.
 */
@Tag("faults")
@Timeout(300)
@ExtendWith(FxToolkit.class)
class NewUserIT {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    /** A python whose lookups of names fail, as where no name server answers. */
    private static final String NAMELESS =
            """
            #!%1$s -IS
            import os, sys
            DEAD = '''
            import sys, _socket
            sys.executable = @SELF@
            real = _socket.getaddrinfo
            def dead(host, *rest, **named):
                name = host.decode() if isinstance(host, bytes) else host
                if name and not name.replace('.', '').isdigit():
                    open(@SELF@ + '.asked', 'a').close()
                    raise _socket.gaierror(-3, 'Temporary failure in name resolution')
                return real(host, *rest, **named)
            _socket.getaddrinfo = dead
            import socket
            socket._socket = _socket
            socket.getaddrinfo = dead
            '''.replace('@SELF@', repr(os.path.abspath(__file__)))
            words = sys.argv[1:]
            if '-c' in words:
                at = words.index('-c') + 1
                words[at] = 'exec(' + repr(DEAD) + ');' + words[at]
            os.execv('%1$s', ['%1$s'] + words)
            """;

    @TempDir private Path home;
    @TempDir private Path sshFolder;
    private final List<String> steps = new ArrayList<>();
    private FaultServer servers;
    private long pictured;
    private @Nullable DrawnWindow window;
    private @Nullable OwnRun run;

    @BeforeEach
    void begin() {
        servers = new FaultServer();
    }

    @AfterEach
    void end() throws Exception {
        if (window != null) {
            window.close();
        }
        if (run != null) {
            run.close();
        }
        servers.close();
    }

    private void open() throws Exception {
        run = OwnRun.in(home, Locale.US);
        window = DrawnWindow.of(run.services(), "light", null);
        window.open(990, 900);
        window.saveInto(home);
    }

    private void step(String what) {
        steps.add(what);
    }

    private void addPrinter(TestSshServer pi, String server) throws Exception {
        step("press Add…");
        window.fire("#start-add");
        step("type the Pi's address");
        window.type("#address", pi.target());
        step("choose Key file");
        window.choose("#with-KEY");
        step("type the key file");
        window.type("#key-file", pi.identity().toString());
        step("type the Obico server");
        window.type("#server", server);
        step("type the camera's address");
        window.type("#snapshot", servers.url("camera", "/?action=snapshot"));
        step("press Try it");
        window.fire("#try-it");
        window.awaitShown("#accept-host-key");
        picture("first-2-fingerprint");
        step("press Yes, trust it");
        window.fire("#accept-host-key");
        window.awaitWithin(PATIENCE, () -> !window.isDisabled("#add"));
        picture("first-3-works");
        step("press Add");
        window.fire("#add");
        window.await(() -> window.cards().isEmpty());
    }

    @Test
    void findsADeadNameLookupAndExportsThePdf() throws Exception {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path python = bin.resolve("python3");
        Files.writeString(python, NAMELESS.formatted(realPython()));
        assertThat(python.toFile().setExecutable(true)).isTrue();
        SshServerSetup setup =
                SshServerSetup.STANDARD.withEnvironment(
                        Map.of(
                                "PATH",
                                bin + ":" + System.getenv("PATH"),
                                // A shell of this user may put other folders first.
                                "HOME",
                                home.toString()));
        try (TestSshServer pi = TestSshServer.start(sshFolder, setup)) {
            open();
            picture("first-1-start");
            pictured = 0;
            long began = System.nanoTime();
            addPrinter(pi, "http://obico.home:3334");
            window.awaitWithin(PATIENCE, () -> window.says("attempts needed, ready at about"));
            picture("first-4-wait");
            window.awaitWithin(PATIENCE, () -> window.says("No connection"));
            assertThat(window.askedOnFx(() -> window.says("no name server gave an answer")))
                    .as("the cause")
                    .isTrue();
            assertThat(bin.resolve("python3.asked")).as("lookups that were made to fail").exists();
            picture("first-5-cause");
            step("press Ctrl+E");
            window.report();
            window.awaitWithin(
                    PATIENCE,
                    () ->
                            !window.isDisabled("#export-save")
                                    && window.find("#export-preview .image-view")
                                            instanceof ImageView page
                                    && page.getImage() != null);
            picture("first-6-report");
            step("press Save…");
            window.fire("#export-save");
            window.awaitWithin(PATIENCE, () -> pdf() != null);
            Duration took = Duration.ofNanos(System.nanoTime() - began - pictured);
            System.out.printf(
                    "a first diagnosis: %d steps, %d s%n", steps.size(), took.toSeconds());
            assertThat(steps).hasSizeLessThanOrEqualTo(12);
            assertThat(took).isLessThan(TWO_MINUTES);
        }
    }

    @Test
    void tellsWhenThePatternWillBeKnown() throws Exception {
        servers.set("server", "500", List.of(2, 6));
        try (TestSshServer pi = TestSshServer.start(sshFolder)) {
            open();
            addPrinter(pi, servers.url("http", ""));
            window.awaitWithin(PATIENCE, () -> window.says("needs 5, at this pace about"));
            picture("first-7-when");
        }
    }

    private static String realPython() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .filter(folder -> !folder.endsWith("/shims"))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private @Nullable Path pdf() throws Exception {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .filter(file -> file.toFile().length() > 0)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What it takes to make a picture is no user's time. */
    private void picture(String name) throws Exception {
        long began = System.nanoTime();
        draw(name);
        pictured += System.nanoTime() - began;
    }

    private void draw(String name) throws Exception {
        window.settle();
        Path file =
                Boolean.getBoolean("linkscope.pictures.accept")
                        ? PICTURES.resolve(name + ".png")
                        : Path.of("target", "pictures", name + ".png");
        PalettePng.write(window.picture(), file);
    }
}
