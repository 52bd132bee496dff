package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The camera works, and Obico still fails to take pictures: it reads the addresses only when
 * OctoPrint starts.
 */
final class RestartNeededRule implements Rule {
    /** One may be chance: a picture fails after three tries within a few seconds. */
    private static final int SEVERAL = 3;

    /** Newest failures that are compared with the slots; more would tell nothing else. */
    private static final int COMPARED = 20;

    /** The plugin's three tries take up to 18 s, and our slots begin every 10 s. */
    private static final Duration AROUND = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "url.changed_needs_restart";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        if (printer.past().isEmpty()) {
            clues.missing();
        }
        if (!camera.works()) {
            if (camera.measured()) {
                clues.against(Statement.of("clue.camera.fails_here_too"));
            }
            return clues.missing().conclude(Severity.INFO);
        }
        if (printer.facts().no("obico.webcam.exists")) {
            clues.against(Statement.of("clue.restart.choice"));
            return clues.conclude(Severity.INFO);
        }
        List<PastEvent> failures =
                printer.past(PastKind.WEBCAM_FAILED).stream()
                        .filter(failure -> !wantsLogin(failure))
                        .toList();
        Instant last =
                failures.stream().map(PastEvent::to).max(Instant::compareTo).orElse(Instant.MIN);
        boolean restarted =
                printer.past(PastKind.OCTOPRINT_STARTED).stream()
                        .anyMatch(start -> start.from().isAfter(last));
        int meanwhile = whileWorking(printer, failures);
        if (restarted && !failures.isEmpty()) {
            clues.against(Statement.of("clue.restart.since"));
        } else if (meanwhile > 0) {
            clues.strong("log", Statement.of("clue.restart.log", meanwhile));
            PluginReport plugin = printer.plugin();
            if (plugin != null && plugin.webcam() != null && plugin.webcam().errors() > 0) {
                clues.weak(
                        "plugin",
                        Statement.of(
                                "clue.restart.plugin",
                                plugin.webcam().errors(),
                                plugin.webcam().attempts()));
            }
        } else if (!failures.isEmpty()) {
            // It takes pictures only while it prints or is watched: perhaps it has not tried since.
            clues.weak("log", Statement.of("clue.restart.before"));
        }
        return clues.conclude(meanwhile >= SEVERAL ? Severity.CRITICAL : Severity.WATCH);
    }

    /** Obico lacks the login that was given here, which a restart does not change. */
    private static boolean wantsLogin(PastEvent failure) {
        return failure.errorClass().equals(LoginNeededRule.FAILURE);
    }

    /** How many of the log's failures fell between pictures that came here, none failing. */
    private static int whileWorking(PrinterCase printer, List<PastEvent> failures) {
        PaneCase pane = printer.webcam();
        if (pane == null) {
            return 0;
        }
        List<PastEvent> newest =
                failures.subList(Math.max(0, failures.size() - COMPARED), failures.size());
        Instant first =
                newest.stream().map(PastEvent::from).min(Instant::compareTo).orElse(Instant.MAX);
        List<Slot> slots =
                pane.trace()
                        .slots()
                        .filter(slot -> slot.measured() && slot.started().isAfter(first))
                        .toList();
        return newest.stream()
                .filter(failure -> cameMeanwhile(slots, failure))
                .mapToInt(failure -> Math.max(1, failure.count()))
                .sum();
    }

    private static boolean cameMeanwhile(List<Slot> slots, PastEvent failure) {
        Instant begin = failure.from().minus(AROUND);
        Instant end = failure.to().plus(AROUND);
        boolean came = false;
        for (Slot slot : slots) {
            if (slot.started().isAfter(begin) && slot.started().isBefore(end)) {
                if (slot.failed()) {
                    return false;
                }
                came = true;
            }
        }
        return came;
    }
}
