package dev.linkscope.ui.common;

import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.support.NamedThreads;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/** Changes the stored settings one after another, away from the window's thread. */
public final class SettingsWriter implements AutoCloseable {
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

    /** Lets what was asked for finish in the background. */
    @Override
    public void close() {
        worker.execute(store::flush);
        worker.shutdown();
    }
}
