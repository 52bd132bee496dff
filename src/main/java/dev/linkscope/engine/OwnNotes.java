package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to be known about the measuring itself: its gaps, its pace, and what it costs. */
final class OwnNotes {
    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final Printer printer;
    private final SessionRecord record;
    private final Pace pace;

    OwnNotes(Printer printer, SessionRecord record, Pace pace) {
        this.printer = printer;
        this.record = record;
        this.pace = pace;
    }

    /** In sentences, what matters most first. */
    List<Statement> statements() {
        var notes = new ArrayList<Statement>();
        RunTrail.Restarts restarts = record.restarts();
        if (restarts.last() != null) {
            notes.add(Statement.of("note.restarted", restarts.count(), restarts.last()));
        }
        if (record.lost() > 0) {
            notes.add(Statement.of("note.lost", record.lost(), record.lostFailures()));
        }
        if (pace.stretches()) {
            Duration cadence = pace.stretched(printer.cadence());
            notes.add(Statement.of("note.stretched", cadence.toMillis() / 1000.0, pace.printers()));
        }
        AgentInfo agent = record.agent();
        if (agent != null && agent.cpuMillis() > 0) {
            notes.add(
                    Statement.of(
                            "note.cost",
                            Duration.ofMillis(agent.cpuMillis()),
                            agent.memoryKib() / KIB_PER_MIB,
                            agent.sentBytes() / BYTES_PER_MIB,
                            agent.since()));
        }
        return notes;
    }

    /** What is known of the Pi, and then the same as facts. */
    List<Fact> facts() {
        var facts = new ArrayList<>(record.facts());
        facts.add(known("server.address", printer.server().display(), null));
        TargetUrl snapshot = printer.snapshot();
        if (snapshot != null) {
            String form = CameraAddress.formOf(snapshot.value()).wireName();
            facts.add(known("webcam.asked.form", form, null));
        }
        RunTrail.Restarts restarts = record.restarts();
        if (restarts.last() != null) {
            facts.add(known("agent.restarts", restarts.count(), null));
            facts.add(known("agent.restarted", restarts.last(), null));
        }
        if (record.lost() > 0) {
            facts.add(known("agent.lost", record.lost(), null));
            facts.add(known("agent.lost_failed", record.lostFailures(), null));
        }
        if (pace.stretches()) {
            double seconds = pace.stretched(printer.cadence()).toMillis() / 1000.0;
            facts.add(known("server.cadence", number(seconds), "s"));
            facts.add(known("server.sharers", pace.printers(), null));
        }
        AgentInfo agent = record.agent();
        if (agent != null && agent.cpuMillis() > 0) {
            facts.add(known("agent.cpu", number(agent.cpuMillis() / 1000.0), "s"));
            facts.add(known("agent.memory", number(agent.memoryKib() / KIB_PER_MIB), "MB"));
            facts.add(known("agent.sent", number(agent.sentBytes() / BYTES_PER_MIB), "MB"));
        }
        return facts;
    }

    private static Fact known(String key, Object value, @Nullable String unit) {
        return Fact.known(key, String.valueOf(value), unit);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
