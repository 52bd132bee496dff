package dev.linkscope.launch;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.history.HistoryComparisons;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.WireName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code linkscope compare}: does the later of two spans have fewer drop-outs than the earlier? */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Compares two spans of a printer's history: fewer drop-outs, more, or no difference.",
            "A SPAN is FROM/TO, like 2026-11-15/2026-11-22T18:30, or this-week, last-week, today,",
            "yesterday."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:fewer drop-outs, or no difference shown",
            " 1:more drop-outs",
            " 3:unknown: too little to compare",
            "64:wrong usage"
        })
final class CompareCommand implements Callable<Integer> {
    private static final JsonMapper MAPPER = new JsonMapper();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PRINTER", description = "Name or id of a printer of the window.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--first",
            required = true,
            paramLabel = "SPAN",
            description = "The earlier span.")
    private String first = "";

    @Option(
            names = "--second",
            required = true,
            paramLabel = "SPAN",
            description = "The later span.")
    private String second = "";

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HistoryOptions history;

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Writes the result as JSON; - means standard output, JSON alone.")
    private @Nullable String json;

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.ofProcess(root.locale());
        Span earlier;
        Span later;
        try {
            var texts = new SpanText(Wiring.CLOCK.instant(), terminal.messages().zone());
            earlier = texts.span(first);
            later = texts.span(second);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (later.from().isBefore(earlier.to())) {
            throw wrong(
                    later.to().isAfter(earlier.from())
                            ? "The two spans overlap. The second has to begin after the first ends."
                            : "--first is the earlier span and --second the later one.");
        }
        try (PastHistory past = history.open(terminal)) {
            Printer printer = printer(past);
            List<SpanComparison> panes =
                    new HistoryComparisons(
                                    past.opened().store(),
                                    past.opened().book(),
                                    terminal.messages()::render)
                            .compare(printer.id(), earlier, later);
            tell(terminal, printer, panes, earlier, later);
            return code(panes).code();
        }
    }

    private Printer printer(PastHistory past) {
        try {
            return past.named(name);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void tell(
            Terminal terminal,
            Printer printer,
            List<SpanComparison> panes,
            Span earlier,
            Span later)
            throws IOException {
        Messages messages = terminal.messages();
        String file = json;
        if (file != null) {
            ObjectNode document = MAPPER.createObjectNode();
            document.putObject("printer")
                    .put("id", printer.id().toString())
                    .put("name", printer.name());
            span(document.putObject("first"), earlier);
            span(document.putObject("second"), later);
            ArrayNode list = document.putArray("panes");
            panes.forEach(pane -> pane(list.addObject(), pane, messages));
            new JsonLines(terminal).write(List.of(document), file);
            return;
        }
        terminal.result(messages.text("past.compared", printer.name(), second, first));
        if (panes.isEmpty()) {
            terminal.result(messages.text("past.pane.none"));
        }
        for (SpanComparison pane : panes) {
            terminal.result(messages.text("past.pane." + pane.pane()));
            pane.said().forEach(said -> terminal.result("  " + messages.render(said)));
        }
    }

    private static void span(ObjectNode node, Span span) {
        node.put("from", span.from().toString()).put("to", span.to().toString());
    }

    private static void pane(ObjectNode node, SpanComparison pane, Messages messages) {
        node.put("pane", pane.pane())
                .put("result", WireName.of(pane.result()))
                .put("pValue", pane.pValue());
        figures(node.putObject("first"), pane.first());
        figures(node.putObject("second"), pane.second());
        ArrayNode said = node.putArray("said");
        pane.said().forEach(statement -> said.add(messages.render(statement)));
    }

    private static void figures(ObjectNode node, PaneFigures figures) {
        node.put("attempts", figures.attempts())
                .put("errors", figures.errors())
                .put("errorRate", figures.errorRate());
        Interval likely = figures.errorRateCi95();
        if (likely == null) {
            node.putNull("errorRateCi95");
        } else {
            node.putArray("errorRateCi95").add(likely.low()).add(likely.high());
        }
        node.put("outages", figures.outages().size());
    }

    /** A camera that hardly ever fails must not make a server unknown that was compared. */
    private static ExitCode code(List<SpanComparison> panes) {
        List<Result> results = panes.stream().map(SpanComparison::result).toList();
        if (results.contains(Result.MORE)) {
            return ExitCode.WATCH;
        }
        return results.stream().allMatch(result -> result == Result.TOO_LITTLE)
                ? ExitCode.UNKNOWN
                : ExitCode.HEALTHY;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
