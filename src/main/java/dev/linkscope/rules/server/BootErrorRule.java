package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one error that the plugin counts at each start with a server of one's own: it asks for a page
 * that only the cloud has. Harmless.
 */
final class BootErrorRule implements Rule {
    private static final Threshold FEW =
            new Threshold(2, "", "measured: one request at start, two with a nozzle camera");

    private static final Threshold NEAR =
            new Threshold(120, "s", "measured: the plugin asks within two minutes of the start");

    @Override
    public String id() {
        return "boot404";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        PluginReport.Counters server = printer.plugin() == null ? null : printer.plugin().server();
        if (ObicoServer.cloud(printer)) {
            clues.against(Statement.of("clue.boot.cloud"));
        } else if (server == null) {
            clues.missing();
        } else if (server.errors() == 0 || server.errors() > FEW.value()) {
            clues.against(Statement.of("clue.boot.errors", server.errors()));
        } else {
            clues.weak("report", Statement.of("clue.boot.one", server.errors(), server.attempts()));
            boolean atStart = start(server, Logs.started(printer).orElse(null), clues);
            if (atStart && ObicoServer.own(printer)) {
                clues.weak("own", Statement.of("clue.server.own"));
            } else {
                clues.missing();
            }
        }
        return clues.conclude(Severity.INFO);
    }

    /** Whether it is known that the error came at the start. */
    private static boolean start(
            PluginReport.Counters server, @Nullable Instant started, Clues clues) {
        Instant first = server.first();
        Instant last = server.last();
        if (first == null || last == null || started == null) {
            return false;
        }
        if (apart(first, last) > NEAR.value()) {
            clues.against(Statement.of("clue.boot.two_times"));
        } else if (apart(started, first) > NEAR.value()) {
            clues.against(Statement.of("clue.boot.later", apart(started, first)));
        } else {
            clues.weak("log", Statement.of("clue.boot.at_start", apart(started, first)));
            return true;
        }
        return false;
    }

    private static long apart(Instant one, Instant other) {
        return Duration.between(one, other).abs().toSeconds();
    }
}
