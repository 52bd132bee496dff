package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Made-up runs and outcomes for tests. */
public final class Made {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    public static final InstantSource TIME = InstantSource.fixed(START);
    public static final String TARGET = "server";
    public static final Duration CADENCE = Duration.ofSeconds(10);

    private Made() {}

    public static OutcomeStore.Run run(String id) {
        return new OutcomeStore.Run(id, "boot-" + id, "process-" + id, "0.1.0", START);
    }

    /** Slot 0 is due at boot clock 0, which is {@link #START}. */
    public static void announce(OutcomeStore store, PrinterId printer, String runId) {
        store.beginRun(printer, run(runId));
        store.clock(runId, new ClockReading(0, START));
        store.schedule(runId, new AgentFrame.Schedule(TARGET, ProbeKind.SERVER_HTTP, 0, CADENCE));
    }

    /** The outcome of slot {@code sequence − 1}; much like real ones, the same for a sequence. */
    public static Outcome outcome(long sequence) {
        var random = new Random(sequence);
        long start = (sequence - 1) * CADENCE.toMillis() + random.nextInt(3);
        boolean failed = random.nextInt(20) == 0;
        int dns = 800 + random.nextInt(900);
        int connect = 18_000 + random.nextInt(6_000);
        int tls = 22_000 + random.nextInt(9_000);
        int request = 30_000 + random.nextInt(20_000);
        if (failed) {
            return new Outcome(
                    sequence,
                    TARGET,
                    ProbeKind.SERVER_HTTP,
                    sequence - 1,
                    start,
                    start + 10_000,
                    SlotState.FAILED,
                    Phase.CONNECT,
                    "timeout",
                    new Timings(dns, -1, -1, -1, -1, 10_000_000 + random.nextInt(999)),
                    Map.of("address", "203.0.113." + random.nextInt(4)));
        }
        int body = 100 + random.nextInt(80);
        int total = dns + connect + tls + request + body + random.nextInt(200);
        return new Outcome(
                sequence,
                TARGET,
                ProbeKind.SERVER_HTTP,
                sequence - 1,
                start,
                start + total / 1000,
                SlotState.OK,
                null,
                null,
                new Timings(dns, connect, tls, request, body, total),
                Map.of("address", "203.0.113." + random.nextInt(4), "status", "401"));
    }

    /** Outcomes of sequences, both ends inclusive. */
    public static List<Outcome> outcomes(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Made::outcome).toList();
    }

    /** All outcomes of the target of a printer. */
    public static List<Outcome> readAll(OutcomeStore store, PrinterId printer) {
        return store.read(printer, TARGET, Instant.MIN, Instant.MAX).stream()
                .map(RecordedRun::outcomes)
                .flatMap(List::stream)
                .toList();
    }
}
