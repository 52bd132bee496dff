package dev.linkscope.domain.diagnosis;

import java.util.Locale;

/**
 * The links of the chain from a printer's computer to the server, nearest first, and the camera
 * beside it. Each needs those before it, the camera only the first.
 */
public enum Layer {
    /** The computer itself: power, heat, load, memory, disk, clock. */
    HOST,
    /** Its radio or cable. */
    LINK,
    /** The router, and the way to it. */
    ROUTER,
    /** Names to addresses. */
    DNS,
    /** Whatever lies behind the router. */
    INTERNET,
    /** A connection to the server's address and port. */
    TCP,
    /** Encryption and certificate. */
    TLS,
    /** Request and reply. */
    HTTP,
    /** The live link. */
    WEBSOCKET,
    /** Obico's plugin in OctoPrint, and its account. */
    PLUGIN,
    /** The camera. */
    CAMERA;

    /** Name in keys and reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
