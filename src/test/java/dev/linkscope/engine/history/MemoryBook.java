package dev.linkscope.engine.history;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.HistoryBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps sums, conclusions and notes as a database would; it can be full. */
public final class MemoryBook implements HistoryBook {
    final List<Rollup> sums = new ArrayList<>();
    final List<FindingSpan> spans = new ArrayList<>();
    private final Map<String, UserNote> notes = new ConcurrentHashMap<>();

    /** How often other spans had to be written. */
    int written;

    /** How often it was told what is concluded. */
    int told;

    /** Whether no note can be written any more. */
    public volatile boolean full;

    /** How much it says that there is. */
    public volatile HistorySize size = HistoryBook.NONE.size();

    /** What is older was to be forgotten; null if nothing was. */
    public volatile @Nullable Instant forgotten;

    @Override
    public List<Rollup> rollups(
            PrinterId printer, String target, Duration width, Instant from, Instant to) {
        return sums.stream()
                .filter(sum -> !sum.start().isBefore(from) && sum.start().isBefore(to))
                .toList();
    }

    @Override
    public void concluded(PrinterId printer, Instant at, List<Finding> findings) {
        told++;
        List<FindingSpan> before = List.copyOf(spans);
        for (int i = 0; i < spans.size(); i++) {
            FindingSpan span = spans.get(i);
            boolean goesOn =
                    findings.stream().anyMatch(finding -> finding.rule().equals(span.rule()));
            if (span.to() == null && !goesOn) {
                spans.set(
                        i,
                        new FindingSpan(
                                span.rule(), span.severity(), span.title(), span.from(), at));
            }
        }
        for (Finding finding : findings) {
            if (spans.stream()
                    .noneMatch(one -> one.to() == null && one.rule().equals(finding.rule()))) {
                spans.add(
                        new FindingSpan(
                                finding.rule(), finding.severity(), finding.title(), at, null));
            }
        }
        if (!spans.equals(before)) {
            written++;
        }
    }

    @Override
    public List<FindingSpan> findings(PrinterId printer, Instant from, Instant to) {
        return spans.stream().filter(span -> span.to() == null || span.to().isAfter(from)).toList();
    }

    @Override
    public List<Outage> outages(PrinterId printer, String target, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public boolean keep(UserNote note) {
        if (!full) {
            notes.put(note.id(), note);
        }
        return !full;
    }

    @Override
    public boolean forget(String noteId) {
        if (!full) {
            notes.remove(noteId);
        }
        return !full;
    }

    @Override
    public List<UserNote> notes(PrinterId printer, Instant from, Instant to) {
        return notes.values().stream()
                .filter(note -> note.printer() == null || note.printer().equals(printer))
                .sorted(Comparator.comparing(UserNote::at))
                .toList();
    }

    /** All there are. */
    public List<UserNote> all() {
        return List.copyOf(notes.values());
    }

    @Override
    public HistorySize size() {
        return size;
    }

    @Override
    public void keep(Retention retention) {}

    @Override
    public boolean forgetBefore(Instant before) {
        forgotten = before;
        return !full;
    }
}
