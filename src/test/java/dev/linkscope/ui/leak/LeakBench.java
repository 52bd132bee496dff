package dev.linkscope.ui.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.ui.FxToolkit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** 500 changes of the page and 200 dialogs, opened and closed: nothing of them stays. */
@Tag("bench")
@ExtendWith(FxToolkit.class)
@Timeout(1_800)
class LeakBench {
    private static final int PAGES = 500;
    private static final int DIALOGS = 200;
    private static final long MEGABYTE = 1_000_000;

    @Test
    void nothingStays() throws Exception {
        try (var visits = new Visits()) {
            visits.pages(40);
            visits.dialogs(3 * visits.kinds());
            LiveObjects begin = LiveObjects.now();
            visits.pages(PAGES);
            LiveObjects paged = LiveObjects.now();
            visits.dialogs(DIALOGS);
            LiveObjects end = LiveObjects.now();
            var report =
                    new BenchReport(
                            "What stays of pages and dialogs",
                            "",
                            "nodes and scenes",
                            "chart objects",
                            "objects of the window",
                            "threads",
                            "heap, MB");
            row(report, "before", begin);
            row(report, PAGES + " changes of the page", paged);
            row(report, DIALOGS + " dialogs", end);
            report.write();
            List<String> held = visits.held();
            assertThat(paged.grown(begin)).as("after pages").isEmpty();
            assertThat(end.grown(paged)).as("after dialogs").isEmpty();
            assertThat(held).as("closed and held").hasSizeLessThanOrEqualTo(1);
            assertThat(end.threads()).isLessThanOrEqualTo(begin.threads() + 2);
            assertThat(end.heap()).isLessThan(begin.heap() + 5 * MEGABYTE);
        }
    }

    private static void row(BenchReport report, String what, LiveObjects live) {
        report.row(
                what,
                BenchReport.count(live.total("javafx.")),
                BenchReport.count(live.total("io.fair_acc.")),
                BenchReport.count(live.total("dev.linkscope.ui.")),
                live.threads(),
                BenchReport.number(live.heap() / 1e6));
    }
}
