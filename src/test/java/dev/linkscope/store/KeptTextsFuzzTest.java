package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whatever a history holds, which others may share: values, or nothing. */
class KeptTextsFuzzTest {
    @Test
    void everyTextIsRead() throws Exception {
        Fuzzing.of("statements")
                .run(input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    Statement read = StatementText.read("verdict.HEALTHY", text);
                    String again = StatementText.args(read);
                    assertThat(StatementText.args(StatementText.read(read.key(), again)))
                            .isEqualTo(again);
                    assertThat(DetailsText.read(text)).isNotNull();
                    String exact = ExactText.read(text);
                    assertThat(exact == null ? 0 : exact.length())
                            .isLessThanOrEqualTo(text.length());
                });
    }

    @Test
    void everyChunkIsOutcomesOrDamaged() throws Exception {
        Fuzzing.of("chunks")
                .run(input -> {
                    byte[] packed = Zlib.deflate(input);
                    byte[] versioned = new byte[packed.length + 1];
                    versioned[0] = input.length == 0 ? 1 : input[0];
                    System.arraycopy(packed, 0, versioned, 1, packed.length);
                    for (byte[] chunk : Arrays.asList(input, versioned)) {
                        decode(chunk);
                    }
                });
    }

    private static void decode(byte[] chunk) {
        try {
            assertThat(ChunkCodec.decode("server", chunk)).isNotNull();
        } catch (DamagedChunkException _) {
            // It is left out and counted.
        }
        try {
            assertThat(SumsCodec.readMinutes(chunk, null)).isNotNull();
        } catch (DamagedChunkException _) {
            // As above.
        }
        try {
            assertThat(SumsCodec.readFailures(490_000, chunk)).isNotNull();
        } catch (DamagedChunkException _) {
            // As above.
        }
    }
}
