package dev.linkscope.report;

/** A short name of a report, the same for the same content, such as {@code LS-7QK4-22N}. */
public final class ReportId {
    /** Crockford's base 32: no letter looks like a digit. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;
    private static final int LENGTH = 7;

    private ReportId() {}

    /** The id of a report's JSON: the first 35 bits of its SHA-256. */
    public static String of(byte[] json) {
        byte[] hash = Manifest.sha256(json);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | (hash[i] & 0xff);
        }
        var id = new StringBuilder("LS-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(i == 4 ? "-" : "");
            id.append(DIGITS.charAt((int) (bits >>> (64 - BITS * (i + 1))) & 31));
        }
        return id.toString();
    }
}
