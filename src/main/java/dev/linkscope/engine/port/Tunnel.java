package dev.linkscope.engine.port;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Sockets that are opened from a printer's computer, through the link to it. */
public interface Tunnel extends Closeable {
    /**
     * Connects to a place as that computer sees it. Blocks.
     *
     * @param host name or address, resolved there
     * @throws IOException if nothing listens there, or the link is gone
     */
    Socket connect(String host, int port, Duration longest) throws IOException;
}
