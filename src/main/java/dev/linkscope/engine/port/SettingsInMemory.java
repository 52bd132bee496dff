package dev.linkscope.engine.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings that last as long as this object: of a window or a run that keeps nothing. */
public final class SettingsInMemory implements SettingsStore {
    private Settings settings;

    /**
     * Settings without printers.
     *
     * @param theme stored name of the theme
     * @param instance id of this installation; empty for none
     */
    public SettingsInMemory(String theme, String instance) {
        settings = new Settings(List.of(), theme, instance);
    }

    @Override
    public synchronized Settings load() {
        return settings;
    }

    @Override
    public @Nullable String brokenFileMovedTo() {
        return null;
    }

    @Override
    public synchronized void save(Settings changed) {
        settings = changed;
    }

    @Override
    public void flush() {}
}
