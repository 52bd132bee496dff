package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Program;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How soon an outage is known and how many are, beside fping at the same cadence and beside rounds
 * of pings as smokeping makes them. All watch the same outages: the router of their world forwards
 * nothing for a while. The worlds are alike, run side by side, and differ in when who looks.
 */
@Tag("bench")
@Timeout(420)
class OutageDelayBench {
    private static final int WORLDS = 8;
    private static final List<Integer> LENGTHS = List.of(2, 5, 10, 20, 60);

    /** Linkscope's own by default. */
    private static final Duration CADENCE = Duration.ofSeconds(10);

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Until no result of an outage can come any more. */
    private static final Duration BETWEEN = Duration.ofSeconds(23);

    private static final int LEASE_SECONDS = 600;
    private static final String LINKSCOPE = "Linkscope, server and name";
    private static final String SERVER_ALONE = "Linkscope, server alone";
    private static final String FPING = "fping";
    private static final String SMOKEPING = "fping in smokeping's rounds";

    private static final List<String> OBSERVERS =
            List.of(LINKSCOPE, SERVER_ALONE, FPING, SMOKEPING);

    /** One outage as everybody in its world saw it. */
    private record Seen(int seconds, Injection injection, Map<String, List<Look>> byObserver) {
        Optional<Duration> delay(String observer) {
            return new Observed(injection, byObserver.get(observer)).delay();
        }
    }

    /** Looks that are missing, of so many. */
    private record Missing(String observer, long missing, long looks) {}

    private final Queue<Seen> outages = new ConcurrentLinkedQueue<>();
    private final Queue<Missing> missing = new ConcurrentLinkedQueue<>();

    @Test
    void outagesAreKnown() throws Exception {
        String obstacle = Namespaces.obstacle();
        if (!obstacle.isEmpty() || Program.find(FPING).isEmpty()) {
            BenchRun.CURRENT.leftOut(
                    "outages beside fping",
                    obstacle.isEmpty()
                            ? "fping is not installed."
                            : "this needs root on Linux, ip and nft.");
            return;
        }
        BenchRun.CURRENT.add(Program.peer(FPING, FPING, "--version"));
        BenchRun.CURRENT.leftOut(
                "smokeping itself",
                "it brings a mail server along; fping, which it runs, is timed as it times it.");
        List<Thread> worlds = new ArrayList<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < WORLDS; i++) {
            int number = i;
            worlds.add(
                    NamedThreads.platform(
                            "world-" + i,
                            () -> {
                                try {
                                    live(number);
                                } catch (Exception | AssertionError e) {
                                    failures.add(e);
                                }
                            }));
        }
        worlds.forEach(Thread::start);
        for (Thread world : worlds) {
            world.join();
        }
        assertThat(failures).isEmpty();
        report();
    }

    private void live(int number) throws Exception {
        var random = new SplittableRandom(number);
        try (var net = new Topology("");
                var agent = new WireClient(net, LEASE_SECONDS, probes());
                var fping = Fping.at(net, CADENCE, upTo(CADENCE, random));
                var rounds = Fping.likeSmokeping(net, upTo(Fping.SMOKEPING_STEP, random))) {
            agent.awaitAttempts(1);
            Thread.sleep(CADENCE);
            var injections = new LinkedHashMap<Injection, Integer>();
            for (int i = 0; i < LENGTHS.size(); i++) {
                // Not always at the same place of the cadence.
                Thread.sleep(BETWEEN.plus(upTo(CADENCE, random)));
                int seconds = LENGTHS.get((i + number) % LENGTHS.size());
                injections.put(
                        Injection.of(Fault.upstreamDropped(), net, Duration.ofSeconds(seconds)),
                        seconds);
            }
            Thread.sleep(BETWEEN);
            List<Look> all = agent.looks();
            List<Look> server = all.stream().filter(l -> l.target().equals("server")).toList();
            Map<String, List<Look>> looks =
                    Map.of(
                            SERVER_ALONE,
                            server,
                            LINKSCOPE,
                            all,
                            FPING,
                            fping.looks(),
                            SMOKEPING,
                            rounds.looks());
            injections.forEach(
                    (injection, seconds) -> outages.add(new Seen(seconds, injection, looks)));
            for (String target : List.of("server", "dns")) {
                add(LINKSCOPE, all, target);
            }
            add(FPING, fping.looks(), "ping");
        }
    }

    private void add(String observer, List<Look> looks, String target) {
        List<Look> mine = looks.stream().filter(look -> look.target().equals(target)).toList();
        missing.add(new Missing(observer, Observed.missing(mine, CADENCE), mine.size()));
    }

    /** What Linkscope asks for by default of the way to the server and of names. */
    private static List<Map<String, Object>> probes() {
        return List.of(
                WireClient.server(CADENCE, DEADLINE),
                WireClient.probe(
                        "dns",
                        "dns",
                        CADENCE,
                        Duration.ofSeconds(5),
                        Map.of("name", Topology.SERVER)));
    }

    private static Duration upTo(Duration most, SplittableRandom random) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }

    private void report() {
        var report =
                new BenchReport(
                        "Outages that are known, a look every %d s".formatted(CADENCE.toSeconds()),
                        "outage, s",
                        "observer",
                        "outages",
                        "known",
                        "share known",
                        "median delay, s",
                        "longest delay, s");
        for (int seconds : LENGTHS) {
            List<Seen> alike = outages.stream().filter(one -> one.seconds() == seconds).toList();
            for (String observer : OBSERVERS) {
                List<Double> delays = delays(alike, observer);
                report.row(
                        seconds,
                        observer,
                        alike.size(),
                        delays.size(),
                        BenchReport.percent((double) delays.size() / alike.size()),
                        delays.isEmpty() ? "" : BenchReport.number(median(delays)),
                        delays.isEmpty() ? "" : BenchReport.number(delays.getLast()));
            }
        }
        for (String observer : List.of(LINKSCOPE, FPING)) {
            report.note(
                    "%s: %d of %d results missing."
                            .formatted(
                                    observer,
                                    sum(observer, Missing::missing),
                                    sum(observer, Missing::looks)));
        }
        report.note(
                "smokeping looks at %d s of every %d s, and tells of them when they are over."
                        .formatted(Fping.SMOKEPING_PINGS, Fping.SMOKEPING_STEP.toSeconds()));
        report.write();
        compare();
        assertThat(sum(LINKSCOPE, Missing::missing)).as("outcomes lost").isZero();
        assertThat(outages).hasSize(WORLDS * LENGTHS.size());
    }

    private void compare() {
        List<Seen> all = List.copyOf(outages);
        List<Seen> longest =
                all.stream().filter(one -> one.seconds() == LENGTHS.getLast()).toList();
        for (String peer : List.of(FPING, SMOKEPING)) {
            ratio(
                    "outages of 2 to 60 s that are known",
                    delays(all, LINKSCOPE).size(),
                    peer,
                    delays(all, peer).size(),
                    "",
                    Ratio.Better.MORE);
            ratio(
                    "median delay until an outage of 60 s is known",
                    median(delays(longest, LINKSCOPE)),
                    peer,
                    median(delays(longest, peer)),
                    "s",
                    Ratio.Better.LESS);
        }
    }

    /** Who knew of none has no delay to compare with. */
    private static void ratio(
            String figure,
            double ours,
            String peer,
            double theirs,
            String unit,
            Ratio.Better better) {
        if (ours > 0 && theirs > 0) {
            BenchRun.CURRENT.add(new Ratio(figure, unit, ours, peer, theirs, better));
        } else {
            BenchRun.CURRENT.leftOut(
                    figure + " beside " + peer, "one of the two knew of no such outage.");
        }
    }

    /** Seconds until known of those that were, shortest first. */
    private static List<Double> delays(List<Seen> outages, String observer) {
        return outages.stream()
                .flatMap(one -> one.delay(observer).stream())
                .map(delay -> delay.toMillis() / 1e3)
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private long sum(String observer, ToLongFunction<Missing> part) {
        return missing.stream()
                .filter(one -> one.observer().equals(observer))
                .mapToLong(part)
                .sum();
    }
}
