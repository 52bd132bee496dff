package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** While somebody watches the video, that fills the way out, and all else waits. */
final class UploadFullRule implements Rule {
    private static final String VIEWING = "viewing";

    @Override
    public String id() {
        return "upload.full";
    }

    @Override
    public Layer layer() {
        return Layer.INTERNET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        if (printer.coincidence(VIEWING).findAny().isEmpty()) {
            clues.missing();
        }
        Circumstance.weigh(clues, printer, VIEWING);
        int late =
                failed.count(
                        "connect.timeout",
                        "tls.timeout",
                        "request.timeout",
                        "body.timeout",
                        "dns.timeout");
        if (clues.any() && failed.share(late) >= FailedSlots.TOGETHER.value()) {
            clues.weak("server", Statement.of("clue.server.stuck", late, failed.errors()));
        }
        if (clues.any() && failed.silent(ProbeKind.GATEWAY)) {
            JointCounts router = failed.of(ProbeKind.GATEWAY);
            clues.weakAgainst(Statement.of("clue.router.silent", router.failed()));
        }
        return clues.conclude(failed.severity(late));
    }
}
