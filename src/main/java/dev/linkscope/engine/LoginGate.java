package dev.linkscope.engine;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets the sessions of a farm log in by turns. At most {@link #AT_ONCE} are on their way at a time.
 * Of those that were away, only a few look whether the way is there again, and rarely; as soon as
 * one of them is back, all others hurry. So neither a computer that lost its own network nor half a
 * farm without power is answered with hundreds of attempts a second, and all are back soon after.
 *
 * <p>Thread-safe; waiting sessions are let in in the order in which they came, first contacts
 * before returns.
 */
final class LoginGate {
    /** Logins at once. One costs this computer 10 to 30 ms of processor time, and a thread. */
    static final int AT_ONCE = 16;

    /** Returns tried at once while none succeeds. */
    static final int SCOUTS = 4;

    /** Between the beginnings of such attempts. */
    static final Duration SCOUT_SPACING = Duration.ofMillis(250);

    /** How long all hurry after the last of those that came back. */
    static final Duration HURRY = Duration.ofSeconds(5);

    private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Map<Reason, Set<Place>> waiting = new EnumMap<>(Reason.class);
    private int underWay;
    private int scouts;
    private boolean hurried;
    private long lastReturn;
    private boolean scouted;
    private long lastScout;

    /**
     * A gate with nobody before it.
     *
     * @param nanos a clock that only runs forward
     */
    LoginGate(LongSupplier nanos) {
        this.nanos = nanos;
        for (Reason reason : Reason.values()) {
            waiting.put(reason, new LinkedHashSet<>());
        }
    }

    /** Why somebody comes to the gate; the first go before the others. */
    enum Reason {
        /** It was never tried, the user asked for it just now, or nothing speaks against it. */
        FIRST,
        /** The link was lost, or could not be made the last time. */
        RETURN
    }

    /** A place in the queue. Close it in any case. */
    Place queue(Reason reason) {
        var place = new Place(reason);
        synchronized (this) {
            those(reason).add(place);
            letIn();
        }
        return place;
    }

    private Set<Place> those(Reason reason) {
        return Objects.requireNonNull(waiting.get(reason));
    }

    /** Lets in whoever may go now. */
    private synchronized void letIn() {
        while (underWay < AT_ONCE && !those(Reason.FIRST).isEmpty()) {
            admitFirst(those(Reason.FIRST));
        }
        while (underWay < AT_ONCE && !those(Reason.RETURN).isEmpty() && mayReturn()) {
            admitFirst(those(Reason.RETURN));
            scouts++;
            scouted = true;
            lastScout = nanos.getAsLong();
        }
    }

    private void admitFirst(Set<Place> queue) {
        Place next = queue.iterator().next();
        queue.remove(next);
        underWay++;
        next.inside = true;
        next.admitted.release();
    }

    private boolean mayReturn() {
        return hurrying() || (scouts < SCOUTS && untilNextScout() <= 0);
    }

    private boolean hurrying() {
        return hurried && nanos.getAsLong() - lastReturn < HURRY.toNanos();
    }

    private long untilNextScout() {
        return scouted ? lastScout + SCOUT_SPACING.toNanos() - nanos.getAsLong() : 0;
    }

    /** How long this one waits at most before it looks again. */
    private synchronized long patience(Place place, Duration longest) {
        Set<Place> returning = those(Reason.RETURN);
        boolean next = !returning.isEmpty() && returning.iterator().next().equals(place);
        boolean byTime = next && underWay < AT_ONCE && scouts < SCOUTS;
        return Math.min(
                byTime ? Math.max(SHORTEST_LOOK, untilNextScout()) : Long.MAX_VALUE,
                longest.toNanos());
    }

    /** A place in the queue, and then on the way. */
    final class Place implements AutoCloseable {
        private final Semaphore admitted = new Semaphore(0);
        private Reason reason;
        private boolean inside;

        private Place(Reason reason) {
            this.reason = reason;
        }

        /** Waits for its turn; false if it has not come by then. */
        boolean await(Duration longest) throws InterruptedException {
            long end = System.nanoTime() + longest.toNanos();
            do {
                if (admitted.tryAcquire(patience(this, longest), TimeUnit.NANOSECONDS)) {
                    return true;
                }
                letIn();
            } while (System.nanoTime() < end);
            return admitted.tryAcquire();
        }

        /** The user wants it now. */
        void hurry() {
            synchronized (LoginGate.this) {
                if (those(reason).remove(this)) {
                    reason = Reason.FIRST;
                    those(reason).add(this);
                    letIn();
                }
            }
        }

        /** It is logged in: the others need not wait any longer. */
        void loggedIn() {
            synchronized (LoginGate.this) {
                if (inside && reason == Reason.RETURN) {
                    hurried = true;
                    lastReturn = nanos.getAsLong();
                }
                close();
            }
        }

        /** Makes room: it is done, has failed, or waits for an answer of the user. */
        @Override
        public void close() {
            synchronized (LoginGate.this) {
                those(reason).remove(this);
                if (inside) {
                    inside = false;
                    underWay--;
                    if (reason == Reason.RETURN) {
                        scouts--;
                    }
                    letIn();
                }
            }
        }
    }
}
