package dev.linkscope.agent;

import dev.linkscope.support.NamedThreads;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines on a thread of its own into a bounded queue. When the queue is full it stops reading,
 * and so in the end makes the agent's writer wait; nothing is dropped.
 */
final class Inbox {
    private static final int CAPACITY = 1024;
    private static final long NOT_READING = Long.MIN_VALUE;

    private final InputStream input;
    private final Limits limits;
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;
    private volatile long readingSince = NOT_READING;

    Inbox(InputStream input, Limits limits, String name) {
        this.input = input;
        this.limits = limits;
        this.thread =
                limits.platformThreads()
                        ? NamedThreads.platform(name, this::readAll)
                        : NamedThreads.virtual(name, this::readAll);
    }

    /** Something that was read. */
    sealed interface Item permits Line, TooLong, End {}

    /** A line without its line feed. */
    static final class Line implements Item {
        private final byte[] bytes;

        private Line(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Its bytes; the caller's own. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** A line that was longer than {@link LineSource#LINE_LIMIT} and was not kept. */
    record TooLong() implements Item {}

    /** Nothing more will come; the cause is null at an orderly end. */
    record End(@Nullable IOException cause) implements Item {}

    void start() {
        thread.start();
    }

    /** The next item; null if none came within the time. */
    @Nullable Item poll(Duration wait) throws InterruptedException {
        return items.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Whether it has been reading for longer than the limit without getting a byte. Time spent
     * waiting for room in the queue does not count.
     */
    boolean silent() {
        long since = readingSince;
        return since != NOT_READING
                && items.isEmpty()
                && limits.nanos().getAsLong() - since > limits.silence().toNanos();
    }

    /** Ends the thread, once the stream lets go of it. */
    void close() {
        thread.interrupt();
    }

    private void readAll() {
        try {
            items.put(new End(read()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable IOException read() throws InterruptedException {
        var lines = new LineSource(new Watched(input));
        try {
            for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
                byte[] bytes = line.bytes();
                items.put(bytes == null ? new TooLong() : new Line(bytes));
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** Notes since when a read has been waiting. */
    private final class Watched extends FilterInputStream {
        private Watched(InputStream input) {
            super(input);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            readingSince = limits.nanos().getAsLong();
            try {
                return super.read(buffer, offset, length);
            } finally {
                readingSince = NOT_READING;
            }
        }
    }
}
