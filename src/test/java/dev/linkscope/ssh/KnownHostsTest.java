package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ssh.testkit.Programs;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.support.NamedThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {
    @TempDir Path folder;

    private byte[] key(String name, String type) throws Exception {
        String line = TestKeys.publicLine(TestKeys.make(folder.resolve(name), type, null));
        return Base64.getDecoder().decode(line.split(" ")[1]);
    }

    private KnownHosts with(String content) throws Exception {
        return new KnownHosts(Files.writeString(folder.resolve("known_hosts"), content));
    }

    private String line(String hosts, byte[] key) {
        return hosts + " " + HostKeyText.type(key) + " " + Base64.getEncoder().encodeToString(key);
    }

    @Test
    void readsWhatOpenSshHashes() throws Exception {
        Assumptions.assumeTrue(Programs.find("ssh-keygen") != null, "ssh-keygen hashes the file");
        byte[] key = key("a", "ed25519");
        byte[] other = key("b", "ed25519");
        KnownHosts hosts =
                with(line("octopi.local", key) + "\n" + line("[10.0.0.7]:2222", other) + "\n");
        new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", hosts.file().toString())
                .inheritIO()
                .start()
                .waitFor(10, TimeUnit.SECONDS);
        assertThat(Files.readString(hosts.file())).contains("|1|").doesNotContain("octopi");

        assertThat(hosts.check("octopi.local", 22, key))
                .isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(hosts.check("OctoPi.local", 22, key))
                .isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(hosts.check("octopi.local", 22, other))
                .isInstanceOf(KnownHosts.Verdict.Changed.class);
        assertThat(hosts.check("10.0.0.7", 2222, other))
                .isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(hosts.check("10.0.0.7", 22, other))
                .isInstanceOf(KnownHosts.Verdict.Unknown.class);
    }

    @Test
    void readsPatternsAndSkipsWhatItDoesNotKnow() throws Exception {
        byte[] key = key("a", "ed25519");
        KnownHosts hosts =
                with(
                        "# a comment\n\nnonsense\n@cert-authority * ssh-rsa AAAA\n"
                                + line("pi-?.lan,*.farm,!bad.farm", key)
                                + " comment\n@revoked "
                                + line("x", key));

        assertThat(hosts.about("pi-7.lan", 22)).hasSize(1);
        assertThat(hosts.about("pi-77.lan", 22)).isEmpty();
        assertThat(hosts.about("a.farm", 22)).hasSize(1);
        assertThat(hosts.about("bad.farm", 22)).isEmpty();
        assertThat(hosts.check("x", 22, key)).isInstanceOf(KnownHosts.Verdict.Changed.class);
    }

    @Test
    void oneOfSeveralStoredTypesIsEnough() throws Exception {
        byte[] first = key("a", "ed25519");
        byte[] second = key("b", "ecdsa");
        KnownHosts hosts = with(line("pi", first) + "\n" + line("pi", second) + "\n");

        assertThat(hosts.check("pi", 22, second)).isInstanceOf(KnownHosts.Verdict.Known.class);
    }

    @Test
    void addsToAFileWithoutFinalLineBreak() throws Exception {
        byte[] key = key("a", "ed25519");
        KnownHosts hosts = with("other ssh-rsa AAAA");

        hosts.accept("pi", 22, key);

        assertThat(Files.readAllLines(hosts.file()))
                .containsExactly("other ssh-rsa AAAA", line("pi", key));
    }

    @Test
    void neverReplacesAKeyThatWasStoredMeanwhile() throws Exception {
        byte[] key = key("a", "ed25519");
        KnownHosts hosts = with("");

        assertThat(hosts.accept("pi", 22, key)).isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(hosts.accept("pi", 22, key)).isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(hosts.accept("pi", 22, key("b", "ecdsa")))
                .isInstanceOf(KnownHosts.Verdict.Changed.class);
        assertThat(Files.readAllLines(hosts.file())).hasSize(1);
    }

    @Test
    void twoHundredWritersLeaveTwoHundredLines() throws Exception {
        byte[] key = key("a", "ed25519");
        Path file = folder.resolve("new/folder/known_hosts");
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String host = "printer-" + i;
            writers.add(
                    NamedThreads.virtual(
                            host,
                            () -> {
                                try {
                                    go.await();
                                    new KnownHosts(file).accept(host, 22, key);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        writers.forEach(Thread::start);
        go.countDown();
        for (Thread writer : writers) {
            assertThat(writer.join(java.time.Duration.ofSeconds(30))).isTrue();
        }

        assertThat(Files.readAllLines(file)).hasSize(200).doesNotHaveDuplicates();
        for (int i = 0; i < 200; i++) {
            assertThat(new KnownHosts(file).check("printer-" + i, 22, key))
                    .isInstanceOf(KnownHosts.Verdict.Known.class);
        }
    }
}
