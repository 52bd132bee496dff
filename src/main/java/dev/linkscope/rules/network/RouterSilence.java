package dev.linkscope.rules.network;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.PrinterCase;

/**
 * How the router was missed: asked in vain, or not asked because no way to any router was known.
 */
final class RouterSilence {
    private static final String NO_ROUTE = "connect.no_route";

    private final PrinterCase printer;

    RouterSilence(PrinterCase printer) {
        this.printer = printer;
    }

    /** Looks in which the computer knew no way to any router. */
    int withoutRoute() {
        return printer.probes(ProbeKind.GATEWAY).mapToInt(one -> one.count(NO_ROUTE)).sum();
    }

    /** Whether that is most of the looks that failed. */
    boolean mostlyWithoutRoute() {
        int failed = printer.probes(ProbeKind.GATEWAY).mapToInt(one -> one.failed()).sum();
        return failed > 0 && withoutRoute() >= FailedSlots.TOGETHER.value() * failed;
    }

    /** Whether nearly all looks found none. */
    boolean always() {
        int looks = printer.probes(ProbeKind.GATEWAY).mapToInt(one -> one.measured()).sum();
        return looks > 0 && withoutRoute() >= (1 - FailedSlots.HARDLY.value()) * looks;
    }
}
