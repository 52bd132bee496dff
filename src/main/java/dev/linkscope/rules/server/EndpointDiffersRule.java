package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Optional;

/** The plugin asks another server than the one that is measured. */
final class EndpointDiffersRule implements Rule {
    @Override
    public String id() {
        return "endpoint.differs";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    /** Whether the two addresses are known, and two. */
    static boolean differs(PrinterCase printer) {
        Optional<String> measured = ObicoServer.measured(printer);
        Optional<String> settings = ObicoServer.inSettings(printer);
        return measured.isPresent() && settings.isPresent() && !measured.equals(settings);
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        String measured = ObicoServer.measured(printer).orElse("");
        String settings = ObicoServer.inSettings(printer).orElse("");
        Severity severity = Severity.WATCH;
        if (measured.isEmpty() || settings.isEmpty()) {
            clues.missing();
        } else if (differs(printer)) {
            clues.saying(settings, measured)
                    .certain("settings", Statement.of("clue.endpoint.two", settings, measured));
            BeyondPath plugin = BeyondPath.pluginOf(printer);
            if (plugin.fails("not_authorised")) {
                clues.as("token").strong("plugin", plugin.observed("clue.endpoint.token_refused"));
                severity = Severity.CRITICAL;
            }
        } else {
            clues.against(Statement.of("clue.endpoint.same", measured));
        }
        return clues.conclude(severity);
    }
}
