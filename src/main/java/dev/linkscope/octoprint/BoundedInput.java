package dev.linkscope.octoprint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of a reply; ends at a bound, whatever still comes. */
final class BoundedInput extends FilterInputStream {
    private long left;

    BoundedInput(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        try {
            int count = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw brokenBy(e);
        }
    }

    /** The client answers some nonsense, such as a negative length, with an unchecked exception. */
    static ProtocolException brokenBy(RuntimeException e) {
        return new ProtocolException(e.getClass().getSimpleName());
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] some = new byte[Math.clamp(count, 0, 8_192)];
        return Math.max(0, read(some, 0, some.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
