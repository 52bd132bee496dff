package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The snapshot address names no host, so that Obico asks port 80, where nothing listens. */
final class RelativeWithoutProxyRule implements Rule {
    @Override
    public String id() {
        return "url.relative_without_proxy";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        FactSheet facts = printer.facts();
        int refused = camera.failed("connect.refused");
        String form = camera.form();
        if (form.isEmpty()) {
            clues.missing();
            if (refused > 0 && facts.no("web.listening") && facts.yes("octoprint.listening")) {
                clues.weak("ports", Statement.of("clue.url.port_80"));
            }
        } else if (!form.equals("relative")) {
            clues.against(Statement.of("clue.url.not_relative"));
        } else if (camera.works()) {
            clues.against(Statement.of("clue.camera.works"));
        } else if (refused > 0 && camera.place() == Camera.Place.HERE) {
            // A relative address is asked for on port 80 of this very computer, which refused.
            clues.certain(
                    "answer", Statement.of("clue.camera.refused", refused, camera.attempts()));
            if (facts.no("web.listening")) {
                clues.strong("ports", Statement.of("clue.url.port_80"));
            }
            facts.text("service.haproxy")
                    .filter(state -> !state.equals("active"))
                    .ifPresent(state ->
                            clues.as("front_end")
                                    .strong("service", Statement.of("clue.url.haproxy")));
        } else if (facts.no("web.listening")) {
            clues.strong("ports", Statement.of("clue.url.port_80"));
        } else if (facts.yes("web.listening")) {
            clues.against(Statement.of("clue.url.port_80_taken"));
        } else {
            clues.missing();
        }
        if (clues.any() && facts.yes("octoprint.container")) {
            clues.weak("container", Statement.of("clue.url.container"));
        }
        return clues.conclude(camera.severity(refused));
    }
}
