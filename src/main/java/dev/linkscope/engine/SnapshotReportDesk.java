package dev.linkscope.engine;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.ReportPress;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes reports of the snapshots of a farm as they are when asked. */
public final class SnapshotReportDesk implements ReportDesk {
    private final FarmControl farm;
    private final ReportAssembler assembler;
    private final ReportPress press;
    private final LogSource logs;

    /** A desk for this farm. */
    public SnapshotReportDesk(
            FarmControl farm, ReportAssembler assembler, ReportPress press, LogSource logs) {
        this.farm = farm;
        this.assembler = assembler;
        this.press = press;
        this.logs = logs;
    }

    @Override
    public ReportDraft draft(ReportRequest request, Progress progress) throws IOException {
        List<SessionSnapshot> chosen =
                request.printers().stream().flatMap(id -> farm.snapshot(id).stream()).toList();
        var beside = new ArrayList<Enclosure>();
        if (request.withLog()) {
            for (SessionSnapshot session : chosen) {
                beside.addAll(logs.logs(session.printer()));
            }
        }
        Report report = assembler.assemble(chosen).withScope(request.scope());
        return press.draft(report, beside, progress);
    }
}
