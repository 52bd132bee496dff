package dev.linkscope.report.redact;

import dev.linkscope.domain.report.RedactionLevel;

/** What a private value is. */
public enum Kind {
    /** A password, key, token or cookie. Has no alias: two of them must not be told apart. */
    SECRET("secret", RedactionLevel.MINE),
    /** The address of an access point (BSSID). */
    ACCESS_POINT("ap", RedactionLevel.SUPPORT),
    /** The name of a Wi-Fi network. */
    NETWORK("ssid", RedactionLevel.SUPPORT),
    /** A hardware address (MAC). */
    HARDWARE_ADDRESS("mac", RedactionLevel.SUPPORT),
    /** An internet address. */
    ADDRESS("ip", RedactionLevel.SUPPORT),
    /** A number that one device alone has. */
    SERIAL("serial", RedactionLevel.SUPPORT),
    /** An e-mail address. */
    EMAIL("email", RedactionLevel.SUPPORT),
    /** What a person is called on a computer. */
    USER("user", RedactionLevel.SUPPORT),
    /** What a computer is called in a network. */
    HOST("host", RedactionLevel.PUBLIC),
    /** What the user calls a printer. */
    PRINTER("printer", RedactionLevel.PUBLIC);

    private final String wireName;
    private final RedactionLevel from;

    Kind(String wireName, RedactionLevel from) {
        this.wireName = wireName;
        this.from = from;
    }

    /** Begin of its aliases, and its name in keys. */
    public String wireName() {
        return wireName;
    }

    /** Whether some values of this kind go at a level. */
    boolean goesAt(RedactionLevel level) {
        return level.compareTo(from) >= 0;
    }
}
