package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in a database. One thread writes for all sessions, in groups of at most 500 outcomes
 * or 250 ms; hours that are over are compressed. {@code store.md} describes the tables.
 *
 * <p>Reading sees what is committed; {@link #flush()} first to see what was just appended. When
 * nothing can be written, some 32,768 outcomes wait in memory; more than that are let go and, while
 * the agent still holds them, fetched again with the next connection: {@link #committedSequence}
 * stays before the first one that is missing. After {@link #close()} writing is an {@link
 * IllegalStateException}.
 */
public final class JdbcOutcomeStore implements OutcomeStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutcomeStore.class);

    /** Most outcomes in a group. */
    static final int GROUP = 500;

    /** Longest wait of an outcome for its group. */
    static final Duration WINDOW = Duration.ofMillis(250);

    /** Five minutes of 200 printers; about 20 MB. */
    static final int CAPACITY = 32_768;

    private final Database database;
    private final WriteQueue queue;
    private final Writer writer;
    private final ConcurrentHashMap<String, RunBook> books = new ConcurrentHashMap<>();
    private final Consumer<PrinterId> onForgotten;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A history in a database that has the tables; closes it in the end.
     *
     * @param time this computer's clock
     */
    public JdbcOutcomeStore(Database database, InstantSource time) {
        this(database, time, CAPACITY);
    }

    /** A history that lets as many outcomes wait. */
    public JdbcOutcomeStore(Database database, InstantSource time, int capacity) {
        this(database, time, capacity, List.of(), _ -> {});
    }

    /**
     * A history whose writer does these chores too when hours are compressed and summed up.
     *
     * @param onForgotten told of each printer whose past is gone
     */
    JdbcOutcomeStore(
            Database database,
            InstantSource time,
            int capacity,
            List<Chore> furtherChores,
            Consumer<PrinterId> onForgotten) {
        this.database = database;
        this.onForgotten = onForgotten;
        this.queue = new WriteQueue(capacity, GROUP, WINDOW);
        var compactor = new Compactor(database, time);
        List<Chore> chores = new ArrayList<>(List.of(compactor, new LateRollups(database)));
        chores.addAll(furtherChores);
        this.writer =
                new Writer(
                        queue,
                        new GroupCommit(database, compactor, this::committed),
                        chores,
                        database);
        writer.start();
    }

    @Override
    public void beginRun(PrinterId printer, Run run) {
        RunBook book = books.computeIfAbsent(run.runId(), id -> new RunBook(extent(id)));
        if (book.isNew(printer)) {
            queue.put(new Write.BeginRun(printer, run));
        }
    }

    @Override
    public void schedule(String runId, AgentFrame.Schedule schedule) {
        if (book(runId).isNew(schedule)) {
            queue.put(new Write.AddSchedule(runId, schedule));
        }
    }

    @Override
    public void clock(String runId, ClockReading reading) {
        if (book(runId).isNew(reading)) {
            queue.put(new Write.AddClock(runId, reading));
        }
    }

    @Override
    public void append(String runId, List<Outcome> outcomes) {
        RunBook book = book(runId);
        for (int start = 0; start < outcomes.size(); start += GROUP) {
            List<Outcome> part =
                    List.copyOf(outcomes.subList(start, Math.min(start + GROUP, outcomes.size())));
            long first = part.getFirst().sequence();
            long last = part.getLast().sequence();
            boolean changed =
                    queue.put(new Write.Append(runId, part))
                            ? book.kept(first, last)
                            : book.letGo(first, last);
            if (changed) {
                queue.put(new Write.ResumeAfter(runId, book.safe()));
            }
        }
    }

    @Override
    public void lost(String runId, AgentFrame.Lost lost) {
        queue.put(new Write.AddLost(runId, lost));
    }

    @Override
    public void fact(PrinterId printer, Fact fact, Instant at) {
        queue.put(new Write.SetFact(printer, fact, at));
    }

    /**
     * {@inheritDoc} If some had to be let go, the last one before them. If the database cannot be
     * read, as far as was last seen to be committed.
     */
    @Override
    public long committedSequence(String runId) {
        History.Extent extent = extent(runId);
        RunBook book = books.get(runId);
        if (book == null) {
            return extent == null ? 0 : extent.safe();
        }
        return book.committed(extent);
    }

    @Override
    public Optional<LastRun> latest(PrinterId printer) {
        Run run = reading(connection -> new History(connection).latestRun(printer));
        return run == null
                ? Optional.empty()
                : Optional.of(new LastRun(run, committedSequence(run.runId())));
    }

    @Override
    public List<AgentFrame.Lost> lost(String runId) {
        return reading(connection -> new LostTable(connection).of(runId));
    }

    @Override
    public List<RecordedRun> read(PrinterId printer, String target, Instant from, Instant to) {
        return reading(connection -> new OutcomeReader(connection).read(printer, target, from, to));
    }

    @Override
    public List<Fact> facts(PrinterId printer) {
        return reading(connection -> new History(connection).facts(printer));
    }

    @Override
    public List<FactReading> readings(
            PrinterId printer, Set<String> keys, Instant from, Instant to) {
        return reading(connection -> new ReadingTable(connection).of(printer, keys, from, to));
    }

    @Override
    public boolean forget(PrinterId printer) {
        flush();
        try {
            List<String> runs =
                    database.writeForGood(
                            connection -> ForgottenPrinter.forget(connection, printer));
            // How far they are on disk is to be read anew.
            runs.forEach(books::remove);
        } catch (SQLException e) {
            LOG.warn("The past of a printer cannot be forgotten now", e);
            if (database.trouble(e) == Trouble.DAMAGED) {
                database.noteDamage();
            }
            return false;
        }
        onForgotten.accept(printer);
        return true;
    }

    @Override
    public @Nullable Statement problem() {
        Trouble trouble = writer.trouble();
        return trouble == null ? null : trouble.statement(database.name());
    }

    /** Blocks until everything queued so far is committed, or an attempt to do so fails. */
    @Override
    public void flush() {
        try {
            queue.flush();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        writer.finish();
        try {
            database.close();
        } catch (SQLException e) {
            LOG.warn("The history did not close cleanly", e);
        }
    }

    private void committed(String runId, long last) {
        RunBook book = books.get(runId);
        if (book != null) {
            book.committed(last);
        }
    }

    private RunBook book(String runId) {
        RunBook known = books.get(runId);
        if (known != null) {
            return known;
        }
        History.Extent extent = extent(runId);
        if (extent == null) {
            throw new IllegalArgumentException("run was not announced: " + runId);
        }
        return books.computeIfAbsent(runId, _ -> new RunBook(extent));
    }

    /** How far a run is on disk; null if it is not known there or cannot be read. */
    private History.@Nullable Extent extent(String runId) {
        try {
            return reading(connection -> new History(connection).extent(runId));
        } catch (HistoryException e) {
            LOG.warn("Cannot read how far a run is saved", e);
            return null;
        }
    }

    private <T extends @Nullable Object> T reading(Database.Work<T, RuntimeException> work) {
        try {
            return database.read(work);
        } catch (SQLException e) {
            Trouble trouble = database.trouble(e);
            if (trouble == Trouble.DAMAGED) {
                database.noteDamage();
            }
            throw new HistoryException(trouble.statement(database.name()), e);
        }
    }
}
