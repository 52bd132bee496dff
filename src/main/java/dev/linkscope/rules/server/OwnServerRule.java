package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;

/** A server of one's own is set up in a way that Obico cannot work with. */
final class OwnServerRule implements Rule {
    private static final Threshold NEARLY_ALL =
            new Threshold(0.9, "", "an address that has moved is gone each time, but for outages");

    @Override
    public String id() {
        return "selfhosted.config";
    }

    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        if (ObicoServer.cloud(printer)) {
            clues.against(Statement.of("clue.own.cloud"));
            return clues.conclude(Severity.INFO);
        }
        BeyondPath live = BeyondPath.liveLinkOf(printer);
        if (live.fails("ws_not_found")) {
            Statement text = live.observed("clue.own.not_found");
            live.withPath(clues);
            if (ObicoServer.own(printer)) {
                clues.certain("live", text);
            } else {
                clues.strong("live", text);
            }
            return clues.conclude(LiveLinkRefusals.beside(printer, clues));
        }
        boolean moved = moved(printer, clues);
        if (!ObicoServer.own(printer) || (!moved && live.unknown())) {
            clues.missing();
        } else if (allFine(printer, live)) {
            clues.as("fine").strong("all", Statement.of("clue.own.all_fine"));
            return clues.conclude(Severity.INFO);
        }
        return clues.conclude(printer.server().severity());
    }

    /** Nothing answers at its address: it is off, or has another address now. */
    private static boolean moved(PrinterCase printer, Clues clues) {
        int gone = ServerPane.count(printer, "connect.unreachable");
        int attempts = printer.server().figures().attempts();
        boolean nearly =
                gone >= ServerPane.SEVERAL
                        && gone >= NEARLY_ALL.value() * attempts
                        && printer.broken(Layer.TCP) >= NEARLY_ALL.value() * gone;
        if (!nearly || !ObicoServer.own(printer)) {
            return false;
        }
        clues.as("moved").strong("connect", Statement.of("clue.own.gone", gone));
        FromHere here = FromHere.of(printer);
        if (here.failsToo() || here.works()) {
            here.tell(clues);
        }
        return true;
    }

    /** Then what is left lies within the server: its site and its relay. */
    private static boolean allFine(PrinterCase printer, BeyondPath live) {
        return printer.server().figures().state() == PaneState.HEALTHY
                && live.works()
                && BeyondPath.pluginOf(printer).works()
                && !VersionMismatchRule.manyErrors(printer.plugin());
    }
}
