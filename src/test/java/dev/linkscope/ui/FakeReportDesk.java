package dev.linkscope.ui;

import dev.linkscope.engine.ReportDesk;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A desk whose drafts can be looked into. */
public final class FakeReportDesk implements ReportDesk {
    public final List<ReportRequest> requests = new CopyOnWriteArrayList<>();
    public final List<FakeDraft> drafts = new CopyOnWriteArrayList<>();

    /** Changes each draft before it is handed out. */
    public UnaryOperator<FakeDraft> prepared = draft -> draft;

    /** What keeps reports from being drawn; null if nothing does. */
    public volatile @Nullable String problem;

    /** Whether drawing goes on until it is not wanted any more. */
    public volatile boolean endless;

    @Override
    public ReportDraft draft(ReportRequest request, Progress progress) throws IOException {
        requests.add(request);
        String why = problem;
        if (why != null) {
            throw new IOException(why);
        }
        for (int step = 0; endless && step < 2_000; step++) {
            progress.at(step, 2_000);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        var draft = prepared.apply(new FakeDraft(request));
        drafts.add(draft);
        return draft;
    }
}
