package dev.linkscope.launch;

import dev.linkscope.engine.port.WatchLeases;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.postgres.PostgresHistory;
import dev.linkscope.store.postgres.PostgresLeases;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the history that an address says: a file, or a database that several programs share. */
final class Histories {
    /** Variable of the environment with the address of the history of the window. */
    static final String VARIABLE = "LINKSCOPE_STORE";

    private final Map<String, String> environment;
    private final Path usual;
    private final InstantSource clock;

    /**
     * The histories that a process with this environment may open.
     *
     * @param usual file where no address is given
     */
    Histories(Map<String, String> environment, Path usual, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.usual = usual;
        this.clock = clock;
    }

    private @Nullable String address(@Nullable String asked) {
        return asked == null ? environment.get(VARIABLE) : asked;
    }

    /**
     * The history of an address: a path, {@code jdbc:postgresql://…} or {@code postgresql://…}.
     *
     * @param asked null for the one that the environment says, or the usual one
     * @throws HistoryException if it cannot be opened
     */
    StoreOpened open(@Nullable String asked) {
        String address = address(asked);
        if (address == null || address.isBlank()) {
            return SqliteHistory.open(usual, clock);
        }
        if (PostgresHistory.isAddress(address.strip())) {
            return PostgresHistory.open(address.strip(), environment, clock);
        }
        return SqliteHistory.open(path(address), clock);
    }

    /** Whether a history is there already; of a database that programs share that is not known. */
    boolean isThere(@Nullable String asked) {
        String address = address(asked);
        if (address == null || address.isBlank()) {
            return Files.exists(usual);
        }
        return PostgresHistory.isAddress(address.strip()) || Files.exists(path(address));
    }

    /** Whether an address is that of a file or of a database that can hold a history. */
    static boolean isKnown(String address) {
        return PostgresHistory.isAddress(address.strip()) || !address.contains("://");
    }

    private static Path path(String address) {
        // What looks like the address of something else is no file: it may hold a password.
        if (!isKnown(address)) {
            throw HistoryException.noAddress();
        }
        try {
            return Path.of(address);
        } catch (InvalidPathException _) {
            throw HistoryException.noAddress();
        }
    }

    /**
     * Who of the watchers that share a history measures what.
     *
     * @param asked as for {@link #open}
     * @param instance id of this installation, used where nothing is shared
     * @throws HistoryException if the database cannot be opened
     */
    Leases leases(@Nullable String asked, String instance) {
        String address = address(asked);
        if (address == null || !PostgresHistory.isAddress(address.strip())) {
            return new Leases(WatchLeases.ALONE, instance);
        }
        PostgresLeases shared = PostgresLeases.open(address.strip(), environment);
        return new Leases(shared, shared.instance());
    }

    /**
     * Leases and the id to subscribe under.
     *
     * @param leases who measures what; to be closed after the farm
     * @param instance id for the farm: with the same one, who takes a printer over goes on with its
     *     run
     */
    record Leases(WatchLeases leases, String instance) implements AutoCloseable {
        @Override
        public void close() {
            leases.close();
        }
    }
}
