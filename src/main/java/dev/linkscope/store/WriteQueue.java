package dev.linkscope.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written, in order. The head stays in the queue until it is written, so that a
 * failed group is tried again and counts as waiting. Thread-safe; one thread takes.
 */
final class WriteQueue {
    private final int capacity;
    private final int groupSize;
    private final Duration window;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Write> waiting = new ArrayDeque<>();
    private int weight;
    private long accepted;
    private long written;
    private long failures;
    private int flushing;
    private boolean stuck;
    private boolean closed;

    /**
     * A queue that is full at {@code capacity} outcomes, and whose groups are complete at {@code
     * groupSize} outcomes or when their first has waited for {@code window}.
     */
    WriteQueue(int capacity, int groupSize, Duration window) {
        this.capacity = capacity;
        this.groupSize = groupSize;
        this.window = window;
    }

    /**
     * Adds a write; waits while the queue is full and writing works.
     *
     * @return false if it was let go: the queue is full and nothing can be written, or the thread
     *     was interrupted (and still is)
     * @throws IllegalStateException after {@link #close()}
     */
    boolean put(Write write) {
        lock.lock();
        try {
            while (weight >= capacity && write.mayBeLetGo() && !closed) {
                if (stuck) {
                    return false;
                }
                changed.await();
            }
            if (closed) {
                throw new IllegalStateException("the history is closed");
            }
            waiting.add(write);
            weight += write.weight();
            accepted++;
            if (waiting.size() == 1 || due()) {
                changed.signalAll();
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next group, complete or due; stays in the queue.
     *
     * @param idle how long to wait for a first write
     * @return empty if none came
     */
    List<Write> nextGroup(Duration idle) throws InterruptedException {
        lock.lock();
        try {
            long left = idle.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            left = window.toNanos();
            while (!waiting.isEmpty() && !due() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return head();
        } finally {
            lock.unlock();
        }
    }

    private boolean due() {
        return weight >= groupSize || flushing > 0 || closed;
    }

    private List<Write> head() {
        var group = new ArrayList<Write>();
        int size = 0;
        Iterator<Write> writes = waiting.iterator();
        while (writes.hasNext() && size < groupSize) {
            Write write = writes.next();
            group.add(write);
            size += write.weight();
        }
        return group;
    }

    /** The first {@code count} writes are done. */
    void written(int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                weight -= waiting.remove().weight();
            }
            written += count;
            stuck = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The head could not be written; waits before it is to be tried again. */
    void failed(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            failures++;
            stuck = true;
            changed.signalAll();
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what is in the queue now is written or an attempt failed after this call. */
    void flush() throws InterruptedException {
        lock.lock();
        try {
            long upTo = accepted;
            long before = failures;
            flushing++;
            changed.signalAll();
            while (written < upTo && failures == before) {
                changed.await();
            }
            flushing--;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is accepted any more; what waits is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what is left and lets everybody go who waits for it. */
    int abandon() {
        lock.lock();
        try {
            int left = weight;
            written += waiting.size();
            waiting.clear();
            weight = 0;
            closed = true;
            changed.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is closed; what waits may still have to be written. */
    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
