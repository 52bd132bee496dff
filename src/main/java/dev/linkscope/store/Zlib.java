package dev.linkscope.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes to a zlib stream (RFC 1950) and back; its Adler-32 tells damage. */
final class Zlib {
    /**
     * No hour of one probe inflates to more: 3,600 outcomes of 16 KiB each. Keeps a damaged stream
     * from filling the memory.
     */
    private static final int MAX_INFLATED = 64 << 20;

    private Zlib() {}

    static byte[] deflate(byte[] plain) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream(plain.length / 2 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** Inflates the stream that starts at an offset and ends with the array. */
    static byte[] inflate(byte[] bytes, int offset) throws DamagedChunkException {
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes, offset, bytes.length - offset);
            var out = new ByteArrayOutputStream(bytes.length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if ((read == 0 && !inflater.finished()) || out.size() > MAX_INFLATED) {
                    throw new DamagedChunkException("stream cut off or too long");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new DamagedChunkException("not a whole zlib stream");
        }
    }
}
