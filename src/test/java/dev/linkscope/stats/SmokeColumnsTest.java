package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.loss.RatePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SmokeColumnsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);

    private static Trace trace(Random random, int slots, Duration cadence) {
        var made = new ArrayList<Slot>();
        for (int i = 0; i < slots; i++) {
            Instant due = NOON.plus(cadence.multipliedBy(i));
            made.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Slot.failed(due, null);
                        case 1 -> Slot.notMeasured(due, NotMeasured.PI_OFF);
                        default -> Slot.ok(due, random.nextInt(200_000));
                    });
        }
        return new Trace(List.of(new Segment(cadence, made)));
    }

    private static SmokeColumns columns(Span span, int columns) {
        return new SmokeColumns(new ColumnGrid(span, columns));
    }

    @Property(tries = 200)
    void theSumsOfTheColumnsAreTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int slots,
            @ForAll @IntRange(min = 1, max = 900) int columns,
            @ForAll @LongRange(min = 1, max = 20_001) long cadenceMillis) {
        Duration cadence = Duration.ofMillis(cadenceMillis);
        Trace trace = trace(new Random(seed), slots, cadence);
        var span = new Span(NOON, NOON.plus(cadence.multipliedBy(slots)));
        var all = columns(span, columns);
        all.add(trace);
        List<SmokeColumn> found = all.columns();
        assertThat(found).hasSize(columns);
        assertThat(found.stream().mapToLong(SmokeColumn::measured).sum())
                .isEqualTo(trace.slots().filter(Slot::measured).count());
        assertThat(found.stream().mapToLong(SmokeColumn::failed).sum())
                .isEqualTo(trace.slots().filter(Slot::failed).count());
        assertThat(found.getFirst().from()).isEqualTo(span.from());
        assertThat(found.getLast().to()).isEqualTo(span.to());
        for (int i = 1; i < columns; i++) {
            assertThat(found.get(i).from()).isEqualTo(found.get(i - 1).to());
        }
        // Each slot is in the column that says so.
        for (SmokeColumn column : found) {
            assertThat(column.measured())
                    .isEqualTo(
                            (int)
                                    trace.slots()
                                            .filter(Slot::measured)
                                            .filter(slot ->
                                                    !slot.scheduled().isBefore(column.from())
                                                            && slot.scheduled()
                                                                    .isBefore(column.to()))
                                            .count());
        }
    }

    @Test
    void quantilesAreThoseOfTheColumnsOwnTimes() {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i <= 100; i++) {
            slots.add(Slot.ok(NOON.plusSeconds(i), (100 - i) * 1_000));
        }
        slots.add(Slot.failed(NOON.plusSeconds(101), null));
        slots.add(Slot.ok(NOON.plusSeconds(250), 7_000));
        var all = columns(new Span(NOON, NOON.plusSeconds(300)), 3);
        all.add(new Trace(List.of(new Segment(Duration.ofSeconds(1), slots))));
        // The first column has the first 100 seconds.
        SmokeColumn.Smoke first = all.columns().getFirst().smoke();
        assertThat(first).isNotNull();
        assertThat(first.p5()).isEqualTo(5.95);
        assertThat(first.p50()).isEqualTo(50.5);
        assertThat(first.p95()).isEqualTo(95.05);
        assertThat(all.columns().get(1))
                .satisfies(column -> assertThat(column.measured()).isEqualTo(2))
                .satisfies(column -> assertThat(column.failed()).isEqualTo(1));
        assertThat(all.columns().get(2).smoke()).isEqualTo(new SmokeColumn.Smoke(7, 7, 7, 7, 7));
    }

    @Test
    void aColumnWithoutSlotsHasNoSmoke() {
        var all = columns(new Span(NOON, NOON.plusSeconds(20)), 2);
        all.add(new Trace(List.of(new Segment(CADENCE, List.of(Slot.failed(NOON, null))))));
        assertThat(all.columns()).extracting(SmokeColumn::smoke).containsOnlyNulls();
        assertThat(all.columns()).extracting(SmokeColumn::measured).containsExactly(1, 0);
    }

    @Test
    void noColumnIsNarrowerThanACadence() {
        var hour = new Span(NOON, NOON.plusSeconds(3_600));
        assertThat(ColumnGrid.of(hour, 600, CADENCE).columns()).isEqualTo(360);
        assertThat(ColumnGrid.of(hour, 100, CADENCE).columns()).isEqualTo(100);
        assertThat(ColumnGrid.of(new Span(NOON, NOON), 600, CADENCE).columns()).isEqualTo(1);
        assertThat(new ColumnGrid(hour, 7).of(hour.to())).isEqualTo(-1);
    }

    @Test
    void theCurveOfSumsBreaksWhereNothingWasMeasured() {
        Duration hour = Duration.ofHours(1);
        var sums =
                List.of(
                        new Rollup(NOON, 90, 10, 3, 40),
                        new Rollup(NOON.plus(hour), 100, 0, 0, 60),
                        new Rollup(NOON.plus(hour.multipliedBy(4)), 0, 20, 0, null),
                        new Rollup(NOON.plus(hour.multipliedBy(5)), 0, 0, 9, null));
        var grid = new ColumnGrid(new Span(NOON, NOON.plus(hour.multipliedBy(6))), 6);
        List<RatePoint> curve = SumCurve.of(sums, grid);
        assertThat(curve)
                .extracting(RatePoint::rate)
                .containsExactly(0.1, 0.0, Double.NaN, 1.0, Double.NaN);
        assertThat(curve.getFirst().at()).isEqualTo(NOON.plus(hour));
        assertThat(curve.getFirst().low()).isBetween(0.05, 0.1);
        assertThat(curve.get(1).high()).isBetween(0.02, 0.04);
        var all = new SmokeColumns(grid);
        all.add(sums);
        assertThat(all.columns().getFirst().smoke())
                .isEqualTo(new SmokeColumn.Smoke(40, 40, 40, 40, 40));
    }
}
