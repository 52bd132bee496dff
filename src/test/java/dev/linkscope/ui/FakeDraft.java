package dev.linkscope.ui;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.engine.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A draft that only says of how many printers it is. */
public final class FakeDraft implements ReportDraft {
    private final ReportRequest request;

    /** The draft of a request. */
    public FakeDraft(ReportRequest request) {
        this.request = request;
    }

    @Override
    public Report report() {
        return new Report(Instant.EPOCH, "en", false, List.of(), List.of(), request.scope());
    }

    @Override
    public List<Removed> removed() {
        return List.of(new Removed("host", "host-1", 2));
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public byte[] page(int page, int dpi) {
        return new byte[0];
    }

    @Override
    public void write(ReportFormat format, Path file, Progress progress) throws IOException {
        Files.writeString(file, "report of " + request.printers().size());
    }

    @Override
    public void close() {}
}
