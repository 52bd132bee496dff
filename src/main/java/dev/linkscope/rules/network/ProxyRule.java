package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;
import java.util.Optional;

/** The proxy on the way to the server refuses, wants a login, or is not there. */
final class ProxyRule implements Rule {
    /** Failures that only a proxy has, {@code connect.proxy_…}; each has sentences of its own. */
    private static final List<String> SAID = List.of("bad_url", "login_needed", "refused");

    @Override
    public String id() {
        return "proxy";
    }

    @Override
    public Layer layer() {
        return Layer.TCP;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        int explained = 0;
        for (String one : SAID) {
            int slots = failed.count("connect.proxy_" + one);
            if (slots > 0) {
                clues.as(one).certain("proxy", Statement.of("clue.proxy." + one, slots));
                explained += slots;
            }
        }
        Optional<String> place = ProxyUse.of(printer);
        if (printer.facts().is("proxy.configured", "none")) {
            clues.against(Statement.of("clue.proxy.none"));
        } else if (place.isEmpty() && explained == 0) {
            clues.missing();
        } else if (place.isPresent() && explained == 0) {
            explained = weighSilence(clues, printer, place.get());
        }
        return clues.conclude(failed.severity(explained));
    }

    private static int weighSilence(Clues clues, PrinterCase printer, String place) {
        var failed = new FailedSlots(printer);
        int slots =
                failed.count(
                        "connect.refused",
                        "connect.timeout",
                        "connect.unreachable",
                        "connect.reset",
                        "connect.closed",
                        "connect.garbage");
        if (slots == 0) {
            return 0;
        }
        Statement text = Statement.of("clue.proxy.fails", place, slots);
        if (failed.silent(ProbeKind.GATEWAY) || failed.silent(ProbeKind.INTERNET)) {
            clues.missing().weak("proxy", text);
        } else {
            clues.strong("proxy", text);
        }
        String through = ServerWays.of(printer).get("proxy");
        boolean direct = ServerWays.direct(printer).stream().anyMatch(way -> way.startsWith("ok"));
        if (through != null && !through.startsWith("ok") && direct) {
            clues.strong("paths", Statement.of("clue.proxy.direct_works"));
        }
        return slots;
    }
}
