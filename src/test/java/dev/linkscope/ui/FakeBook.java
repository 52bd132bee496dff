package dev.linkscope.ui;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A book whose pages are in memory, and that can be full. */
public final class FakeBook implements HistoryBook {
    private final Map<String, UserNote> notes = new ConcurrentHashMap<>();

    /** Whether nothing can be written any more. */
    public volatile boolean full;

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
        return new HistorySize(
                124_000_000,
                2_000_000_000,
                FakeSnapshots.NOW.minus(Duration.ofDays(14)),
                FakeSnapshots.NOW.minus(Duration.ofDays(200)));
    }

    @Override
    public void keep(Retention retention) {}
}
