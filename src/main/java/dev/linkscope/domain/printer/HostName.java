package dev.linkscope.domain.printer;

import java.net.Inet6Address;

/**
 * What may be used as a host name. Names come from files, links and other computers of the network,
 * and go to a resolver and to the command line of {@code ssh}, so only harmless characters pass.
 */
public final class HostName {
    /** Longest name that DNS can carry (RFC 1035, section 2.3.4). */
    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /**
     * Whether the text is a name or an address without brackets: letters of any language, digits,
     * dots, hyphens and underscores, or an IPv6 address with an optional zone.
     */
    public static boolean isUsable(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.charAt(0) == '-') {
            return false;
        }
        return text.indexOf(':') >= 0 ? isAddress6(text) : isName(text);
    }

    private static boolean isName(String text) {
        return text.charAt(0) != '.'
                && !text.contains("..")
                && text.codePoints().allMatch(HostName::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static boolean isAddress6(String text) {
        int percent = text.indexOf('%');
        String address = percent < 0 ? text : text.substring(0, percent);
        String zone = percent < 0 ? "-" : text.substring(percent + 1);
        return zone.matches("[A-Za-z0-9._-]+") && isLiteral6(address);
    }

    private static boolean isLiteral6(String address) {
        try {
            // Reads literals only; a name never reaches a resolver here.
            Inet6Address.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
