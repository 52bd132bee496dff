package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.AgentInfo;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Snapshots made by hand, two hours long, one for each thing the window has to show. */
public final class FakeSnapshots {
    /** End of what was measured. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:02:24Z");

    private static final int SLOTS = 720;

    private FakeSnapshots() {}

    /** A printer reached over SSH. */
    public static Printer printer(String name) {
        return printer(name, new Target.Ssh(name.toLowerCase() + ".local", null, "pi", null));
    }

    /** A printer reached in some way; its id follows from its name. */
    public static Printer printer(String name, Target target) {
        return new Printer(
                new PrinterId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                name,
                target,
                Printer.CLOUD,
                new TargetUrl("http://127.0.0.1:8080/?action=snapshot"),
                Printer.DEFAULT_CADENCE);
    }

    /** A healthy printer. */
    public static SessionSnapshot healthy(String name, long seed) {
        return measuring(
                printer(name),
                server(new FakePane(seed, SLOTS).scattered(0.004)),
                webcam(new FakePane(seed + 1, SLOTS).scattered(0.003)),
                Statement.of("fake.healthy", name));
    }

    /** A printer whose server connection fails in bursts, with a blind spot. */
    public static SessionSnapshot bursts(Printer printer, long seed) {
        return measuring(
                printer,
                server(
                        new FakePane(seed, SLOTS)
                                .bursts(25, 7)
                                .scattered(0.01)
                                .blind(400, 440, NotMeasured.UNREACHABLE_FROM_HERE)
                                .pattern(PatternKind.BURSTS, 240.0)),
                webcam(new FakePane(seed + 1, SLOTS).failing(Phase.BODY, 300, 512)),
                Statement.of("fake.bursts", printer.name()),
                Statement.of("fake.bursts.more"),
                Statement.of("fake.webcam.fine"));
    }

    /** A printer being connected for the first time. */
    public static SessionSnapshot connecting(Printer printer) {
        return unlinked(printer, LinkState.CONNECTING, null, null);
    }

    /** A printer whose link failed, needing the user. */
    public static SessionSnapshot failed(Printer printer) {
        return unlinked(
                printer,
                LinkState.FAILED,
                Failure.of(FailureCode.LOGIN_REFUSED, printer.name(), "pi"),
                null);
    }

    /** A printer whose link failed for this reason. */
    public static SessionSnapshot failed(Printer printer, Failure failure) {
        return unlinked(printer, LinkState.FAILED, failure, null);
    }

    /** A printer whose link will be tried again. */
    public static SessionSnapshot waiting(Printer printer, Instant retryAt) {
        return unlinked(
                printer,
                LinkState.WAITING,
                Failure.of(FailureCode.UNREACHABLE, printer.name()),
                retryAt);
    }

    /** Twelve printers with different illnesses. */
    public static List<SessionSnapshot> farm() {
        var farm = new ArrayList<SessionSnapshot>();
        farm.add(bursts(printer("Prusa-07"), 7));
        farm.add(healthy("Ender-01", 11));
        farm.add(healthy("Ender-02 in the cellar beside the washing machine", 12));
        farm.add(scattered());
        farm.add(cameraDown());
        farm.add(noCamera());
        farm.add(failed(printer("Voron-06")));
        farm.add(waiting(printer("Voron-08"), NOW.plusSeconds(42)));
        farm.add(noConnection());
        farm.add(noDataYet());
        farm.add(connecting(printer("K1-11")));
        farm.add(bursts(printer("Demo: weak Wi-Fi", new Target.Simulated("weak-wifi")), 42));
        return farm;
    }

    private static SessionSnapshot scattered() {
        return measuring(
                printer("Mini-03"),
                server(new FakePane(3, SLOTS).scattered(0.08).pattern(PatternKind.SCATTERED, null)),
                webcam(new FakePane(4, SLOTS).scattered(0.01)),
                Statement.of("fake.scattered", "Mini-03"));
    }

    private static SessionSnapshot cameraDown() {
        return measuring(
                printer("MK4-04"),
                server(new FakePane(5, SLOTS).scattered(0.002)),
                webcam(
                        new FakePane(6, SLOTS)
                                .outage(500, 720)
                                .pattern(PatternKind.WORSENING, null)),
                Statement.of("fake.camera", "MK4-04"));
    }

    /** A printer without a camera. */
    public static SessionSnapshot noCamera() {
        return measuring(
                printer("MK4-05"),
                server(new FakePane(8, SLOTS)),
                null,
                Statement.of("fake.healthy", "MK4-05"));
    }

    private static SessionSnapshot noConnection() {
        return measuring(
                printer("Bambu-09"),
                server(
                        new FakePane(9, SLOTS)
                                .outage(0, SLOTS)
                                .pattern(PatternKind.CONTINUOUS, null)),
                null,
                Statement.of("fake.dns", "Bambu-09"));
    }

    private static SessionSnapshot noDataYet() {
        return measuring(
                printer("K1-10"), server(new FakePane(10, 5)), webcam(new FakePane(13, 4)));
    }

    private static PaneSnapshot server(FakePane pane) {
        return pane.snapshot("app.obico.io", NOW);
    }

    private static PaneSnapshot webcam(FakePane pane) {
        return pane.snapshot("http://127.0.0.1:8080/?…", NOW);
    }

    /** A printer that is measured. */
    public static SessionSnapshot measuring(
            Printer printer,
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            Statement... headline) {
        return new SessionSnapshot(
                printer,
                1,
                NOW,
                LinkState.MEASURING,
                null,
                null,
                new AgentInfo(
                        "0.1.0", "3.11.2", NOW.minusSeconds(7200), 5120, 1946, 1 << 20, 1 << 22),
                server,
                webcam,
                List.of(),
                List.of(),
                SideEvidence.NONE,
                List.of(),
                List.of(),
                List.of(headline),
                List.of(),
                3412,
                0);
    }

    /** The same with these facts and findings. */
    public static SessionSnapshot told(
            SessionSnapshot old, List<Fact> facts, List<Finding> findings) {
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
                old.probes(),
                facts,
                old.side(),
                old.chain(),
                old.notes(),
                old.headline(),
                findings,
                old.outcomes(),
                old.lost());
    }

    /** The same with another revision. */
    static SessionSnapshot revised(SessionSnapshot old, long revision) {
        return new SessionSnapshot(
                old.printer(),
                revision,
                old.at(),
                old.link(),
                old.failure(),
                old.retryAt(),
                old.agent(),
                old.server(),
                old.webcam(),
                old.probes(),
                old.facts(),
                old.side(),
                old.chain(),
                old.notes(),
                old.headline(),
                old.findings(),
                old.outcomes(),
                old.lost());
    }

    private static SessionSnapshot unlinked(
            Printer printer, LinkState link, @Nullable Failure failure, @Nullable Instant retryAt) {
        PaneSnapshot empty =
                new PaneSnapshot(
                        "app.obico.io",
                        FakePane.figures(PaneState.NO_DATA),
                        Trace.EMPTY,
                        List.of());
        return new SessionSnapshot(
                printer,
                1,
                NOW,
                link,
                failure,
                retryAt,
                null,
                empty,
                empty,
                List.of(),
                List.of(),
                SideEvidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0);
    }
}
