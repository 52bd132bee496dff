package dev.linkscope.ui;

import dev.linkscope.engine.port.Tray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bar that shows what it is given. */
public final class FakeTray implements Tray {
    public volatile boolean there = true;
    public volatile boolean closed;
    public volatile @Nullable Face face;
    public volatile Consumer<String> listener = id -> {};

    @Override
    public boolean isShown() {
        return there;
    }

    @Override
    public void show(Face shown) {
        face = shown;
    }

    @Override
    public void listen(Consumer<String> onChosen) {
        listener = onChosen;
    }

    @Override
    public void close() {
        closed = true;
    }
}
