package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class AgentPayloadTest {
    private static final Path FOLDER = Path.of("src/main/python/linkscope_agent");

    @Test
    void sendsEveryModuleOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> modules =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".py") && !name.equals("bootstrap.py"))
                            .map(name -> name.substring(0, name.length() - 3))
                            .sorted()
                            .toList();
            assertThat(AgentPayload.MODULES).containsExactlyElementsOf(modules);
        }
    }

    @Test
    void isPlainAsciiAndSmall() throws Exception {
        assertThat(AgentPayload.program().chars()).allMatch(c -> c < 128 && c != '\r');
        assertThat(AgentPayload.bytes()).hasSizeLessThan(80_000);
    }

    @Test
    void saysItsLengthFirst() throws Exception {
        byte[] bytes = AgentPayload.bytes();
        int feed = new String(bytes, 0, 10, StandardCharsets.US_ASCII).indexOf('\n');
        int length = Integer.parseInt(new String(bytes, 0, feed, StandardCharsets.US_ASCII));
        byte[] packed = Arrays.copyOfRange(bytes, feed + 1, bytes.length);
        assertThat(packed).hasSize(length);
        try (var program = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(program.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(AgentPayload.program());
        }
    }
}
