package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;

/** What a live link that cannot be set up means for the plugin. */
final class LiveLinkRefusals {
    private LiveLinkRefusals() {}

    /**
     * Adds how the plugin's own connection is. One that stands shows that live links can pass, or
     * could when it was made: then it is to be watched.
     */
    static Severity beside(PrinterCase printer, Clues clues) {
        if (!clues.any()) {
            return Severity.INFO;
        }
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (plugin.works()) {
            clues.weakAgainst(Statement.of("clue.plugin.link_stands"));
            return Severity.WATCH;
        }
        if (plugin.fails("not_connected")) {
            clues.weak("plugin", plugin.missing());
        }
        return Severity.CRITICAL;
    }
}
