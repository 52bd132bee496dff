package dev.linkscope.rules.network;

import dev.linkscope.rules.PrinterCase;
import java.util.Optional;

/** The proxy that the way to the server goes through. */
final class ProxyUse {
    private ProxyUse() {}

    /** HOST:PORT, or why it is of no use; empty if there is none, or nobody knows. */
    static Optional<String> of(PrinterCase printer) {
        return printer.facts().text("proxy.configured").filter(place -> !place.equals("none"));
    }
}
