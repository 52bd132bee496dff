package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.ui.desktop.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One window a data folder, with real processes. */
@Timeout(60)
class SingleInstanceTest {
    @TempDir Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    /** A process and what it has printed. */
    private record Holder(Process process, BufferedReader out) {
        String next() throws IOException {
            return out.readLine();
        }
    }

    private Holder hold(Path home) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                InstanceHolder.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        processes.add(process);
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Holder(process, out);
    }

    private Holder holding(Path home) throws IOException {
        Holder holder = hold(home);
        assertThat(holder.next()).startsWith("holding ");
        return holder;
    }

    @Test
    void aSecondProcessHandsOverWhatItWasStartedFor() throws Exception {
        Holder first = holding(folder);
        Holder second = hold(folder);
        assertThat(second.next()).isEqualTo("taken by another");
        assertThat(second.next()).isEqualTo("handed over");
        assertThat(first.next()).isEqualTo("asked Show[]");
        var report = new Request.Report(folder.resolve("für dich.pdf"));
        assertThat(SingleInstance.claim(folder)).isEmpty();
        assertThat(SingleInstance.ask(folder, report)).isTrue();
        assertThat(first.next()).isEqualTo("asked " + report);
    }

    @Test
    void aKilledProcessLeavesNothingInTheWay() throws Exception {
        Holder first = holding(folder);
        first.process().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(folder.resolve("window.sock")).exists();
        assertThat(SingleInstance.ask(folder, new Request.Show())).isFalse();
        Holder next = holding(folder);
        assertThat(SingleInstance.ask(folder, new Request.Show())).isTrue();
        assertThat(next.next()).isEqualTo("asked Show[]");
    }

    @Test
    void aProcessThatEndsLetsTheFolderGo() throws Exception {
        Holder first = holding(folder);
        first.process().getOutputStream().close();
        assertThat(first.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("window.sock")).doesNotExist();
        try (SingleInstance mine = SingleInstance.claim(folder).orElseThrow()) {
            assertThat(mine.socket()).exists();
        }
    }

    @Test
    void foldersDoNotMeet() throws Exception {
        Holder one = holding(folder.resolve("one"));
        Holder other = holding(folder.resolve("other"));
        assertThat(SingleInstance.ask(folder.resolve("one"), new Request.Demo())).isTrue();
        assertThat(one.next()).isEqualTo("asked Demo[]");
        assertThat(SingleInstance.ask(folder.resolve("other"), new Request.Show())).isTrue();
        assertThat(other.next()).isEqualTo("asked Show[]");
    }

    @Test
    void onlyTheUserMayAsk() throws Exception {
        try (SingleInstance mine = SingleInstance.claim(folder).orElseThrow()) {
            assertThat(Files.getPosixFilePermissions(mine.socket()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void theFolderIsMadeForItsUserAlone() throws Exception {
        Path home = folder.resolve("share").resolve("linkscope");
        try (SingleInstance _ = SingleInstance.claim(home).orElseThrow()) {
            assertThat(Files.getPosixFilePermissions(home))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderWithALongNameHasItsSocketElsewhere() throws Exception {
        Path deep = folder.resolve("a-folder-with-a-rather-long-name".repeat(4)).resolve("home");
        try (SingleInstance mine = SingleInstance.claim(deep).orElseThrow()) {
            var asked = new CopyOnWriteArrayList<Request>();
            mine.serve(asked::add);
            assertThat(mine.socket().startsWith(deep)).isFalse();
            assertThat(Files.getPosixFilePermissions(mine.socket().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(SingleInstance.ask(deep, new Request.Show())).isTrue();
            assertThat(asked).containsExactly(new Request.Show());
        }
    }

    @Test
    void whatComesBeforeTheWindowIsOpenWaits() throws Exception {
        try (SingleInstance mine = SingleInstance.claim(folder).orElseThrow()) {
            for (int i = 0; i < 16; i++) {
                assertThat(SingleInstance.ask(folder, new Request.Show())).isTrue();
            }
            assertThat(SingleInstance.ask(folder, new Request.Show())).as("too many").isFalse();
            var asked = new CopyOnWriteArrayList<Request>();
            mine.serve(asked::add);
            assertThat(asked).hasSize(16);
        }
    }

    @Test
    void whatIsNoRequestIsRefusedAndWhoSaysNothingHoldsUpNobody() throws Exception {
        try (SingleInstance mine = SingleInstance.claim(folder).orElseThrow()) {
            mine.serve(request -> {});
            assertThat(answer(mine, "GET / HTTP/1.1\n")).isEqualTo("refused");
            assertThat(answer(mine, "linkscope/1 report ..%2F..%2Fetc%2Fpasswd\n"))
                    .isEqualTo("refused");
            try (var silent = SocketChannel.open(UnixDomainSocketAddress.of(mine.socket()));
                    var endless = SocketChannel.open(UnixDomainSocketAddress.of(mine.socket()))) {
                endless.write(ByteBuffer.wrap(new byte[RequestLine.LONGEST + 100]));
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> SingleInstance.ask(folder, new Request.Show()));
                assertThat(silent.isOpen()).isTrue();
            }
        }
    }

    private static String answer(SingleInstance instance, String sent) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(instance.socket()))) {
            channel.write(ByteBuffer.wrap(sent.getBytes(StandardCharsets.US_ASCII)));
            return LocalLine.read(channel, 100, Duration.ofSeconds(5));
        }
    }
}
