package dev.linkscope.discovery;

import dev.linkscope.engine.port.Discovery;
import dev.linkscope.engine.port.Discovery.Found;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search. Its own thread opens and closes places to listen on as networks come and go, and
 * gathers what they heard; what is announced in a storm therefore costs no more than a look.
 */
final class MdnsSearch implements Discovery.Search {
    private static final Logger LOG = LoggerFactory.getLogger(MdnsSearch.class);
    private static final Duration GATHER = Duration.ofMillis(250);

    private final Places places;
    private final Consumer<List<Found>> told;
    private final ScheduledExecutorService thread = NamedThreads.scheduler("discovery");
    private final Map<Place, Listening> listening = new HashMap<>();
    private final Set<Place> refused = new HashSet<>();
    private final Object telling = new Object();
    private List<Found> last = List.of();
    private boolean closed;

    /** A search; does nothing before {@link #begin}. */
    MdnsSearch(Places places, Consumer<List<Found>> told) {
        this.places = places;
        this.told = told;
    }

    /**
     * Begins to look.
     *
     * @param again how often to look at the networks
     */
    void begin(Duration again) {
        repeat(this::look, again);
        repeat(this::gather, GATHER);
    }

    // Not to be stopped by what one look could not do.
    private void repeat(Runnable work, Duration again) {
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> {
                            try {
                                work.run();
                            } catch (RuntimeException e) {
                                LOG.warn("a look at the network failed", e);
                            }
                        },
                        0,
                        again.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void look() {
        Set<Place> now = Set.copyOf(places.now());
        refused.retainAll(now);
        listening
                .entrySet()
                .removeIf(entry -> {
                    boolean gone = !now.contains(entry.getKey());
                    if (gone) {
                        entry.getValue().close();
                    }
                    return gone;
                });
        for (Place place : now) {
            if (!listening.containsKey(place)) {
                listen(place);
            }
        }
        listening.values().forEach(Listening::look);
    }

    private void listen(Place place) {
        try {
            listening.put(place, Listening.on(place));
            refused.remove(place);
        } catch (IOException e) {
            // Tried again at every look, told once.
            if (refused.add(place)) {
                LOG.info("no search on {}: {}", place.network(), e.getMessage());
            }
        }
    }

    private void gather() {
        List<Found> found =
                SamePrinters.once(
                        listening.values().stream().flatMap(one -> one.found().stream()).toList(),
                        Listening.MOST);
        if (!found.equals(last)) {
            last = found;
            synchronized (telling) {
                if (!closed) {
                    told.accept(found);
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (telling) {
            if (closed) {
                return;
            }
            closed = true;
        }
        // Behind whatever the thread is at; it ends with this.
        thread.execute(() -> listening.values().forEach(Listening::close));
        thread.shutdown();
    }
}
