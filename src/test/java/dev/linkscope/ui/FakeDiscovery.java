package dev.linkscope.ui;

import dev.linkscope.engine.port.Discovery;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A discovery that finds what it is told, and tells whether it searches. */
public final class FakeDiscovery implements Discovery {
    private @Nullable Consumer<List<Found>> listener;

    @Override
    public synchronized Search search(Consumer<List<Found>> told) {
        listener = told;
        return this::end;
    }

    private synchronized void end() {
        listener = null;
    }

    /** Whether a search is under way. */
    public synchronized boolean searching() {
        return listener != null;
    }

    /** Finds these, if it searches. */
    public synchronized void find(Found... found) {
        if (listener != null) {
            listener.accept(List.of(found));
        }
    }

    /** An OctoPrint at the usual port. */
    public static Found octoPrint(String name, String host, String... addresses) {
        return new Found(
                Kind.OCTOPRINT,
                "OctoPrint instance \"" + name + "\"",
                host,
                Stream.of(addresses).map(InetAddress::ofLiteral).toList(),
                80,
                "/",
                null,
                "1.11.8");
    }
}
