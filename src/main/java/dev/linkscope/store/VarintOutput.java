package dev.linkscope.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes whole numbers in as few bytes as they need (LEB128, zigzag for signed ones) and texts. */
final class VarintOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        bytes.writeBytes(utf8);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
