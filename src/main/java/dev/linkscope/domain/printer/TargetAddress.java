package dev.linkscope.domain.printer;

import org.jspecify.annotations.Nullable;

/** Reads addresses as people write them: {@code local} or {@code [user@]host[:port]}. */
public final class TargetAddress {
    private static final String SCHEME = "ssh://";
    private static final int MAX_USER = 64;
    private static final int MAX_SHOWN = 80;

    private TargetAddress() {}

    /**
     * The target that the text names. An IPv6 address stands in brackets if a port follows. Blanks
     * around the text and the scheme {@code ssh://} are tolerated.
     *
     * @throws BadAddressException if the text is none of these, or could be mistaken for an option
     */
    public static Target parse(String text) throws BadAddressException {
        String address = withoutScheme(text.strip());
        if (address.equals("local")) {
            return new Target.Local();
        }
        int at = address.lastIndexOf('@');
        String user = at < 0 ? null : address.substring(0, at);
        String place = address.substring(at + 1);
        if (user != null && !isUser(user)) {
            throw new BadAddressException(shown(address));
        }
        int colon = portColon(place);
        String host = withoutBrackets(colon < 0 ? place : place.substring(0, colon));
        Integer port = colon < 0 ? null : port(place.substring(colon + 1));
        if (!HostName.isUsable(host) || (colon >= 0 && port == null)) {
            throw new BadAddressException(shown(address));
        }
        return new Target.Ssh(host, port, user, null);
    }

    /** Whether the text can be a login name on a Pi. */
    public static boolean isUser(String user) {
        return !user.isEmpty()
                && user.length() <= MAX_USER
                && user.charAt(0) != '-'
                && user.codePoints().allMatch(TargetAddress::isUserCharacter);
    }

    private static boolean isUserCharacter(int c) {
        return Character.isLetterOrDigit(c) || ".-_+@$\\".indexOf(c) >= 0;
    }

    private static String withoutScheme(String text) {
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return text;
        }
        String rest = text.substring(SCHEME.length());
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Position of the colon before the port; -1 if there is none. */
    private static int portColon(String place) {
        int bracket = place.indexOf(']');
        if (place.startsWith("[") && bracket > 0) {
            return place.startsWith(":", bracket + 1) ? bracket + 1 : -1;
        }
        int colon = place.indexOf(':');
        return colon == place.lastIndexOf(':') ? colon : -1;
    }

    private static String withoutBrackets(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.indexOf(':') > 0;
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable Integer port(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            return null;
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65535 ? port : null;
    }

    /**
     * The text for a message: without what stands before the last at sign if a colon is in there,
     * as that may be a password.
     */
    private static String shown(String address) {
        int colon = address.indexOf(':');
        String safe =
                colon >= 0 && colon < address.lastIndexOf('@')
                        ? address.substring(address.lastIndexOf('@') + 1)
                        : address;
        String printable = safe.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
        return printable.length() <= MAX_SHOWN
                ? printable
                : printable.substring(0, MAX_SHOWN) + "…";
    }
}
