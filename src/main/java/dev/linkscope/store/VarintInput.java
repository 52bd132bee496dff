package dev.linkscope.store;

import java.nio.charset.StandardCharsets;

/** Reads what {@link VarintOutput} wrote; anything else ends in {@link DamagedChunkException}. */
final class VarintInput {
    private final byte[] bytes;
    private int at;

    VarintInput(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() throws DamagedChunkException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == bytes.length) {
                throw new DamagedChunkException("cut off");
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedChunkException("number too long");
    }

    long signed() throws DamagedChunkException {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** A number that cannot be larger than what is left to read, such as a count. */
    int count() throws DamagedChunkException {
        long count = unsigned();
        if (count < 0 || count > bytes.length - at) {
            throw new DamagedChunkException("count too large");
        }
        return (int) count;
    }

    String text() throws DamagedChunkException {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
