package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeSnapshots;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** A history of 24 hours with bursts, weak Wi-Fi and low voltage; it can be slow and broken. */
public final class FakeTimelines implements Timelines {
    private static final int SLOTS = 8640;

    /** Spans of panes that were asked for. */
    public final List<Span> asked = new CopyOnWriteArrayList<>();

    /** Spans that were judged. */
    public final List<Span> judged = new CopyOnWriteArrayList<>();

    /** Whoever asks for a pane waits for one of these. */
    public volatile Semaphore gate = new Semaphore(1_000_000);

    /** What goes wrong; empty if nothing does. */
    public volatile String broken = "";

    private final PaneSnapshot server =
            new FakePane(5, SLOTS).bursts(260, 30).scattered(0.01).snapshot("a", FakeSnapshots.NOW);
    private final PaneSnapshot webcam =
            new FakePane(6, SLOTS).scattered(0.004).snapshot("b", FakeSnapshots.NOW);

    @Override
    public PaneTimeline pane(SessionSnapshot now, FixPane pane, Span span, int columns)
            throws IOException {
        asked.add(span);
        try {
            gate.acquire();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        if (!broken.isEmpty()) {
            throw new IOException(broken);
        }
        PaneSnapshot day = pane == FixPane.SERVER ? server : webcam;
        int step = 1 + day.curve().size() / columns;
        List<RatePoint> curve =
                IntStream.range(0, day.curve().size())
                        .filter(i -> i % step == 0)
                        .mapToObj(day.curve()::get)
                        .toList();
        return new PaneTimeline(
                new Span(FakeSnapshots.NOW.minus(Duration.ofHours(24)), FakeSnapshots.NOW),
                day.trace(),
                curve,
                day.figures().outages(),
                LivePane.smoke(day.trace(), Math.max(10, span.length().toSeconds() / columns)),
                false);
    }

    @Override
    public List<FactReading> readings(PrinterId printer, Set<String> keys, Span span) {
        var random = new Random(3);
        var readings = new ArrayList<FactReading>();
        Instant start = FakeSnapshots.NOW.minus(Duration.ofHours(24));
        int signal = -66;
        for (int i = 0; i < 1440; i++) {
            Instant at = start.plusSeconds(60L * i);
            signal = Math.clamp(signal + 3 * (random.nextInt(3) - 1), -87, -54);
            readings.add(
                    new FactReading(at, Fact.known("wifi.signal", String.valueOf(signal), "dBm")));
            if (i % 5 == 0) {
                double heat = 52 + 8 * Math.sin(i / 60.0) + random.nextInt(3);
                readings.add(
                        new FactReading(
                                at, Fact.known("host.temperature", String.valueOf(heat), "C")));
            }
            if (i % 97 == 0 || i % 97 == 12) {
                readings.add(
                        new FactReading(
                                at,
                                Fact.known(
                                        "power.undervoltage.now",
                                        String.valueOf(i % 97 == 0),
                                        null)));
            }
        }
        return readings;
    }

    @Override
    public List<TimedOutcome> outcomes(
            SessionSnapshot now, Set<String> targets, Span span, int most) {
        return List.of();
    }

    @Override
    public Optional<SessionSnapshot> judged(SessionSnapshot now, Span span) throws IOException {
        judged.add(span);
        if (!broken.isEmpty()) {
            throw new IOException(broken);
        }
        return Optional.empty();
    }
}
