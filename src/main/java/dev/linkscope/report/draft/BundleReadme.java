package dev.linkscope.report.draft;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says what is in a bundle and what was taken out of it. */
final class BundleReadme {
    private static final int MOST_VALUES = 200;

    private final Messages messages;
    private final String toolVersion;

    BundleReadme(Messages messages, String toolVersion) {
        this.messages = messages;
        this.toolVersion = toolVersion;
    }

    void write(
            RedactedReport redacted, String id, List<SupportBundle.Entry> entries, OutputStream out)
            throws IOException {
        List<String> lines = new ArrayList<>();
        Report report = redacted.report();
        var times = new Times(messages.locale(), messages.zone());
        lines.add(
                messages.text(
                        "report.bundle.head",
                        id,
                        times.stamp(report.generatedAt()),
                        times.offset(report.generatedAt()),
                        toolVersion));
        if (report.simulated()) {
            lines.add(messages.text("report.text.simulated"));
        }
        lines.add("");
        lines.add(messages.text("report.bundle.inside"));
        entries.forEach(
                entry -> lines.add("  " + entry.name() + ": " + messages.text(entry.about())));
        lines.add("");
        lines.add(messages.text("report.bundle.removed"));
        lines.add("  " + messages.text("report.text.level." + report.scope().level().wireName()));
        lines.addAll(removed(redacted));
        lines.add("  " + messages.text("report.bundle.never"));
        lines.add("");
        lines.add(messages.text("report.bundle.look"));
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<String> removed(RedactedReport redacted) {
        List<Removed> values = redacted.removedValues();
        List<String> lines = new ArrayList<>();
        if (values.isEmpty()) {
            lines.add("  " + messages.text("report.bundle.nothing"));
        }
        for (Removed value : values.stream().limit(MOST_VALUES).toList()) {
            String key = "redaction.kind." + value.kind();
            String kind = messages.has(key) ? messages.text(key) : value.kind();
            lines.add(
                    "  "
                            + messages.text(
                                    "report.bundle.value", kind, value.shown(), value.times()));
        }
        int more = values.size() - MOST_VALUES;
        if (more > 0) {
            lines.add("  " + messages.text("report.bundle.more", more));
        }
        return lines;
    }
}
