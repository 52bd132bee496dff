package dev.linkscope.ui.common;

import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.support.NamedThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the stored settings one after another, away from the window's thread. */
public final class SettingsWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWriter.class);
    private static final int PATIENCE_SECONDS = 2;

    private final SettingsStore store;
    private final ExecutorService worker = NamedThreads.scheduler("settings");

    /** A writer for this store. */
    public SettingsWriter(SettingsStore store) {
        this.store = store;
    }

    /** Stores what the change makes of the settings as they are then. Returns at once. */
    public void change(UnaryOperator<Settings> change) {
        worker.execute(() -> store.save(change.apply(store.load())));
    }

    /**
     * Waits for a moment until what was asked for is handed to the store; whoever owns the store
     * flushes it.
     */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last change of the settings was not taken in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
