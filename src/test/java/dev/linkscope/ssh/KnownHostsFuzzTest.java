package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in files of SSH and in host keys: an answer, soon. */
class KnownHostsFuzzTest {
    @Test
    void everyLineOfKnownHostsIsAnswered() throws Exception {
        byte[] blob = {0, 0, 0, 3, 'a', 'b', 'c'};
        Fuzzing.of("known-hosts")
                .memory(256L << 20)
                .run(input -> {
                    int number = 0;
                    String text = new String(input, StandardCharsets.ISO_8859_1);
                    for (String one : text.lines().toList()) {
                        KnownHostsLine line = KnownHostsLine.parse(one, ++number);
                        if (line != null) {
                            boolean _ =
                                    line.isAbout("octopi.local") | line.isAbout("[octopi]:2222");
                            assertThat(line.holds(blob)).isFalse();
                        }
                    }
                    Harmless.line(HostKeyText.full(input), 300);
                });
    }

    @Test
    void everySshConfigIsAnswered(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("config");
        Fuzzing.of("ssh-config")
                .memory(256L << 20)
                .run(input -> {
                    Files.write(file, input);
                    var settings = new ParsedSshConfig(file).lookup("octopi.local", null, null);
                    Integer port = settings.port();
                    assertThat(port == null ? 22 : port).isBetween(1, 65_535);
                    String text = new String(input, StandardCharsets.UTF_8);
                    assertThat(SshBinaryConfig.parse(text.lines().toList())).isNotNull();
                });
    }
}
