package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A farm of many printers with a few sick ones and one outage that most of them share. */
public final class FakeBigFarm {
    private static final int SLOTS = 720;
    private static final int SHARED_FROM = 432;
    private static final int SHARED_TO = 444;
    private static final String[] MAKES = {"Ender", "MK4", "Vyper", "Voron", "K1"};

    private final List<SessionSnapshot> printers = new ArrayList<>();
    private final List<PrinterId> members = new ArrayList<>();

    /** A farm of so many printers, at least ten. */
    public FakeBigFarm(int size) {
        add(
                "Bambu-09",
                new FakePane(1, SLOTS).outage(220, SLOTS),
                null,
                PatternKind.CONTINUOUS,
                null,
                null);
        add(
                "Prusa-07",
                new FakePane(2, SLOTS).bursts(25, 5),
                -81,
                PatternKind.BURSTS,
                240.0,
                "fake.cause.wifi");
        add(
                "Mini-03",
                new FakePane(3, SLOTS).scattered(0.07),
                -70,
                PatternKind.SCATTERED,
                null,
                null);
        add(
                "Prusa-11",
                new FakePane(4, SLOTS).bursts(100, 8),
                -58,
                PatternKind.PERIODIC,
                1200.0,
                "fake.cause.power");
        add(
                "Voron-21",
                new FakePane(5, SLOTS).blind(300, 500, NotMeasured.UNREACHABLE_FROM_HERE),
                -60,
                PatternKind.TOO_FEW,
                null,
                null);
        printers.add(FakeSnapshots.failed(FakeSnapshots.printer("Ultimaker-30")));
        for (int i = printers.size(); i < size; i++) {
            String name = "%s-%02d".formatted(MAKES[i % MAKES.length], i);
            add(
                    name,
                    new FakePane(i, SLOTS).scattered(0.002),
                    -45 - i % 25,
                    PatternKind.TOO_FEW,
                    null,
                    null);
        }
    }

    private void add(
            String name,
            FakePane pane,
            @Nullable Integer signal,
            PatternKind kind,
            @Nullable Double period,
            @Nullable String cause) {
        Printer printer =
                FakeSnapshots.printer(name)
                        .withLabels(
                                new Labels(
                                        printers.size() % 2 == 0 ? "Cellar" : "Hall",
                                        List.of("pla")));
        boolean shares = printers.size() % 12 != 4;
        if (shares) {
            members.add(printer.id());
            pane.outage(SHARED_FROM, SHARED_TO);
        }
        int seed = printers.size();
        SessionSnapshot measured =
                FakeSnapshots.measuring(
                        printer,
                        pane.pattern(kind, period).snapshot("app.obico.io", FakeSnapshots.NOW),
                        name.equals("Bambu-09")
                                ? null
                                : new FakePane(seed + 1000L, SLOTS)
                                        .scattered(seed == 3 ? 0.3 : 0.004)
                                        .snapshot("http://127.0.0.1/", FakeSnapshots.NOW));
        printers.add(told(measured, signal, cause, new Random(seed).nextInt(3) == 0));
    }

    /** The same with facts and a cause. */
    private static SessionSnapshot told(
            SessionSnapshot old, @Nullable Integer signal, @Nullable String cause, boolean prints) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.known("link.kind", signal == null ? "ethernet" : "wifi", null));
        if (signal != null) {
            facts.add(Fact.known("wifi.signal", String.valueOf(signal), "dBm"));
        }
        facts.add(Fact.known("octoprint.printing", String.valueOf(prints), null));
        List<Finding> findings =
                cause == null
                        ? List.of()
                        : List.of(
                                new Finding(
                                        "fake",
                                        Verdict.SUPPORTED,
                                        Severity.WATCH,
                                        Confidence.POINTS_TO,
                                        Statement.of(cause),
                                        List.of(),
                                        null,
                                        List.of()));
        return FakeSnapshots.told(old, facts, findings);
    }

    /** The same printer with a failing camera's figures where its server's were: something new. */
    public static SessionSnapshot worse(SessionSnapshot old) {
        return old.webcam() == null
                ? old
                : FakeSnapshots.measuring(old.printer(), old.webcam(), old.server());
    }

    /** Its printers. */
    public List<SessionSnapshot> printers() {
        return printers;
    }

    /** What they have in common. */
    public FarmView view() {
        Map<PrinterId, Double> own = new HashMap<>();
        printers.forEach(one -> {
            Double rate = one.server().figures().errorRate();
            if (rate != null) {
                own.put(one.printer().id(), Math.max(0, rate - 12.0 / SLOTS));
            }
        });
        Instant start = FakeSnapshots.NOW.minusSeconds(10L * SLOTS);
        return FakeFarmView.of(
                start.plusSeconds(10L * SHARED_FROM),
                start.plusSeconds(10L * SHARED_TO),
                members,
                printers.size() - 1,
                own);
    }

    /** Puts them into the fakes. */
    public FakeServices services() {
        var fakes = new FakeServices();
        printers.forEach(fakes.farm::put);
        fakes.many = FakeFarmView.services(view());
        return fakes;
    }
}
