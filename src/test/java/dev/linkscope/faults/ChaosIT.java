package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A farm of real agents and SSH servers, watched by {@code linkscope watch}, to which things happen
 * at random: {@code -Dlinkscope.chaos=PT30M} for longer, {@code -Dlinkscope.chaos.seed} for the
 * same again, {@code -Dlinkscope.chaos.printers} for more or fewer. What was done is in {@code
 * target/faults/chaos-truth.ndjson}.
 */
@Tag("faults")
@Timeout(45 * 60)
class ChaosIT {
    private static final Duration LENGTH =
            Duration.parse(System.getProperty("linkscope.chaos", "PT2M"));
    private static final int PRINTERS = Integer.getInteger("linkscope.chaos.printers", 20);
    private static final long SEED =
            Long.getLong("linkscope.chaos.seed", new SplittableRandom().nextInt(1_000_000));
    private static final boolean CLOCKS = FakeClock.library().isPresent();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** So long after the last event that all is fetched that can be. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    @Test
    void nothingIsLostAndEveryOutageFound() throws Exception {
        System.out.printf(
                "chaos: seed %d, %d printers, %s, %s%n",
                SEED,
                PRINTERS,
                LENGTH,
                CLOCKS ? "clocks jump" : "no clock jumps: libfaketime is not installed");
        Path folder = Files.createDirectories(Path.of("target", "faults"));
        var truth = new ChaosTruth(folder.resolve("chaos-truth.ndjson"));
        try (var net = new ChaosNet(PRINTERS);
                var watch = new ChaosWatch(net, PRINTERS)) {
            await("all printers are connected")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> watch.connected().size() == PRINTERS);
            letLoose(net, watch, truth);
            Thread.sleep(SETTLING);
            assertThat(watch.alive()).as(watch.printed()).isTrue();
            assertThat(watch.end()).as("ends in order: " + watch.printed()).isTrue();
            Map<String, String> ids = watch.connected();
            var check = new ChaosCheck(truth, watch.history(), ids, PRINTERS);
            String report = check.report(SEED, LENGTH, watch.told());
            System.out.println(report + check.details());
            Files.writeString(folder.resolve("chaos.md"), report);
            Files.copy(
                    watch.log(),
                    folder.resolve("chaos-events.ndjson"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    watch.history(),
                    folder.resolve("chaos-history.db"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(check.holes()).as("slots without outcome").isEmpty();
            assertThat(check.doubled()).as("slots with two outcomes").isZero();
            assertThat(check.notFound()).as("outages over 30 s that the history lacks").isEmpty();
            assertThat(check.untold())
                    .as("outages of " + ChaosCheck.TOLD + " and more without incident")
                    .isEmpty();
            assertThat(check.falseIncidents(watch.told()))
                    .as("incidents of printers to which nothing had happened")
                    .hasSizeLessThan(2);
        }
    }

    /** Runs through the plan, second by second. */
    private static void letLoose(ChaosNet net, ChaosWatch watch, ChaosTruth truth)
            throws Exception {
        List<ChaosEvent> plan = ChaosEvent.plan(SEED, PRINTERS, LENGTH, CLOCKS);
        System.out.println("chaos: " + plan.size() + " events");
        Instant start = Instant.now();
        record Due(int second, ChaosEvent event, boolean begins) {}
        var due = new ArrayList<Due>();
        for (ChaosEvent event : plan) {
            due.add(new Due(event.from(), event, true));
            due.add(new Due(event.until(), event, false));
        }
        due.sort(Comparator.comparingInt(Due::second));
        record Begun(Instant before, Instant after) {}
        var begun = new HashMap<ChaosEvent, Begun>();
        for (Due one : due) {
            Thread.sleep(
                    Math.max(
                            0,
                            Duration.between(Instant.now(), start.plusSeconds(one.second()))
                                    .toMillis()));
            boolean ofLinkscope = one.event().kind() == ChaosEvent.Kind.LINKSCOPE_KILLED;
            Instant before = Instant.now();
            if (one.begins()) {
                if (ofLinkscope) {
                    watch.kill();
                }
                net.begin(one.event());
                begun.put(one.event(), new Begun(before, Instant.now()));
            } else {
                net.end(one.event());
                if (ofLinkscope) {
                    watch.again();
                }
                Begun from = begun.get(one.event());
                truth.add(
                        new ChaosTruth.Done(
                                one.event(), from.before(), from.after(), before, Instant.now()));
            }
        }
    }
}
