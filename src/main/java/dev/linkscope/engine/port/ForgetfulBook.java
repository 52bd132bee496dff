package dev.linkscope.engine.port;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A book with empty pages. */
final class ForgetfulBook implements HistoryBook {
    @Override
    public List<Rollup> rollups(
            PrinterId printer, String target, Duration width, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Outage> outages(PrinterId printer, String target, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public void concluded(PrinterId printer, Instant at, List<Finding> findings) {}

    @Override
    public List<FindingSpan> findings(PrinterId printer, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public boolean keep(UserNote note) {
        return false;
    }

    @Override
    public boolean forget(String noteId) {
        return false;
    }

    @Override
    public List<UserNote> notes(PrinterId printer, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public HistorySize size() {
        return new HistorySize(0, Retention.USUAL.bytes(), null, null);
    }

    @Override
    public void keep(Retention retention) {}

    @Override
    public boolean forgetBefore(Instant before) {
        return false;
    }
}
