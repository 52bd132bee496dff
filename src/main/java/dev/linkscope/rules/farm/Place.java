package dev.linkscope.rules.farm;

import java.util.Locale;

/** Something that several printers can hang on, the narrowest first. */
public enum Place {
    /** Wi-Fi access point. */
    ACCESS_POINT,
    /** Address of the router. */
    GATEWAY,
    /** Name servers. */
    RESOLVER,
    /** Obico server. */
    SERVER,
    /** The group that the user put it in. */
    GROUP,
    /** Cable or radio. */
    LINK,
    /** Version of Obico's plugin. */
    PLUGIN;

    /** Name in keys. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
