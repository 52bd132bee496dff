package dev.linkscope.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded pipe between threads. Unlike {@link java.io.PipedInputStream} it does not care which
 * thread reads, wakes readers at once, and knows time-outs.
 */
final class BytePipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring;
    private int head;
    private int size;
    private boolean ended;
    private boolean drained;
    private long timeoutMillis;

    BytePipe(int capacity) {
        ring = new byte[capacity];
    }

    /** Longest wait of a read in milliseconds; 0 means for ever. */
    void setReadTimeout(int millis) {
        lock.lock();
        try {
            timeoutMillis = millis;
        } finally {
            lock.unlock();
        }
    }

    /** Where the bytes come out. Closing it makes writers fail. */
    InputStream source() {
        return new Source();
    }

    /** Where the bytes go in; blocks while the pipe is full. Closing it ends the stream. */
    OutputStream sink() {
        return new Sink();
    }

    /** Gives readers the end of the stream, and drops what is written from now on. */
    void drain() {
        lock.lock();
        try {
            drained = true;
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] target, int offset, int length) throws IOException {
        lock.lock();
        try {
            awaitBytes();
            if (size == 0) {
                return -1;
            }
            int count = Math.min(Math.min(length, size), ring.length - head);
            System.arraycopy(ring, head, target, offset, count);
            head = (head + count) % ring.length;
            size -= count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitBytes() throws IOException {
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (size == 0 && !ended && !drained) {
                if (timeoutMillis == 0) {
                    changed.await();
                } else if (left > 0) {
                    left = changed.awaitNanos(left);
                } else {
                    throw new SocketTimeoutException("Read timed out");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private int put(byte[] source, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (size == ring.length && !ended) {
                changed.awaitUninterruptibly();
            }
            if (ended) {
                throw new IOException("pipe closed");
            }
            if (drained) {
                return length;
            }
            int tail = (head + size) % ring.length;
            int count = Math.min(Math.min(length, ring.length - size), ring.length - tail);
            System.arraycopy(source, offset, ring, tail, count);
            size += count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean byReader) {
        lock.lock();
        try {
            ended = true;
            if (byReader) {
                size = 0;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            return length == 0 ? 0 : take(target, offset, length);
        }

        @Override
        public int available() {
            lock.lock();
            try {
                return size;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            end(true);
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            int written = 0;
            while (written < length) {
                written += put(source, offset + written, length - written);
            }
        }

        @Override
        public void close() {
            end(false);
        }
    }
}
