package dev.linkscope.settings;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings in one JSON file that only the user may read. Changes are written a second after the
 * first of them, in one step; {@link #close()} writes what is left.
 *
 * <p>User names and passwords in URLs are never written: {@link #load()} gives URLs without them
 * and they have to be given again after a restart. Simulated printers are never written either.
 * With two programs at once the last to write wins.
 */
public final class JsonSettingsStore implements SettingsStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JsonSettingsStore.class);
    private static final long DELAY_MILLIS = 1_000;

    private final SettingsFile file;
    private final InstantSource time;
    private final ScheduledExecutorService scheduler = NamedThreads.scheduler("settings-writer");

    /** Held while writing, so that a slow disk holds up nobody who saves. */
    private final ReentrantLock writing = new ReentrantLock();

    private ObjectNode document = SettingsJson.empty();
    private @Nullable Settings current;
    private boolean changed;
    private boolean scheduled;
    private @Nullable String movedTo;
    private List<Statement> remarks = List.of();
    private volatile @Nullable Statement problem;

    /**
     * A store; nothing is read before the first call.
     *
     * @param file such as {@code settings.json}; its folder is made when something is written
     * @param time this computer's clock, for the name of a broken file
     */
    public JsonSettingsStore(Path file, InstantSource time) {
        this.file = new SettingsFile(file);
        this.time = time;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SettingsException if the file is from a newer version or must not be read; it is left
     *     as it is
     */
    @Override
    public synchronized Settings load() {
        Settings known = current;
        if (known != null) {
            return known;
        }
        Settings read = null;
        try {
            if (file.exists()) {
                read = readOrMoveAside();
            }
        } catch (IOException e) {
            throw new SettingsException(Statement.of("settings.unreadable", shown()), e);
        }
        if (read != null) {
            current = read;
            return read;
        }
        Settings fresh = new Settings(List.of(), "system", UUID.randomUUID().toString());
        current = fresh;
        changed();
        return fresh;
    }

    private @Nullable Settings readOrMoveAside() throws IOException {
        try {
            ObjectNode found = SettingsJson.parse(file.read());
            int version = SettingsJson.version(found);
            if (version > SettingsJson.VERSION) {
                throw new SettingsException(
                        Statement.of("settings.too_new", shown(), version, SettingsJson.VERSION),
                        null);
            }
            var unusable = new ArrayList<String>();
            Settings settings = SettingsJson.read(found, unusable);
            document = found;
            remark(unusable);
            return settings;
        } catch (BrokenSettingsException e) {
            String aside = file.moveAside(time.instant()).toString();
            movedTo = aside;
            LOG.warn("The settings are broken ({}) and were moved to {}", e.getMessage(), aside);
            return null;
        }
    }

    private void remark(List<String> unusable) {
        if (!unusable.isEmpty()) {
            LOG.warn("Values of the settings cannot be used: {}", unusable);
            remarks =
                    List.of(
                            Statement.of(
                                    "settings.unusable",
                                    unusable.size(),
                                    String.join(", ", unusable),
                                    shown()));
        }
    }

    @Override
    public synchronized List<Statement> remarks() {
        return remarks;
    }

    @Override
    public synchronized @Nullable String brokenFileMovedTo() {
        return movedTo;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SettingsException as {@link #load()}
     */
    @Override
    public synchronized void save(Settings settings) {
        Settings before = load();
        Settings next = SettingsJson.savable(settings);
        if (!next.equals(before)) {
            current = next;
            changed();
        }
    }

    /** Writes what is still waiting; a failure shows in {@link #problem()}. */
    @Override
    public void flush() {
        writing.lock();
        try {
            ObjectNode next = takeChange();
            if (next != null) {
                write(next);
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public @Nullable Statement problem() {
        return problem;
    }

    /** Writes what is still waiting and stops. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        flush();
    }

    private synchronized void changed() {
        changed = true;
        if (!scheduled && !scheduler.isShutdown()) {
            scheduled = true;
            var _ = scheduler.schedule(this::flush, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized @Nullable ObjectNode takeChange() {
        scheduled = false;
        Settings settings = current;
        if (!changed || settings == null) {
            return null;
        }
        changed = false;
        document = SettingsJson.write(settings, document);
        return document;
    }

    private void write(ObjectNode next) {
        try {
            file.replace(SettingsJson.bytes(next));
            problem = null;
        } catch (IOException e) {
            LOG.warn("The settings cannot be saved", e);
            problem = Statement.of("settings.unwritable", shown());
            synchronized (this) {
                changed = true;
            }
        }
    }

    private String shown() {
        return file.path().toString();
    }
}
