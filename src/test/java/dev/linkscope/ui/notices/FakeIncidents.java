package dev.linkscope.ui.notices;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Incidents made by hand; acknowledging works. */
public final class FakeIncidents implements Incidents {
    static final Instant NOW = FakeSnapshots.NOW;

    private final List<Incident> list = new CopyOnWriteArrayList<>();
    private volatile long revision;

    static Incident incident(
            Kind kind,
            Severity severity,
            @Nullable Instant ended,
            Statement title,
            @Nullable Statement cause,
            Statement next,
            String... printers) {
        return new Incident(
                title.toString(),
                kind,
                List.of(printers).stream().map(FakeIncidents::id).toList(),
                NOW.minusSeconds(1_500),
                ended,
                severity,
                title,
                cause,
                null,
                next,
                1);
    }

    static PrinterId id(String name) {
        return FakeSnapshots.printer(name).id();
    }

    /** One of each. */
    public static FakeIncidents some() {
        var incidents = new FakeIncidents();
        incidents.add(
                incident(
                        Kind.SHARED,
                        Severity.CRITICAL,
                        null,
                        Statement.of("incident.shared", 6, 12, 1),
                        null,
                        Statement.of("incident.shared.next"),
                        "Ender-01",
                        "Mini-03",
                        "Prusa-07",
                        "Voron-06",
                        "Voron-08",
                        "Bambu-02"));
        incidents.add(
                incident(
                        Kind.AWAY,
                        Severity.CRITICAL,
                        null,
                        Statement.of("incident.away", "Ender-01", 3),
                        null,
                        Statement.of("incident.away.next"),
                        "Ender-01"));
        incidents.add(
                incident(
                        Kind.SERVER,
                        Severity.WATCH,
                        null,
                        Statement.of("incident.server.watch", "Mini-03", 1),
                        Statement.of("cause.wifi.weak", -81),
                        Statement.of("cause.wifi.weak.next"),
                        "Mini-03"));
        incidents.add(
                incident(
                        Kind.WEBCAM,
                        Severity.CRITICAL,
                        NOW.minusSeconds(600),
                        Statement.of("incident.webcam.outage", "Prusa-07", 1),
                        Statement.of("cause.camera.frozen.name"),
                        Statement.of("incident.webcam.next"),
                        "Prusa-07"));
        return incidents;
    }

    void add(Incident incident) {
        list.add(incident);
        revision++;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public List<Incident> list() {
        return List.copyOf(list);
    }

    @Override
    public void acknowledge(String id) {
        list.replaceAll(
                incident -> incident.id().equals(id) ? incident.acknowledged(NOW) : incident);
        revision++;
    }

    @Override
    public void takeBack(String id) {
        list.replaceAll(
                incident -> incident.id().equals(id) ? incident.acknowledged(null) : incident);
        revision++;
    }
}
