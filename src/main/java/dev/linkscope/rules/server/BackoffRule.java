package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outage is over, and the plugin still waits before it tries again. */
final class BackoffRule implements Rule {
    private static final Threshold LONGEST =
            new Threshold(1200, "s", "measured: the plugin's longest wait between two tries");

    /** So many looks without it, where the path worked, are more than the moment of connecting. */
    private static final int LATE = 3;

    @Override
    public String id() {
        return "plugin.backoff";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        boolean waits = plugin.fails("not_connected");
        boolean refused = waits && BeyondPath.liveLinkOf(printer).fails();
        if (refused) {
            // It would not get through now either, however long it waits.
            clues.against(Statement.of("clue.backoff.live_link_fails"));
        } else if (waits) {
            clues.weak("plugin", plugin.missing());
            outage(printer, clues);
        } else if (plugin.works()) {
            cameBackLate(printer, clues, plugin);
        } else if (plugin.unknown()) {
            clues.missing();
        } else {
            clues.against(Statement.of("clue.backoff.other_reason"));
        }
        return clues.conclude(waits ? Severity.CRITICAL : Severity.INFO);
    }

    private static void outage(PrinterCase printer, Clues clues) {
        PaneFigures figures = printer.server().figures();
        Instant now =
                printer.probe(ProbeKind.SERVER_HTTP).map(ProbeTally::lastAt).orElse(Instant.MAX);
        double seconds = since(figures.lastError(), now);
        if (seconds <= LONGEST.value() && figures.errors() >= ServerPane.SEVERAL) {
            Statement text =
                    Statement.of("clue.backoff.outage", Duration.ofSeconds((long) seconds));
            clues.strong("outage", text, seconds, LONGEST);
        } else if (coveredSeconds(printer, now) >= LONGEST.value()) {
            clues.against(
                    Statement.of(
                            "clue.backoff.no_outage", Duration.ofSeconds((long) LONGEST.value())));
        } else if (printer.past(PastKind.SERVER_LOST).stream()
                .anyMatch(event -> since(event.to(), now) <= LONGEST.value())) {
            clues.strong("log", Statement.of("clue.backoff.outage_log"));
        } else {
            clues.missing();
        }
    }

    private static double since(@Nullable Instant then, Instant now) {
        return then == null || now.equals(Instant.MAX)
                ? Double.POSITIVE_INFINITY
                : Duration.between(then, now).toSeconds();
    }

    /** How long the server was watched until now. */
    private static double coveredSeconds(PrinterCase printer, Instant now) {
        return printer.server()
                .trace()
                .slots()
                .findFirst()
                .map(slot -> since(slot.scheduled(), now))
                .filter(Double::isFinite)
                .orElse(0.0);
    }

    private static void cameBackLate(PrinterCase printer, Clues clues, BeyondPath plugin) {
        int late =
                Math.min(plugin.whilePathWorked().failed(), plugin.seen(List.of("not_connected")));
        if (late >= LATE && !printer.server().figures().outages().isEmpty()) {
            clues.as("past").saying(printer.server().figures().outages().size());
            clues.strong("plugin", Statement.of("clue.backoff.came_back_late", late));
        }
    }
}
