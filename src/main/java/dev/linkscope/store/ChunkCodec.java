package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Timings;
import java.util.List;

/**
 * One hour of one probe as bytes: a version byte, then a zlib stream of columns. {@code store.md}
 * describes the layout.
 */
final class ChunkCodec {
    /** Layout written; a chunk of another one is refused. */
    static final byte VERSION = 1;

    private ChunkCodec() {}

    /** The bytes of outcomes of one target, best in the order of their sequence. */
    static byte[] encode(List<Outcome> outcomes) {
        var columns = new ColumnWriter(outcomes);
        columns.steps(Outcome::sequence);
        columns.steps(Outcome::slot);
        columns.steps(Outcome::startMillis);
        columns.numbers(outcome -> outcome.endMillis() - outcome.startMillis());
        columns.numbers(outcome -> StoredNames.code(outcome.state()));
        columns.texts(outcome -> outcome.kind().wireName());
        columns.texts(outcome -> StoredNames.name(outcome.phase()));
        columns.texts(Outcome::errorClass);
        columns.texts(outcome -> DetailsText.write(outcome.details()));
        columns.numbers(outcome -> outcome.timings().dns());
        columns.numbers(outcome -> outcome.timings().connect());
        columns.numbers(outcome -> outcome.timings().tls());
        columns.numbers(outcome -> outcome.timings().request());
        columns.numbers(outcome -> outcome.timings().body());
        columns.numbers(outcome -> outcome.timings().total() - sumOfPhases(outcome.timings()));
        byte[] stream = Zlib.deflate(columns.toByteArray());
        byte[] chunk = new byte[stream.length + 1];
        chunk[0] = VERSION;
        System.arraycopy(stream, 0, chunk, 1, stream.length);
        return chunk;
    }

    /**
     * The outcomes of a chunk. Those of a kind that this version does not know are left out; a
     * phase that it does not know is null.
     */
    static List<Outcome> decode(String target, byte[] chunk) throws DamagedChunkException {
        if (chunk.length == 0 || chunk[0] != VERSION) {
            throw new DamagedChunkException("unknown layout");
        }
        return new DecodedHour(new ColumnReader(Zlib.inflate(chunk, 1))).outcomes(target);
    }

    /** The total is about the sum of the phases: what is left over takes a byte or two. */
    static long sumOfPhases(Timings timings) {
        return (long) timings.dns()
                + timings.connect()
                + timings.tls()
                + timings.request()
                + timings.body();
    }
}
