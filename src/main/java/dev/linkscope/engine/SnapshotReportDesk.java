package dev.linkscope.engine;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.history.SpanSnapshots;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.ReportPress;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of a farm: of its snapshots as they are when asked, or of any span of its history.
 */
public final class SnapshotReportDesk implements ReportDesk {
    /** What a span without a begin goes back. */
    private static final Duration USUAL = Duration.ofDays(1);

    private final FarmControl farm;
    private final ReportAssembler assembler;
    private final ReportPress press;
    private final LogSource logs;
    private final SpanSnapshots spans;
    private final InstantSource clock;

    /** A desk for a farm of which nothing is kept: spans are cut out of what is shown. */
    public SnapshotReportDesk(
            FarmControl farm, ReportAssembler assembler, ReportPress press, LogSource logs) {
        this(farm, assembler, press, logs, null, InstantSource.system());
    }

    /**
     * A desk for this farm.
     *
     * @param recall reads spans of its history; null if there is none
     */
    public SnapshotReportDesk(
            FarmControl farm,
            ReportAssembler assembler,
            ReportPress press,
            LogSource logs,
            @Nullable SpanRecall recall,
            InstantSource clock) {
        this.farm = farm;
        this.assembler = assembler;
        this.press = press;
        this.logs = logs;
        this.spans = new SpanSnapshots(recall);
        this.clock = clock;
    }

    @Override
    public ReportDraft draft(ReportRequest request, Progress progress) throws IOException {
        List<SessionSnapshot> shown =
                request.printers().stream().flatMap(id -> farm.snapshot(id).stream()).toList();
        Span span = span(request.scope());
        List<SessionSnapshot> chosen = span == null ? shown : spans.of(shown, span, progress);
        var beside = new ArrayList<Enclosure>();
        if (request.withLog()) {
            for (SessionSnapshot session : chosen) {
                beside.addAll(logs.logs(session.printer()));
            }
        }
        Report report = assembler.assemble(chosen, request.scope());
        return press.draft(report, beside, progress);
    }

    /** The span asked for; null for what is shown. One that ends before it begins is empty. */
    private @Nullable Span span(ReportScope scope) {
        if (scope.from() == null && scope.to() == null) {
            return null;
        }
        Instant to = scope.to() == null ? clock.instant() : scope.to();
        Instant from = scope.from() == null ? to.minus(USUAL) : scope.from();
        return new Span(from.isBefore(to) ? from : to, to);
    }
}
