package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.WireName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A printer's report as at most ten lines of plain text, to paste into a chat. Times are UTC. Its
 * own words are ASCII; of what people typed letters and digits of any script stay.
 */
public final class ChatSummary {
    /** Most lines it ever has. */
    public static final int MAX_LINES = 10;

    /** Of a note or a title: whoever wants more opens the report. */
    private static final int LONGEST_PART = 160;

    private static final int CAUSES = 2;

    private final Messages messages;
    private final PaneWords words;
    private final Wording wording;
    private final FixTitles titles;
    private final Times times;

    /**
     * The report that a summary is of.
     *
     * @param id short name of the report
     * @param toolVersion version of this program; empty to leave it out
     * @param simulated whether its data are made up
     * @param scope what was asked of it
     */
    public record Origin(String id, String toolVersion, boolean simulated, ReportScope scope) {}

    /** A summary in the language of the messages. */
    public ChatSummary(Messages messages) {
        this.messages = messages.in24Hours();
        this.words = new PaneWords(messages);
        this.wording = new Wording(messages);
        this.titles = new FixTitles(messages);
        this.times = new Times(messages.locale(), ZoneOffset.UTC);
    }

    /**
     * The lines for one printer of a report that was redacted, without a note and versions of this
     * program.
     *
     * @param id short name of the report
     * @param simulated whether its data are made up
     */
    public List<String> lines(PrinterReport printer, String id, boolean simulated) {
        return lines(printer, new Origin(id, "", simulated, ReportScope.USUAL));
    }

    /** The lines for one printer of a report that was redacted. */
    public List<String> lines(PrinterReport printer, Origin origin) {
        var about = new Particulars(printer, messages);
        List<String> lines = new ArrayList<>();
        lines.add(head(printer, about, origin));
        lines.add(versions(printer, about, origin));
        ReportFailure error = printer.connection().error();
        if (error != null) {
            lines.add(messages.text("report.chat.error", error.message()));
        }
        addPane(lines, "server", printer.server());
        addLongest(lines, printer);
        lines.add(plugin(printer, about));
        addPane(lines, "webcam", printer.webcam());
        lines.add(network(printer, about));
        lines.add(causes(printer));
        String note = origin.scope().note();
        if (note != null && !note.isBlank()) {
            lines.add(messages.text("report.pages.chat.note", part(note)));
        }
        return lines.stream()
                .map(PlainText::of)
                .filter(line -> !line.isEmpty())
                .limit(MAX_LINES)
                .toList();
    }

    private String head(PrinterReport printer, Particulars about, Origin origin) {
        var coverage = printer.coverage();
        String head =
                coverage.from() == null || coverage.to() == null
                        ? messages.text("report.chat.head.empty", origin.id(), part(printer.name()))
                        : messages.text(
                                "report.chat.head",
                                origin.id(),
                                part(printer.name()),
                                times.stamp(coverage.from()),
                                until(coverage.from(), coverage.to()));
        var all = new StringJoiner(", ");
        all.add(head);
        String number = about.obicoPrinter();
        String server = about.server();
        String host = server == null ? "" : server.replaceFirst("^https?://", "");
        if (number != null && !host.isEmpty()) {
            all.add(messages.text("report.pages.chat.printer", number, host));
        } else if (!host.isEmpty()) {
            all.add(messages.text("report.pages.chat.server", host));
        }
        return origin.simulated()
                ? messages.text("report.pages.chat.simulated", all.toString())
                : all.toString();
    }

    /** To the minute, with its day only if that is another. */
    private String until(Instant from, Instant to) {
        return times.day(from).equals(times.day(to)) ? times.minutes(to) : times.stamp(to);
    }

    private String versions(PrinterReport printer, Particulars about, Origin origin) {
        var all = new StringJoiner(", ");
        add(all, "report.pages.chat.plain", about.model());
        String octoPi = about.fact("octopi.version");
        if (octoPi == null) {
            add(all, "report.pages.chat.plain", about.system());
        } else {
            add(all, "report.pages.chat.octopi", octoPi);
        }
        add(all, "report.pages.chat.octoprint", about.fact("octoprint.version"));
        add(all, "report.pages.chat.obico", about.fact("obico.version"));
        add(all, "report.pdf.tool", origin.toolVersion().isEmpty() ? null : origin.toolVersion());
        add(all, "report.pages.chat.agent", printer.details().agentVersion());
        return all.toString();
    }

    private void add(StringJoiner all, String key, @Nullable String value) {
        if (value != null) {
            all.add(messages.text(key, value));
        }
    }

    private void addPane(List<String> lines, String which, @Nullable Pane pane) {
        if (pane == null) {
            return;
        }
        PaneFigures figures = pane.figures();
        var all = new StringJoiner(", ");
        all.add(
                messages.text(
                        "report.chat." + which,
                        words.attempts(figures),
                        words.rate(figures),
                        words.state(figures.state())));
        if (figures.errors() > 0) {
            all.add(words.outages(figures));
            all.add(messages.text("report.chat." + WireName.of(figures.activity())));
        }
        lines.add(all.toString());
    }

    private void addLongest(List<String> lines, PrinterReport printer) {
        var all = new StringJoiner(". ");
        Pane server = printer.server();
        if (server != null && server.figures().errors() > 0) {
            all.add(
                    messages.text(
                            "report.chat.pattern", words.pattern(server.figures().pattern())));
            server.figures().outages().stream()
                    .max(Comparator.comparing(PaneWords::length))
                    .ifPresent(longest -> all.add(longest(longest)));
        }
        lines.add(all.toString());
    }

    private static boolean broken(LayerState state) {
        return state.health() == Health.BREAKS || state.health() == Health.DOWN;
    }

    private String layer(LayerState state) {
        String name = messages.text("chain." + state.layer().wireName());
        if (state.counts().failed() == 0) {
            return name;
        }
        return messages.text(
                "report.pages.chat.layer",
                name,
                state.counts().failed(),
                state.counts().measured());
    }

    private String longest(Outage outage) {
        return messages.text(
                "report.chat.longest",
                times.moment(outage.start()),
                times.end(outage.start(), outage.end()),
                words.phase(outage.phase()));
    }

    private String plugin(PrinterReport printer, Particulars about) {
        var all = new StringJoiner(". ");
        String broken =
                printer.details().chain().stream()
                        .filter(ChatSummary::broken)
                        .map(this::layer)
                        .collect(Collectors.joining(", "));
        if (!broken.isEmpty()) {
            all.add(messages.text("report.pages.chat.broken", broken));
        }
        add(all, "report.pages.chat.own", about.ownConnection());
        add(all, "report.pages.chat.streaming", about.streaming());
        PluginReport plugin = printer.plugin();
        PluginReport.Counters counted = plugin == null ? null : plugin.server();
        if (counted != null) {
            all.add(
                    messages.text(
                            "report.pages.chat.counted", counted.errors(), counted.attempts()));
        }
        return all.toString();
    }

    private String network(PrinterReport printer, Particulars about) {
        var all = new StringJoiner(", ");
        int missing = printer.coverage().slots() - printer.coverage().measured();
        if (missing > 0) {
            all.add(messages.text("report.chat.blind", missing, printer.coverage().slots()));
        }
        add(all, "report.pages.chat.plain", about.fact("link.kind"));
        add(all, "report.pages.chat.band", about.fact("wifi.band"));
        add(all, "report.pages.chat.signal", about.fact("wifi.signal"));
        String under = about.fact("power.undervoltage.since_boot");
        if (under != null) {
            String key = under.equals("true") ? "undervoltage" : "no_undervoltage";
            all.add(messages.text("report.pages.chat." + key));
        }
        add(all, "report.pages.chat.limits", about.fact("agent.limits"));
        return all.toString();
    }

    private String causes(PrinterReport printer) {
        var all = new StringJoiner(". ");
        String supported =
                printer.findings().stream()
                        .filter(Finding::supported)
                        .limit(CAUSES)
                        .map(finding -> sentence(wording.of(finding.title())))
                        .collect(Collectors.joining("; "));
        if (!supported.isEmpty()) {
            all.add(messages.text("report.chat.findings", supported));
        }
        String tried =
                printer.fixes().stream()
                        .flatMap(fix -> fix.fixCase().trials().stream())
                        .sorted(Comparator.comparing(Trial::changedAt).reversed())
                        .limit(CAUSES)
                        .map(trial -> tried(trial, printer.name()))
                        .collect(Collectors.joining("; "));
        if (!tried.isEmpty()) {
            all.add(messages.text("report.pages.chat.tried", tried));
        }
        return all.toString();
    }

    private String tried(Trial trial, String printer) {
        return messages.text(
                "report.pages.chat.result",
                sentence(titles.step(trial.step(), printer)),
                sentence(messages.text("report.pdf.fix.trial." + trial.state().wireName())));
    }

    /** Without its full stop: it goes on behind it. */
    private static String sentence(String text) {
        String whole = part(text);
        return whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static String part(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_PART
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_PART)) + "...";
    }
}
