package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.probe.ProbeKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, in one list. */
public final class RuleCatalog {
    private static final List<PaneRule> PANE_RULES = List.of(new MostFrequentFailureRule());

    private static final List<Rule> RULES =
            List.of(
                    new BesideThePathRule(
                            ProbeKind.PLUGIN_LINK,
                            "plugin.link",
                            KnownFailures.PLUGIN_LINK,
                            KnownFailures.PLUGIN_LINK_CERTAIN),
                    new BesideThePathRule(
                            ProbeKind.SERVER_WS,
                            "server.ws",
                            KnownFailures.WEBSOCKET,
                            KnownFailures.WEBSOCKET_CERTAIN));

    private RuleCatalog() {}

    /** What the rules conclude about a printer, what matters most first. */
    public static List<Finding> findings(PrinterCase printer) {
        Stream<Finding> ofPanes =
                printer.panes()
                        .flatMap(pane ->
                                PANE_RULES.stream().flatMap(rule -> rule.judge(pane).stream()));
        Stream<Finding> ofAll = RULES.stream().flatMap(rule -> rule.judge(printer).stream());
        return Stream.concat(ofAll, ofPanes)
                .sorted(
                        Comparator.comparing(Finding::severity)
                                .thenComparing(Finding::confidence)
                                .reversed())
                .toList();
    }
}
