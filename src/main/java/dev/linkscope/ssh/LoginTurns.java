package dev.linkscope.ssh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The turns of all servers that this program logs in to. Thread-safe. */
final class LoginTurns {
    private final Map<String, LoginTurn> servers = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * Nobody has logged in yet.
     *
     * @param nanos a clock that only runs forward
     */
    LoginTurns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The turns of a server; printers behind one jump host, or on one computer, share them. */
    LoginTurn of(Hop hop) {
        return servers.computeIfAbsent(
                hop.host() + ":" + hop.port(), _ -> new LoginTurn(new Penalty(nanos), nanos));
    }
}
