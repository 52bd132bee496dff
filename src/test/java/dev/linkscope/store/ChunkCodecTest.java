package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {
    @Property(tries = 300)
    void whatGoesInComesOut(@ForAll("outcomes") List<Outcome> outcomes)
            throws DamagedChunkException {
        assertThat(ChunkCodec.decode("t", ChunkCodec.encode(outcomes))).isEqualTo(outcomes);
    }

    @Property(tries = 300)
    void damageIsToldAndNothingElse(
            @ForAll @IntRange(min = 0, max = 5_000) int at, @ForAll @IntRange(min = 1) int change) {
        byte[] chunk = ChunkCodec.encode(Made.outcomes(1, 50));
        int index = at % chunk.length;
        chunk[index] ^= (byte) (change % 255 + 1);
        try {
            // The header of a zlib stream has bits that change nothing.
            assertThat(ChunkCodec.decode(Made.TARGET, chunk)).isEqualTo(Made.outcomes(1, 50));
        } catch (DamagedChunkException e) {
            assertThat(e).hasMessageNotContaining("203.0.113");
        }
    }

    @Test
    void anythingElseIsRefused() {
        var random = new Random(1);
        byte[] noise = new byte[500];
        for (int i = 0; i < 200; i++) {
            random.nextBytes(noise);
            noise[0] = ChunkCodec.VERSION;
            refused(noise);
        }
        refused(new byte[0]);
        refused(new byte[] {ChunkCodec.VERSION});
        refused(new byte[] {ChunkCodec.VERSION + 1, 0, 0});
        byte[] whole = ChunkCodec.encode(Made.outcomes(1, 100));
        refused(Arrays.copyOf(whole, whole.length - 9));
    }

    @Test
    void aWholeStreamOfNonsenseIsRefused() {
        var random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] nonsense = new byte[random.nextInt(200)];
            random.nextBytes(nonsense);
            byte[] stream = Zlib.deflate(nonsense);
            byte[] chunk = new byte[stream.length + 1];
            chunk[0] = ChunkCodec.VERSION;
            System.arraycopy(stream, 0, chunk, 1, stream.length);
            try {
                ChunkCodec.decode("t", chunk);
            } catch (DamagedChunkException e) {
                assertThat(e).hasMessageNotContaining("Exception");
            }
        }
    }

    private static void refused(byte[] chunk) {
        assertThatExceptionOfType(DamagedChunkException.class)
                .isThrownBy(() -> ChunkCodec.decode("t", chunk));
    }

    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        // Lone surrogates have no UTF-8 form.
        Arbitrary<String> text =
                Arbitraries.strings().ofMaxLength(12).filter(s -> !s.matches(".*\\p{Cs}.*"));
        Arbitrary<Integer> micros =
                Arbitraries.oneOf(Arbitraries.just(Timings.ABSENT), Arbitraries.integers());
        Arbitrary<Timings> timings =
                Combinators.combine(micros, micros, micros, micros, micros, micros)
                        .as(Timings::new);
        Arbitrary<Map<String, String>> details = Arbitraries.maps(text, text).ofMaxSize(4);
        Arbitrary<long[]> numbers = Arbitraries.longs().array(long[].class).ofSize(4);
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(ProbeKind.class),
                        Arbitraries.of(SlotState.class),
                        Arbitraries.of(Phase.class).injectNull(0.5),
                        text.injectNull(0.5),
                        timings,
                        details)
                .as((n, kind, state, phase, errorClass, times, map) ->
                        new Outcome(
                                n[0],
                                "t",
                                kind,
                                n[1],
                                n[2],
                                n[3],
                                state,
                                phase,
                                errorClass,
                                times,
                                map))
                .list()
                .ofMaxSize(30);
    }
}
