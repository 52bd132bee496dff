package dev.linkscope.report.draft;

import static java.util.Map.entry;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.support.WireName;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a printer's computer, a line each: {@code key: value}, by key. What OctoPrint's
 * systeminfo bundle has too has its key; the rest begins with {@code linkscope.}
 */
final class SystemInfo {
    /** Keys of OctoPrint's systeminfo by facts that mean the same. */
    private static final Map<String, String> OCTOPRINT =
            Map.ofEntries(
                    entry("octoprint.version", "octoprint.version"),
                    entry("octoprint.safe_mode", "octoprint.safe_mode"),
                    entry("octoprint.last_safe_mode", "octoprint.last_safe_mode.reason"),
                    entry("octoprint.online_check", "connectivity.enabled"),
                    entry("octoprint.online_check.host", "connectivity.connection_check"),
                    entry("octoprint.online", "connectivity.online"),
                    entry("octoprint.online.connection", "connectivity.connection_ok"),
                    entry("octoprint.online.names", "connectivity.resolution_ok"),
                    entry("octoprint.python", "env.python.version"),
                    entry("host.cpus", "env.hardware.cores"),
                    entry("host.memory.total", "env.hardware.ram"),
                    entry("os.kernel", "env.os.platform"),
                    entry("os.bits", "env.os.bits"),
                    entry("pi.model", "env.plugins.pi_support.model"),
                    entry("octopi.version", "env.plugins.pi_support.octopi_version"),
                    entry("octopi.build", "env.plugins.pi_support.octopiuptodate_build"),
                    entry("octopi.camera_stack", "env.plugins.pi_support.octopi_camera_stack"));

    private static final int BYTES_IN_MB = 1_000_000;

    private final String toolVersion;
    private final String id;
    private final RedactedReport redacted;
    private final UnaryOperator<String> cleaner;

    /**
     * Of the printers of a report.
     *
     * @param id short name of the report
     * @param cleaner cleans a text once more
     */
    SystemInfo(
            String toolVersion, String id, RedactedReport redacted, UnaryOperator<String> cleaner) {
        this.cleaner = cleaner;
        this.toolVersion = toolVersion;
        this.id = id;
        this.redacted = redacted;
    }

    /** The file of a printer. */
    String of(PrinterReport printer) {
        Map<String, String> lines = new TreeMap<>();
        putReport(lines);
        putPrinter(lines, printer);
        putPane(lines, "linkscope.server.", printer.server());
        putPane(lines, "linkscope.webcam.", printer.webcam());
        putPlugin(lines, printer.plugin());
        printer.facts().forEach(fact -> putFact(lines, fact));
        var text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private void putReport(Map<String, String> lines) {
        Report report = redacted.report();
        put(lines, "systeminfo.generated", report.generatedAt().truncatedTo(ChronoUnit.SECONDS));
        put(lines, "systeminfo.generator", "linkscope");
        put(lines, "linkscope.version", toolVersion);
        put(lines, "linkscope.report.id", id);
        put(lines, "linkscope.report.language", report.language());
        put(lines, "linkscope.report.simulated", report.simulated());
        put(lines, "linkscope.redaction.level", report.scope().level().wireName());
        put(lines, "linkscope.redaction.removed", redacted.removed());
        put(lines, "linkscope.note", report.scope().note());
    }

    private void putPrinter(Map<String, String> lines, PrinterReport printer) {
        put(lines, "linkscope.printer.name", printer.name());
        put(lines, "linkscope.printer.target", printer.target());
        put(lines, "linkscope.agent.version", printer.details().agentVersion());
        put(lines, "linkscope.connection.state", printer.connection().state());
        ReportFailure error = printer.connection().error();
        if (error != null) {
            put(lines, "linkscope.connection.error.code", error.code());
            put(lines, "linkscope.connection.error.message", error.message());
        }
        Coverage coverage = printer.coverage();
        put(lines, "linkscope.coverage.from", coverage.from());
        put(lines, "linkscope.coverage.to", coverage.to());
        put(lines, "linkscope.coverage.slots", coverage.slots());
        put(lines, "linkscope.coverage.measured", coverage.measured());
    }

    private void putPane(Map<String, String> lines, String front, @Nullable Pane pane) {
        if (pane == null) {
            return;
        }
        PaneFigures figures = pane.figures();
        put(lines, front + "address", pane.address());
        put(lines, front + "state", WireName.of(figures.state()));
        put(lines, front + "attempts", figures.attempts());
        put(lines, front + "errors", figures.errors());
        put(lines, front + "error_rate", figures.errorRate());
        put(lines, front + "time_down", figures.timeDown());
        put(lines, front + "first_error", figures.firstError());
        put(lines, front + "last_error", figures.lastError());
        put(lines, front + "outages", figures.outages().size());
        put(lines, front + "pattern", WireName.of(figures.pattern().kind()));
    }

    private void putPlugin(Map<String, String> lines, @Nullable PluginReport plugin) {
        if (plugin == null) {
            return;
        }
        put(lines, "linkscope.plugin.read_at", plugin.readAt());
        put(lines, "linkscope.plugin.connected", plugin.connected());
        put(lines, "linkscope.plugin.linked", plugin.linked());
        putCounters(lines, "linkscope.plugin.server.", plugin.server());
        putCounters(lines, "linkscope.plugin.webcam.", plugin.webcam());
    }

    private void putCounters(
            Map<String, String> lines, String front, PluginReport.@Nullable Counters counters) {
        if (counters != null) {
            put(lines, front + "attempts", counters.attempts());
            put(lines, front + "errors", counters.errors());
        }
    }

    private void putFact(Map<String, String> lines, Fact fact) {
        String value = fact.value();
        String shown =
                switch (fact.status()) {
                    case KNOWN -> fact.unit() == null ? value : value + " " + fact.unit();
                    case ABSENT -> "none";
                    case NOT_CHECKED ->
                            fact.reason() == null
                                    ? "not checked"
                                    : "not checked (" + fact.reason() + ")";
                };
        put(lines, "linkscope.fact." + fact.key(), shown);
        String key = OCTOPRINT.get(fact.key());
        if (key != null && value != null && fact.status() == FactStatus.KNOWN) {
            put(lines, key, "MB".equals(fact.unit()) ? bytes(value) : value);
        }
    }

    /** OctoPrint counts memory in bytes. */
    private static @Nullable String bytes(String megabytes) {
        return megabytes.matches("\\d{1,9}(?:\\.\\d{1,6})?")
                ? new BigDecimal(megabytes)
                        .multiply(BigDecimal.valueOf(BYTES_IN_MB))
                        .toBigInteger()
                        .toString()
                : null;
    }

    /** A line that is known; the key of a fact may come from a file. */
    private void put(Map<String, String> lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.put(
                    key.replaceAll("[^A-Za-z0-9._-]", "_"),
                    cleaner.apply(String.valueOf(value))
                            .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                            .strip());
        }
    }
}
