package dev.linkscope.store;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.HistoryBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept beside single outcomes, in the database of the history. Sums and outages come about
 * when the writer of outcomes compresses an hour; those of hours that are still open are worked out
 * when reading.
 */
final class JdbcHistoryBook implements HistoryBook {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcHistoryBook.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;
    private final Retaining retaining;
    private final OpenFindings open;
    private final InstantSource time;

    JdbcHistoryBook(Database database, Retaining retaining, InstantSource time) {
        this.database = database;
        this.retaining = retaining;
        this.open = new OpenFindings(database);
        this.time = time;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the width is another
     */
    @Override
    public List<Rollup> rollups(
            PrinterId printer, String target, Duration width, Instant from, Instant to) {
        if (!width.equals(MINUTE) && !width.equals(HOUR)) {
            throw new IllegalArgumentException("neither a minute nor an hour: " + width);
        }
        boolean minutes = width.equals(MINUTE);
        return reading(
                connection ->
                        new SumsReader(connection, printer).rollups(target, minutes, from, to),
                List.of());
    }

    @Override
    public List<Outage> outages(PrinterId printer, String target, Instant from, Instant to) {
        return reading(
                connection -> new SumsReader(connection, printer).outages(target, from, to),
                List.of());
    }

    @Override
    public void concluded(PrinterId printer, Instant at, List<Finding> findings) {
        open.concluded(printer, at, findings);
    }

    @Override
    public List<FindingSpan> findings(PrinterId printer, Instant from, Instant to) {
        Instant now = time.instant();
        return reading(
                connection ->
                        new FindingTable(connection)
                                .of(printer, Moments.near(from), Moments.near(to), now),
                List.of());
    }

    /** {@inheritDoc} One that is empty or too long is not kept. */
    @Override
    public boolean keep(UserNote note) {
        if (note.text().isBlank() || note.text().length() > UserNote.LONGEST) {
            return false;
        }
        return writing(connection -> {
            new NoteTable(connection).keep(note);
            return true;
        });
    }

    @Override
    public boolean forget(String noteId) {
        return writing(connection -> {
            new NoteTable(connection).forget(noteId);
            return true;
        });
    }

    @Override
    public List<UserNote> notes(PrinterId printer, Instant from, Instant to) {
        return reading(
                connection ->
                        new NoteTable(connection).of(printer, Moments.near(from), Moments.near(to)),
                List.of());
    }

    @Override
    public HistorySize size() {
        long limit = retaining.retention().bytes();
        Instant now = time.instant();
        return reading(
                connection -> size(connection, limit, now), new HistorySize(0, limit, null, null));
    }

    private HistorySize size(Connection connection, long limit, Instant now) throws SQLException {
        RunAges ages = RunAges.read(connection, now);
        Instant open = oldestOpen(connection);
        return new HistorySize(
                database.size(connection).taken(),
                limit,
                earlier(ages.oldest(false), open),
                earlier(ages.oldest(true), open));
    }

    /** The start of the oldest outcome that is not compressed yet; null without any. */
    private static @Nullable Instant oldestOpen(Connection connection) throws SQLException {
        Map<Long, Instant> starts = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "SELECT oldest.run, first_millis, boot_millis, wall_micros"
                                        + " FROM (SELECT run, MIN(start_millis) AS first_millis"
                                        + " FROM outcome GROUP BY run) oldest"
                                        + " JOIN clock ON clock.run = oldest.run"
                                        + " ORDER BY boot_millis")) {
            while (row.next()) {
                Instant wall = Micros.instant(row.getLong(4));
                starts.put(row.getLong(1), wall.plusMillis(row.getLong(2) - row.getLong(3)));
            }
        }
        return starts.values().stream().min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    @Override
    public void keep(Retention retention) {
        retaining.keep(retention);
    }

    @Override
    public boolean forgetBefore(Instant before) {
        retaining.forgetBefore(before);
        return true;
    }

    /** The past of a printer is gone: nothing is open of it, and its space is given back. */
    void forgotten(PrinterId printer) {
        open.forgotten(printer);
        retaining.lookSoon();
    }

    private <T> T reading(Database.Work<T, RuntimeException> work, T otherwise) {
        try {
            return database.read(work);
        } catch (SQLException e) {
            note("The history cannot be read", e);
            return otherwise;
        }
    }

    private boolean writing(Database.Work<Boolean, RuntimeException> work) {
        try {
            return database.writeForGood(work);
        } catch (SQLException e) {
            note("A note cannot be written down", e);
            return false;
        }
    }

    private void note(String what, SQLException error) {
        LOG.warn(what, error);
        if (database.trouble(error) == Trouble.DAMAGED) {
            database.noteDamage();
        }
    }
}
