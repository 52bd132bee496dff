package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.support.WireName;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts every change of an incident into the log. */
final class IncidentLines implements Notifier {
    private final EventLog log;
    private final Function<PrinterId, String> names;
    private final Function<Statement, String> words;

    /**
     * Lines for a log.
     *
     * @param names what a printer is called
     * @param words says a statement
     */
    IncidentLines(
            EventLog log, Function<PrinterId, String> names, Function<Statement, String> words) {
        this.log = log;
        this.names = names;
        this.words = words;
    }

    @Override
    public void tell(Notice notice) {
        log.write(
                notice.at(),
                event(notice.change()),
                line -> {
                    fill(line.putObject("incident"), notice);
                    line.put("text", notice.text());
                });
    }

    private static String event(Change change) {
        return switch (change) {
            case OPENED -> "incident_opened";
            case WORSE -> "incident_worse";
            case JOINED -> "incident_joined";
            case RECOVERED -> "incident_recovered";
        };
    }

    private void fill(ObjectNode node, Notice notice) {
        Incident incident = notice.incident();
        node.put("id", incident.id()).put("kind", WireName.of(incident.kind()));
        ArrayNode printers = node.putArray("printers");
        for (PrinterId printer : incident.printers()) {
            printers.addObject().put("id", printer.toString()).put("name", names.apply(printer));
        }
        Statement cause = incident.cause();
        node.put("began", incident.began().toString())
                .put("ended", text(incident.ended()))
                .put("severity", WireName.of(incident.severity()))
                .put("title", notice.title())
                .put("cause", cause == null ? null : words.apply(cause));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
