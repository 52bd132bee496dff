package dev.linkscope.ssh;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Keeps the last 2,000 bytes written to it. Thread-safe. */
final class TailBuffer extends OutputStream {
    private static final int CAPACITY = 2_000;

    private final byte[] ring = new byte[CAPACITY];
    private long written;

    @Override
    public synchronized void write(int b) {
        ring[(int) (written++ % CAPACITY)] = (byte) b;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int i = 0; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    /** What is kept, as text. */
    synchronized String text() {
        int size = (int) Math.min(written, CAPACITY);
        byte[] tail = new byte[size];
        for (int i = 0; i < size; i++) {
            tail[i] = ring[(int) ((written - size + i) % CAPACITY)];
        }
        return new String(tail, StandardCharsets.UTF_8);
    }
}
