package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Klipper: Obico's service started before what it needs, and gave up. */
final class StartOrderRule implements Rule {
    private static final Threshold WITH_COMPUTER =
            new Threshold(
                    180, "s", "systemd.special(7): what starts with the computer starts in it");

    @Override
    public String id() {
        return "klipper.start_order";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        Optional<String> unit = facts.text("service.moonraker_obico");
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (facts.absent("service.moonraker_obico")) {
            clues.against(Statement.of("clue.klipper.none"));
        } else if (unit.isEmpty()) {
            clues.missing();
        } else if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else {
            if (unit.get().equals("failed")) {
                clues.strong("unit", Statement.of("clue.klipper.unit", unit.get()));
            }
            if (plugin.fails("not_connected")) {
                clues.weak("plugin", plugin.missing());
            } else if (plugin.unknown()) {
                clues.missing();
            }
            boolean with = startedWithComputer(printer, clues);
            if (with && facts.is("service.moonraker", "active")) {
                clues.weak("moonraker", Statement.of("clue.klipper.moonraker_runs"));
            }
        }
        return clues.conclude(Severity.CRITICAL);
    }

    /** Whether the logs say so. */
    private static boolean startedWithComputer(PrinterCase printer, Clues clues) {
        Optional<Instant> booted =
                printer.past(PastKind.COMPUTER_STARTED).stream()
                        .map(PastEvent::from)
                        .max(Comparator.naturalOrder());
        Optional<Instant> started = Logs.started(printer);
        if (booted.isEmpty() || started.isEmpty()) {
            clues.missing();
            return false;
        }
        long seconds = Duration.between(booted.get(), started.get()).toSeconds();
        if (seconds > WITH_COMPUTER.value()) {
            clues.against(Statement.of("clue.klipper.started_later", seconds));
            return false;
        }
        Statement text = Statement.of("clue.klipper.started_with", seconds);
        clues.weak("log", text, (double) seconds, WITH_COMPUTER);
        return true;
    }
}
