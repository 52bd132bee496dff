package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.report.SharedOutage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridRangesTest {
    @Test
    void everyCellOfASpanHasItsNumber() {
        GridRanges.Collector spans = new GridRanges.Collector();
        spans.add(1_000_000_000L, 1_000_000_002L);
        spans.add(-5, -3);
        spans.add(-4, 0);
        GridRanges ranges = spans.ranges();
        assertThat(ranges.cells()).isEqualTo(6 + 4 + 3);
        assertThat(ranges.indexOf(-5)).isZero();
        assertThat(ranges.indexOf(0)).isEqualTo(5);
        assertThat(ranges.indexOf(1_000_000_002L)).isEqualTo(12);
        for (long cell : new long[] {-5, -1, 0, 1_000_000_000L, 1_000_000_002L}) {
            assertThat(ranges.cellAt(ranges.indexOf(cell))).isEqualTo(cell);
        }
        assertThat(new GridRanges.Collector().ranges().cells()).isZero();
    }

    @Test
    void tracesYearsApartCostNoMoreThanTheirSlots() {
        String row = "1".repeat(300) + "0".repeat(20) + "1".repeat(300);
        List<NamedTrace> farm = new ArrayList<>();
        for (String start : List.of("1971-01-01T00:00:00Z", "2026-03-01T00:00:00Z")) {
            for (int i = 0; i < 4; i++) {
                Segment segment = Traces.segment(row, Instant.parse(start), Traces.CADENCE);
                farm.add(new NamedTrace(start + i, new Trace(List.of(segment))));
            }
        }
        List<SharedOutage> found = SharedOutages.find(farm, Traces.CADENCE).sharedOutages();
        assertThat(found.stream().map(SharedOutage::from))
                .containsExactly(
                        Instant.parse("1971-01-01T00:50:00Z"),
                        Instant.parse("2026-03-01T00:50:00Z"));
        assertThat(found).allSatisfy(outage -> assertThat(outage.members()).hasSize(4));
    }
}
