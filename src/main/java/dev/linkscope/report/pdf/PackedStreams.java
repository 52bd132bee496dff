package dev.linkscope.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how much a PDF would unpack to before it is opened: PDFBox unpacks streams of objects and
 * references whole, however long they are.
 */
final class PackedStreams {
    /** All streams of the largest report together are a fifth of it. */
    static final long MAX_BYTES = 320L * 1000 * 1000;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILTER = "/Filter".getBytes(StandardCharsets.US_ASCII);

    /** Low nibble of a zlib header's first byte: deflate (RFC 1950 §2.2). */
    private static final int DEFLATE = 8;

    private PackedStreams() {}

    /**
     * Whether the PDF unpacks to more than {@link #MAX_BYTES}, or is packed several times over,
     * which no Linkscope does.
     */
    static boolean tooMuch(byte[] pdf) {
        long total = 0;
        var inflater = new Inflater();
        byte[] sink = new byte[1 << 16];
        try {
            int at = 0;
            while (at < pdf.length) {
                if (pdf[at] == '/' && isAt(pdf, at, FILTER) && severalFilters(pdf, at)) {
                    return true;
                }
                if (pdf[at] != 's' || !isAt(pdf, at, STREAM)) {
                    at++;
                    continue;
                }
                at = afterLineEnd(pdf, at + STREAM.length);
                if (at < pdf.length && (pdf[at] & 15) == DEFLATE) {
                    inflater.reset();
                    inflater.setInput(pdf, at, pdf.length - at);
                    total += unpacked(inflater, sink, MAX_BYTES - total);
                    if (total > MAX_BYTES) {
                        return true;
                    }
                    at += (int) inflater.getBytesRead();
                }
            }
            return false;
        } finally {
            inflater.end();
        }
    }

    private static long unpacked(Inflater inflater, byte[] sink, long limit) {
        long total = 0;
        try {
            while (!inflater.finished() && total <= limit) {
                int n = inflater.inflate(sink);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                total += n;
            }
        } catch (DataFormatException e) {
            // Damaged, or no deflate at all: what came out until here is what others get as well.
            return total;
        }
        return total;
    }

    private static boolean severalFilters(byte[] pdf, int at) {
        int names = 0;
        int i = at + FILTER.length;
        while (i < pdf.length && Character.isWhitespace(pdf[i])) {
            i++;
        }
        if (i >= pdf.length || pdf[i] != '[') {
            return false;
        }
        for (; i < pdf.length && pdf[i] != ']' && names < 2; i++) {
            names += pdf[i] == '/' ? 1 : 0;
        }
        return names > 1;
    }

    private static int afterLineEnd(byte[] pdf, int at) {
        int next = at;
        if (next < pdf.length && pdf[next] == '\r') {
            next++;
        }
        return next < pdf.length && pdf[next] == '\n' ? next + 1 : next;
    }

    private static boolean isAt(byte[] pdf, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (at + i >= pdf.length || pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
