package dev.linkscope.metrics;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.ui.FakeFarm;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A farm with one printer of each kind, whose figures are known. */
final class MadeUpFarm {
    static final Instant NOW = FakeSnapshots.NOW;
    static final String ODD_NAME = "Ender \"3\" \\ v2\nсо второго этажа";

    final FakeFarm farm = new FakeFarm();
    final AtomicBoolean writable = new AtomicBoolean(true);
    private final PrinterId sick = FakeSnapshots.printer("Prusa-07").id();

    MadeUpFarm() {
        farm.put(counted(FakeSnapshots.healthy(ODD_NAME, 1), 720, Map.of()));
        farm.put(
                counted(
                        FakeSnapshots.bursts(FakeSnapshots.printer("Prusa-07"), 7),
                        720,
                        Map.of(
                                "dns.timeout",
                                3,
                                "dns.nxdomain",
                                2,
                                "connect.refused",
                                7,
                                "other_target",
                                11)));
        farm.put(FakeSnapshots.failed(FakeSnapshots.printer("Voron-06")));
        farm.put(down());
    }

    /** A printer that is in an outage now. */
    private static SessionSnapshot down() {
        PaneSnapshot pane = new FakePane(9, 720).outage(700, 720).snapshot("app.obico.io", NOW);
        return FakeSnapshots.measuring(
                FakeSnapshots.printer("Down-01"), pane, null, Statement.of("fake.dns", "Down-01"));
    }

    private static SessionSnapshot counted(
            SessionSnapshot old, int measured, Map<String, Integer> classes) {
        var server =
                new ProbeTally(
                        "server",
                        ProbeKind.SERVER_HTTP,
                        measured,
                        classes.isEmpty() ? 0 : 14,
                        0,
                        0,
                        classes,
                        null,
                        null,
                        Beside.NOTHING);
        // A second probe of the same name must not make a label twice.
        return new SessionSnapshot(
                old.printer(),
                old.revision(),
                old.at(),
                old.link(),
                old.failure(),
                old.retryAt(),
                old.agent(),
                old.server(),
                old.webcam(),
                List.of(server, server),
                old.facts(),
                old.side(),
                old.chain(),
                old.notes(),
                old.headline(),
                old.findings(),
                old.outcomes(),
                12);
    }

    FarmView view() {
        return new FarmView(
                1,
                NOW,
                List.of(
                        new FarmView.Shared(
                                NOW.minusSeconds(900),
                                NOW,
                                true,
                                List.of(sick),
                                4,
                                1e-6,
                                null,
                                List.of())),
                Map.of(sick, 0.125),
                false,
                List.of());
    }

    Incidents incidents() {
        return new Incidents() {
            @Override
            public long revision() {
                return 1;
            }

            @Override
            public List<Incident> list() {
                return List.of(
                        incident(Incident.Kind.SERVER, Severity.CRITICAL, null),
                        incident(Incident.Kind.SERVER, Severity.CRITICAL, null),
                        incident(Incident.Kind.WEBCAM, Severity.WATCH, NOW));
            }

            @Override
            public void acknowledge(String id) {}
        };
    }

    private Incident incident(Incident.Kind kind, Severity severity, Instant ended) {
        return new Incident(
                kind + "-1",
                kind,
                List.of(sick),
                NOW.minusSeconds(60),
                ended,
                severity,
                Statement.of("fake"),
                null,
                null);
    }

    FarmMetrics metrics() {
        return new FarmMetrics(farm, this::view, incidents(), writable::get, "0.1.0");
    }

    /** Every link state that there is. */
    static int linkStates() {
        // The one of reports is no state of a link.
        return LinkState.values().length - 1;
    }
}
