package dev.linkscope.store.postgres;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.WatchLeases;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.postgres.FairShare.Turn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases in the database of the shared history. Terms are measured by the database's clock alone;
 * this computer's may be wrong. Turns are taken one after the other, and the statement that takes a
 * lease takes none that holds: a printer never has two holders.
 *
 * <p>A printer that another watcher should have is handed over in two calls: the first no longer
 * returns it, so that the caller stops measuring it; the next one frees it.
 */
public final class PostgresLeases implements WatchLeases {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLeases.class);

    private final PostgresLane lane;
    private final String holder;
    private final double termSeconds;
    private final String instance;

    /** What the last answer left out; its caller has stopped measuring it by the next call. */
    private final Set<String> stopped = new TreeSet<>();

    private Set<String> wished = Set.of();
    private boolean closed;

    PostgresLeases(PostgresLogin login, double termSeconds) {
        PostgresHistory.prepare(login, LeaseTables.SCHEMA);
        this.holder = UUID.randomUUID().toString();
        this.termSeconds = termSeconds;
        this.lane = new PostgresLane(login, PostgresLogin.Use.LEASE);
        try {
            this.instance = lane.run(connection -> tables(connection).instance());
        } catch (SQLException e) {
            lane.close();
            throw new HistoryException(PostgresTrouble.of(e).statement(login.address().name()), e);
        }
    }

    /**
     * The leases in the database of a shared history.
     *
     * @param address such as {@code jdbc:postgresql://host/database}; without a password
     * @param environment variables of this process, which may say where the password is
     * @throws HistoryException if it cannot be reached or is from a newer version
     */
    public static PostgresLeases open(String address, Map<String, String> environment) {
        return new PostgresLeases(
                new PostgresLogin(PostgresAddress.parse(address), environment), TERM_SECONDS);
    }

    /**
     * The id of this group of watchers, the same for all of them. Who subscribes under it goes on
     * with the run of the watcher whose printer it takes over, and gets what that one had not yet
     * fetched from the agent.
     */
    public String instance() {
        return instance;
    }

    @Override
    public synchronized Set<PrinterId> renew(Set<PrinterId> wanted) throws LeaseException {
        if (closed) {
            return Set.of();
        }
        var wishes = new TreeSet<String>();
        wanted.forEach(printer -> wishes.add(printer.toString()));
        try {
            Answer answer = lane.run(connection -> turn(tables(connection), wishes));
            stopped.clear();
            stopped.addAll(answer.leaving);
            wished = wishes;
            var held = new LinkedHashSet<PrinterId>();
            answer.held.forEach(id -> held.add(new PrinterId(UUID.fromString(id))));
            return held;
        } catch (SQLException e) {
            throw new LeaseException("the leases cannot be renewed: " + e.getSQLState(), e);
        }
    }

    private Answer turn(LeaseTables tables, Set<String> wishes) throws SQLException {
        tables.takeTurn();
        if (!tables.seen() || !wishes.equals(wished)) {
            tables.wish(wishes);
        }
        tables.forget();
        tables.free(stopped);
        Map<String, FairShare.Lease> leases = tables.leases();
        Turn turn = FairShare.of(holder, tables.wishes(), leases);
        // Those of an earlier answer that never arrived are among them.
        var leaving = new TreeSet<String>(turn.handOver());
        leases.forEach((printer, lease) -> {
            if (lease.leaving() && lease.holder().equals(holder)) {
                leaving.add(printer);
            }
        });
        tables.leave(turn.handOver());
        var keep = new TreeSet<String>(turn.keep());
        keep.addAll(turn.take());
        return new Answer(tables.hold(keep), leaving);
    }

    private LeaseTables tables(Connection connection) {
        return new LeaseTables(connection, holder, termSeconds);
    }

    /** Gives everything back; what cannot be given back now is free after its term. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lane) {
            lane.run(connection -> {
                LeaseTables tables = tables(connection);
                tables.takeTurn();
                tables.goodbye();
                return true;
            });
        } catch (SQLException e) {
            LOG.warn("The leases could not be given back and end by themselves", e);
        }
    }

    /** What a turn came to: printers held, and those that are to be freed with the next. */
    private record Answer(Set<String> held, Set<String> leaving) {}
}
