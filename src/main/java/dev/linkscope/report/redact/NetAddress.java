package dev.linkscope.report.redact;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An internet address and whose it can be. */
final class NetAddress {
    private static final String QUAD = "(?:\\d{1,3}\\.){3}\\d{1,3}";

    /** Four numbers; not the beginning or the end of more of them, and no version. */
    static final Pattern V4 =
            Pattern.compile("(?<![\\p{L}\\d_.]|\\d-)" + QUAD + "(?![\\p{L}\\d_]|\\.\\d)");

    /**
     * Anything that may be an IPv6 address; {@link #of} decides. Giving up a group never helps, as
     * a colon follows it.
     */
    static final Pattern V6 =
            Pattern.compile(
                    "(?<![\\p{L}\\d_.])(?:[0-9A-Fa-f]{0,4}+:){2,15}+(?:"
                            + QUAD
                            + "|[0-9A-Fa-f]{0,4})(?![\\p{L}\\d_:])");

    /** Four numbers in a name that a provider gives to an address. */
    static final Pattern IN_NAME =
            Pattern.compile(
                    "(?<![\\d-])\\d{1,3}-\\d{1,3}-\\d{1,3}-\\d{1,3}(?=[\\w-]{0,40}\\.\\p{L})");

    /** Resolvers that everybody may use: they tell what was asked, not who asked. */
    private static final Set<String> RESOLVERS =
            Set.of(
                    "1.1.1.1",
                    "1.0.0.1",
                    "8.8.8.8",
                    "8.8.4.4",
                    "9.9.9.9",
                    "149.112.112.112",
                    "208.67.222.222",
                    "208.67.220.220",
                    "2606:4700:4700:0:0:0:0:1111",
                    "2606:4700:4700:0:0:0:0:1001",
                    "2001:4860:4860:0:0:0:0:8888",
                    "2001:4860:4860:0:0:0:0:8844",
                    "2620:fe:0:0:0:0:0:fe");

    /** 4 or 16, in network order. */
    private final byte[] bytes;

    private NetAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that the text is, without a zone; null if it is none. Asks no resolver. */
    static @Nullable NetAddress of(String text) {
        boolean is6 = text.indexOf(':') >= 0;
        if (!is6 && !text.chars().allMatch(NetAddress::isOf4)) {
            // Most are names, and an exception for each takes long.
            return null;
        }
        try {
            InetAddress address = is6 ? Inet6Address.ofLiteral(text) : Inet4Address.ofLiteral(text);
            return new NetAddress(address.getAddress());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isOf4(int c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    /** One spelling for all spellings of an address; other texts in lower case. */
    static String canonical(String text) {
        NetAddress address = of(text);
        return address == null ? text.toLowerCase(Locale.ROOT) : address.text();
    }

    /** Whether it can be reached from the internet, and so tells where somebody is. */
    boolean isPublic() {
        boolean global = is6() ? isGlobal6() : !isInner() && !isNobodys4();
        return global && !RESOLVERS.contains(text());
    }

    /** Whether it belongs to a network behind a router (RFC 1918, 6598, 4193). */
    boolean isInner() {
        if (is6()) {
            return (at(0) & 0xfe) == 0xfc;
        }
        return at(0) == 10
                || (at(0) == 172 && (at(1) & 0xf0) == 16)
                || (at(0) == 192 && at(1) == 168)
                || (at(0) == 100 && (at(1) & 0xc0) == 64);
    }

    /** Global unicast (RFC 4291 §2.4), and IPv4 behind a translator (RFC 6052). */
    private boolean isGlobal6() {
        return (at(0) & 0xe0) == 0x20 || (at(0) == 0 && at(1) == 0x64 && at(2) == 0xff);
    }

    /** Whether it names no computer in particular: loopback, link-local, any, many, masks. */
    private boolean isNobodys4() {
        return at(0) == 0 || at(0) == 127 || at(0) >= 224 || (at(0) == 169 && at(1) == 254);
    }

    boolean is6() {
        return bytes.length == 16;
    }

    /** {@code fe80::/10}. */
    boolean isLinkLocal() {
        return is6() && at(0) == 0xfe && (at(1) & 0xc0) == 0x80;
    }

    /** Whether its last half was made of a hardware address. */
    boolean holdsHardwareAddress() {
        return is6() && at(11) == 0xff && at(12) == 0xfe;
    }

    /** Its network as homes have it: all but the last number. Of IPv4 only. */
    String network() {
        return at(0) + "." + at(1) + "." + at(2) + ".";
    }

    /** The hardware address that its last half was made of. */
    String hardwareAddress() {
        return HardwareAddress.ofInterface(bytes);
    }

    String text() {
        try {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return text == null ? "" : text;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("addresses have 4 or 16 bytes", e);
        }
    }

    private int at(int i) {
        return bytes[i] & 0xff;
    }
}
