package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Notifier.Change;
import dev.linkscope.engine.port.Notifier.Notice;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

/** Notices made by hand. */
final class Notices {
    static final Instant AT = Instant.parse("2026-11-22T10:02:24Z");

    private Notices() {}

    static Notice opened(String title, String text) {
        return of(Change.OPENED, title, text, 1);
    }

    static Notice of(Change change, String title, String text, int printers) {
        var incident =
                new Incident(
                        "incident-1",
                        printers > 1 ? Incident.Kind.SHARED : Incident.Kind.SERVER,
                        IntStream.range(0, printers)
                                .mapToObj(i -> new PrinterId(new UUID(0, i)))
                                .toList(),
                        AT.minusSeconds(70),
                        change == Change.RECOVERED ? AT : null,
                        Severity.CRITICAL,
                        Statement.of("incident.server.outage", "Prusa", 1),
                        null,
                        null);
        return new Notice(AT, change, incident, title, text);
    }
}
