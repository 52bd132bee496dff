package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/**
 * The plugin holds no connection although it could, and no known reason was found. Without it such
 * a printer would look healthy, because the panes measure the path and the camera alone.
 */
final class NotConnectedRule implements Rule {
    private final List<Rule> reasons;

    /**
     * The rule.
     *
     * @param reasons rules of causes that leave the plugin without a connection
     */
    NotConnectedRule(List<Rule> reasons) {
        this.reasons = List.copyOf(reasons);
    }

    @Override
    public String id() {
        return "plugin.not_connected";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else if (plugin.unknown()) {
            clues.missing();
        } else {
            plugin.withPath(clues).strong("plugin", plugin.missing());
            reasons.stream()
                    .filter(reason -> reason.judge(printer).supported())
                    .forEach(reason ->
                            clues.against(
                                    Statement.of(
                                            "clue.plugin.explained",
                                            Statement.of("cause." + reason.id() + ".name"))));
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
