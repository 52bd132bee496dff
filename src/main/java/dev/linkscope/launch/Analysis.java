package dev.linkscope.launch;

import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.UnreadableTraceException;
import dev.linkscope.report.PaneJson;
import dev.linkscope.stats.FarmFigures;
import dev.linkscope.stats.FixVerification;
import dev.linkscope.stats.NamedTrace;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.SharedOutages;
import dev.linkscope.stats.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The three forms of {@code analyze}. */
final class Analysis {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TraceFiles files;
    private final Thresholds thresholds;

    /** An analysis of files with a Gmin of its own. */
    Analysis(TraceFiles files, int gmin) {
        this.files = files;
        this.thresholds = Thresholds.DEFAULT.withGmin(gmin);
    }

    /**
     * What is to be printed.
     *
     * @param lines objects, one a line
     * @param exitCode what the process returns
     */
    record Result(List<ObjectNode> lines, ExitCode exitCode) {}

    /** One pane a file. */
    Result panes(List<Path> paths) {
        var lines = new ArrayList<ObjectNode>();
        var codes = new ArrayList<ExitCode>();
        for (Path path : paths) {
            try {
                RecordedTrace recorded = files.read(path);
                PaneFigures figures = PaneJudge.judge(recorded.trace(), thresholds);
                ObjectNode line = JSON.objectNode().put("file", path.toString());
                line.put("clock", recorded.relativeClock() ? "relative" : "utc");
                line.put("duplicates", recorded.duplicates());
                lines.add(line.setAll(PaneJson.write(figures, recorded.trace())));
                codes.add(ExitCode.of(figures.state()));
            } catch (UnreadableTraceException e) {
                lines.add(unreadable(path, e));
                codes.add(ExitCode.UNKNOWN);
            }
        }
        return new Result(lines, ExitCode.worst(codes));
    }

    /** Did it get better? */
    Result change(Path before, Path after) {
        Path reading = before;
        try {
            RecordedTrace old = files.read(before);
            reading = after;
            RecordedTrace recent = files.read(after);
            FixFigures figures = FixVerification.compare(old.trace(), recent.trace(), thresholds);
            return new Result(List.of(fix(figures)), exitCode(figures.verdict()));
        } catch (UnreadableTraceException e) {
            return new Result(List.of(unreadable(reading, e)), ExitCode.UNKNOWN);
        }
    }

    /** What did they have in common? */
    Result farm(List<Path> paths, Duration cadence) {
        var read = new LinkedHashMap<Path, RecordedTrace>();
        ArrayNode errors = JSON.arrayNode();
        for (Path path : distinct(paths)) {
            try {
                read.put(path, files.read(path));
            } catch (UnreadableTraceException e) {
                errors.add(unreadable(path, e));
            }
        }
        boolean dated = read.values().stream().anyMatch(trace -> !trace.relativeClock());
        var traces = new ArrayList<NamedTrace>();
        read.forEach((path, recorded) -> {
            if (dated && recorded.relativeClock()) {
                errors.add(unreadable(path, withoutClock(path)));
            } else {
                traces.add(new NamedTrace(path.toString(), recorded.trace()));
            }
        });
        FarmFigures found = SharedOutages.find(traces, cadence);
        ObjectNode line = JSON.objectNode();
        ArrayNode shared = line.putArray("sharedOutages");
        found.sharedOutages().forEach(outage -> shared.add(outage(outage)));
        ArrayNode printers = line.putArray("printers");
        for (FarmFigures.PrinterRate printer : found.printers()) {
            printers.addObject()
                    .put("file", printer.name())
                    .put("errorRate", printer.errorRate())
                    .put("ownErrorRate", printer.ownErrorRate());
        }
        if (!errors.isEmpty()) {
            line.set("errors", errors);
        }
        return new Result(List.of(line), farmExitCode(found, errors));
    }

    /** A file that is named twice is one printer: it must not share its outages with itself. */
    private static List<Path> distinct(List<Path> paths) {
        var seen = new HashSet<Path>();
        return paths.stream().filter(path -> seen.add(path.toAbsolutePath().normalize())).toList();
    }

    private static UnreadableTraceException withoutClock(Path path) {
        return new UnreadableTraceException(
                "no_clock",
                path.getFileName() + " has no clock, so it cannot be compared with files that do.",
                "Compare files that all have times, or text files alone.");
    }

    private static ExitCode farmExitCode(FarmFigures found, ArrayNode errors) {
        if (!errors.isEmpty()) {
            return ExitCode.UNKNOWN;
        }
        return found.sharedOutages().isEmpty() ? ExitCode.HEALTHY : ExitCode.WATCH;
    }

    private static ExitCode exitCode(FixVerdict verdict) {
        return switch (verdict) {
            case VERIFIED -> ExitCode.HEALTHY;
            case NOT_FIXED -> ExitCode.ACTION;
            case NOT_YET_KNOWN -> ExitCode.UNKNOWN;
        };
    }

    private static ObjectNode fix(FixFigures figures) {
        return JSON.objectNode()
                .put("verdict", figures.verdict().wireName())
                .put("reason", figures.reason().wireName())
                .put("eValue", figures.eValue())
                .put("unitGmin", figures.unitGmin())
                .put("unitsBefore", figures.unitsBefore())
                .put("unitsAfter", figures.unitsAfter())
                .put("expectedAfter", figures.expectedAfter())
                .put("quietSecondsNeeded", figures.quietSecondsNeeded())
                .put("baselineSecondsNeeded", figures.baselineSecondsNeeded());
    }

    private static ObjectNode outage(SharedOutage outage) {
        ObjectNode node =
                JSON.objectNode()
                        .put("from", outage.from().toString())
                        .put("to", outage.to().toString());
        ArrayNode members = node.putArray("members");
        outage.members().forEach(members::add);
        return node.put("measured", outage.measured())
                .put("pValue", outage.pValue())
                .put("test", outage.test());
    }

    private static ObjectNode unreadable(Path path, UnreadableTraceException e) {
        ObjectNode line = JSON.objectNode().put("file", path.toString());
        line.putObject("error")
                .put("code", e.code())
                .put("message", e.getMessage())
                .put("nextStep", e.nextStep());
        return line;
    }
}
