package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Notifier.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A farm that goes through what a test says, looked at every few seconds. */
final class FarmScript {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final Duration LOOK = Duration.ofSeconds(3);

    final IncidentBook book = new IncidentBook();
    final List<IncidentChange> changes = new ArrayList<>();
    FarmView view = FarmView.NONE;
    Alerts alerts = Alerts.USUAL;
    Instant now = START;
    private final Map<PrinterId, PrinterSigns> printers = new LinkedHashMap<>();

    static PrinterId id(String name) {
        return new PrinterId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static Sign.What what(String key) {
        return new Sign.What(key, List.of("Printer"), null, Statement.of(key + ".next"));
    }

    /** An outage that is measured already. */
    Sign outage() {
        return outage(now);
    }

    static Sign outage(Instant began) {
        return new Sign.Bad(
                Severity.CRITICAL, began, Duration.ZERO, what("incident.server.outage"));
    }

    static Sign watch(Instant began) {
        return new Sign.Bad(
                Severity.WATCH, began, IncidentLimits.STATE, what("incident.server.watch"));
    }

    /** A server pane without a failure for so long. */
    static Sign quiet(Duration since) {
        return new Sign.Well(since, IncidentLimits.WELL, null);
    }

    /** Everything is fine. */
    FarmScript well(String... names) {
        for (String name : names) {
            link(name, LinkState.MEASURING);
            sign(name, Kind.SERVER, quiet(IncidentLimits.LONGEST_WELL));
        }
        return this;
    }

    FarmScript link(String name, LinkState link) {
        PrinterSigns before = printers.get(id(name));
        var signs = new EnumMap<Kind, Sign>(Kind.class);
        if (before != null) {
            signs.putAll(before.signs());
        }
        signs.put(
                Kind.AWAY,
                switch (link) {
                    case MEASURING -> Sign.Well.seen(IncidentLimits.WELL);
                    case WAITING, FAILED ->
                            new Sign.Bad(
                                    Severity.CRITICAL,
                                    null,
                                    IncidentLimits.AWAY,
                                    what("incident.away"));
                    case CONNECTING, ENDED, RECORDED -> Sign.UNKNOWN;
                });
        if (link != LinkState.MEASURING) {
            signs.remove(Kind.SERVER);
        }
        printers.put(id(name), new PrinterSigns(id(name), link, true, signs));
        return this;
    }

    FarmScript sign(String name, Kind kind, Sign sign) {
        PrinterSigns before = printers.get(id(name));
        var signs = new EnumMap<Kind, Sign>(Kind.class);
        signs.putAll(before.signs());
        signs.put(kind, sign);
        printers.put(id(name), new PrinterSigns(id(name), before.link(), true, signs));
        return this;
    }

    FarmScript remove(String name) {
        printers.remove(id(name));
        return this;
    }

    /** Several printers lost the server together. */
    FarmScript shared(boolean lasts, Instant from, String... members) {
        view =
                new FarmView(
                        1,
                        now,
                        List.of(
                                new FarmView.Shared(
                                        from,
                                        now,
                                        lasts,
                                        List.of(members).stream().map(FarmScript::id).toList(),
                                        printers.size(),
                                        1e-6,
                                        null,
                                        List.of())),
                        Map.of(),
                        false,
                        List.of());
        return this;
    }

    /** Looks once, {@link #LOOK} after the last. */
    List<IncidentChange> look() {
        now = now.plus(LOOK);
        List<IncidentChange> news = book.take(List.copyOf(printers.values()), view, alerts, now);
        changes.addAll(news);
        return news;
    }

    /** Looks for so long; gives what changed. */
    List<IncidentChange> pass(Duration span) {
        var news = new ArrayList<IncidentChange>();
        for (Instant end = now.plus(span); now.isBefore(end); ) {
            news.addAll(look());
        }
        return news;
    }

    List<Incident> open() {
        return book.list().stream().filter(Incident::open).toList();
    }

    static List<Change> kinds(List<IncidentChange> changes) {
        return changes.stream().map(IncidentChange::change).toList();
    }
}
