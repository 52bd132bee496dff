package dev.linkscope.engine;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes reports of the snapshots of a farm as they are when asked. */
public final class SnapshotReportDesk implements ReportDesk {
    private final FarmControl farm;
    private final ReportAssembler assembler;
    private final ReportWriter pdf;

    /** A desk for this farm. */
    public SnapshotReportDesk(FarmControl farm, ReportAssembler assembler, ReportWriter pdf) {
        this.farm = farm;
        this.assembler = assembler;
        this.pdf = pdf;
    }

    @Override
    public void exportPdf(List<PrinterId> printers, Path file) throws IOException {
        List<SessionSnapshot> chosen =
                printers.stream().flatMap(id -> farm.snapshot(id).stream()).toList();
        pdf.write(assembler.assemble(chosen), file);
    }
}
