package dev.linkscope.report;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Traces for tests: written out slot by slot, or drawn from a fixed seed. */
public final class SampleTraces {
    /** When all samples begin. */
    public static final Instant START = Instant.parse("2026-11-22T07:02:00Z");

    /** Cadence of all samples. */
    public static final Duration CADENCE = Duration.ofSeconds(10);

    private SampleTraces() {}

    /** One segment; {@code 1} ok, {@code 0} failed, anything else not measured. */
    public static Trace of(String slots) {
        return new Trace(List.of(segment(START, CADENCE, slots)));
    }

    /** One segment of that start and cadence. */
    public static Segment segment(Instant start, Duration cadence, String slots) {
        List<Slot> list = new ArrayList<>();
        Instant due = start;
        for (char c : slots.toCharArray()) {
            list.add(
                    switch (c) {
                        case '1' -> Slot.ok(due, 120_000);
                        case '0' -> Slot.failed(due, Phase.CONNECT);
                        default -> Slot.notMeasured(due, NotMeasured.UNREACHABLE_FROM_HERE);
                    });
            due = due.plus(cadence);
        }
        return new Segment(cadence, list);
    }

    /** Fifteen outages and a blind spot in {@code slots} slots. */
    public static Trace bursts(int slots) {
        var random = new Random(7);
        var letters = new StringBuilder("1".repeat(slots));
        int every = Math.max(12, slots / 15);
        for (int at = every / 3; at + 12 < slots; at += every) {
            int from = at + random.nextInt(5);
            int length = 3 + random.nextInt(8);
            for (int i = from; i < Math.min(slots, from + length); i++) {
                letters.setCharAt(i, random.nextInt(10) == 0 ? '1' : '0');
            }
        }
        for (int i = slots * 6 / 10; i < slots * 6 / 10 + slots / 25; i++) {
            letters.setCharAt(i, '.');
        }
        return of(letters.toString());
    }

    /** Two single failures. */
    public static Trace nearlyClean(int slots) {
        var letters = new StringBuilder("1".repeat(slots));
        letters.setCharAt(slots / 3, '0');
        letters.setCharAt(slots * 3 / 5, '0');
        return of(letters.toString());
    }

    /** Slots with the given failure rate, each by itself. */
    public static Trace scattered(int slots, double rate, long seed) {
        var random = new Random(seed);
        var letters = new StringBuilder();
        for (int i = 0; i < slots; i++) {
            letters.append(random.nextDouble() < rate ? '0' : '1');
        }
        return of(letters.toString());
    }
}
