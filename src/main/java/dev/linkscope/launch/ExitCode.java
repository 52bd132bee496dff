package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Exit codes of the command line. Of several, the worst counts, in the order 2, 3, 1, 0. */
enum ExitCode {
    /** Healthy, or clean so far. */
    HEALTHY(0),
    WATCH(1),
    /** A target or file without data. */
    UNKNOWN(3),
    /** Take action, no connection, or a critical finding. */
    ACTION(2);

    /** Wrong usage: EX_USAGE of sysexits.h. */
    static final int USAGE = 64;

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** What the process returns. */
    int code() {
        return code;
    }

    /** The worst of several; unknown if there is none. */
    static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream().max(ExitCode::compareTo).orElse(UNKNOWN);
    }

    /** What the state of a pane means. */
    static ExitCode of(PaneState state) {
        return switch (state) {
            case HEALTHY, CLEAN_SO_FAR -> HEALTHY;
            case WATCH -> WATCH;
            case NO_DATA -> UNKNOWN;
            case TAKE_ACTION, NO_CONNECTION -> ACTION;
        };
    }

    /** The worst of a report's printers. */
    static ExitCode of(Report report) {
        return worst(report.printers().stream().map(ExitCode::of).toList());
    }

    private static ExitCode of(PrinterReport printer) {
        var codes = new ArrayList<ExitCode>();
        Pane server = printer.server();
        // Without a server pane nothing was measured; a missing camera does not count.
        codes.add(server == null ? UNKNOWN : of(server.figures().state()));
        Pane webcam = printer.webcam();
        if (webcam != null) {
            codes.add(of(webcam.figures().state()));
        }
        if (printer.findings().stream().anyMatch(Finding::critical)) {
            codes.add(ACTION);
        }
        return worst(List.copyOf(codes));
    }
}
