package dev.linkscope.rules.network;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.PrinterCase;
import java.util.List;
import java.util.Map;

/** The newest look at every way to the server. */
final class ServerWays {
    private ServerWays() {}

    /** Its details; empty if there was none. */
    static Map<String, String> of(PrinterCase printer) {
        return printer.probe(ProbeKind.SERVER_PATHS)
                .map(ProbeTally::last)
                .map(Outcome::details)
                .orElse(Map.of());
    }

    /** What came of each direct way, without its family and address. */
    static List<String> direct(PrinterCase printer) {
        return of(printer).entrySet().stream()
                .filter(way -> way.getKey().matches("p\\d+"))
                .map(way -> way.getValue().split(" ", 3))
                .filter(words -> words.length == 3)
                .map(words -> words[2])
                .toList();
    }

    /** Whether the server has a private address (RFC 1918): it stands in the same network. */
    static boolean own(PrinterCase printer) {
        return of(printer).values().stream()
                .anyMatch(way ->
                        way.matches("4 (10\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.).*"));
    }

    /** How often a failure was told of any way to the server, as {@code phase.class}. */
    static int count(PrinterCase printer, String failure) {
        return printer.probes(ProbeKind.SERVER_PATHS).mapToInt(one -> one.count(failure)).sum();
    }
}
