package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.Timings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one chunk, read in the order in which {@link ChunkCodec#encode} writes them. */
final class DecodedHour {
    private final int rows;
    private final long[] sequence;
    private final long[] slot;
    private final long[] start;
    private final long[] length;
    private final long[] state;
    private final @Nullable String[] kind;
    private final @Nullable String[] phase;
    private final @Nullable String[] errorClass;
    private final @Nullable String[] details;
    private final Timings[] timings;

    DecodedHour(ColumnReader columns) throws DamagedChunkException {
        rows = columns.rows();
        sequence = columns.steps();
        slot = columns.steps();
        start = columns.steps();
        length = columns.numbers();
        state = columns.numbers();
        kind = columns.texts();
        phase = columns.texts();
        errorClass = columns.texts();
        details = columns.texts();
        timings = readTimings(columns);
    }

    /** The outcomes, without those of a kind that this version does not know. */
    List<Outcome> outcomes(String target) {
        var outcomes = new ArrayList<Outcome>(rows);
        for (int i = 0; i < rows; i++) {
            ProbeKind known = StoredNames.kind(kind[i]);
            if (known != null) {
                outcomes.add(outcome(i, target, known));
            }
        }
        return outcomes;
    }

    private Outcome outcome(int i, String target, ProbeKind known) {
        return new Outcome(
                sequence[i],
                target,
                known,
                slot[i],
                start[i],
                start[i] + length[i],
                StoredNames.state(state[i]),
                StoredNames.phase(phase[i]),
                errorClass[i],
                timings[i],
                DetailsText.read(details[i]));
    }

    private static Timings[] readTimings(ColumnReader columns) throws DamagedChunkException {
        long[] dns = columns.numbers();
        long[] connect = columns.numbers();
        long[] tls = columns.numbers();
        long[] request = columns.numbers();
        long[] body = columns.numbers();
        long[] rest = columns.numbers();
        var timings = new Timings[columns.rows()];
        for (int i = 0; i < timings.length; i++) {
            var phases =
                    new Timings(
                            (int) dns[i],
                            (int) connect[i],
                            (int) tls[i],
                            (int) request[i],
                            (int) body[i],
                            Timings.ABSENT);
            timings[i] =
                    new Timings(
                            phases.dns(),
                            phases.connect(),
                            phases.tls(),
                            phases.request(),
                            phases.body(),
                            (int) (rest[i] + ChunkCodec.sumOfPhases(phases)));
        }
        return timings;
    }
}
