package dev.linkscope.witness;

import static dev.linkscope.witness.FaultyServer.answering;
import static dev.linkscope.witness.FaultyServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Witness.Place;
import dev.linkscope.engine.port.Witness.Sighting;
import dev.linkscope.engine.port.Witness.Testimony;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LightProbesTest {
    private static final String OK = reply("401 No", "application/json", "{}");
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final String version = "test" + RUNS.incrementAndGet();
    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(slept.get());
    private final List<LightProbes> made = new ArrayList<>();

    @AfterEach
    void close() {
        made.forEach(LightProbes::close);
    }

    private LightProbes witness(Surroundings surroundings) {
        var witness = new LightProbes(surroundings, clock, System::nanoTime, version);
        made.add(witness);
        return witness;
    }

    private static Set<TargetUrl> server(FaultyServer server) {
        return Set.of(new TargetUrl("http://127.0.0.1:" + server.port()));
    }

    private static List<Sighting> of(LightProbes witness, Place place) {
        return witness.testimonies().stream()
                .filter(testimony -> testimony.place() == place)
                .findFirst()
                .map(Testimony::sightings)
                .orElse(List.of());
    }

    private static Surroundings with(
            Surroundings base, List<String> references, BooleanSupplier online) {
        return new Surroundings(
                references,
                base.mayBeRouter(),
                base.routerPorts(),
                base.resolver(),
                base.tls(),
                online,
                base.pace());
    }

    @Test
    void seesRouterReferencesAndServer() throws Exception {
        try (var server = FaultyServer.plain(answering(OK));
                var router = new ServerSocket(0, 50, Looks.HERE)) {
            var references =
                    List.of(
                            "127.0.0.1:" + router.getLocalPort(),
                            "127.0.0.2:" + router.getLocalPort());
            // A server with a name is not nearby, so that references are of use.
            var named = new TargetUrl("http://u:p@localhost.localdomain:" + server.port());
            var withNames =
                    new Surroundings(
                            references,
                            Looks.surroundings().mayBeRouter(),
                            List.of(router.getLocalPort()),
                            _ -> new InetAddress[] {Looks.HERE},
                            Looks.surroundings().tls(),
                            () -> true,
                            Looks.surroundings().pace());
            var witness = witness(withNames);
            witness.watch(Set.of(named), Set.of("127.0.0.1", "8.8.8.8", "router.local"));
            await().until(() -> of(witness, Place.SERVER).size() > 2);
            assertThat(witness.testimonies())
                    .extracting(testimony -> testimony.place() + " " + testimony.name())
                    .containsExactly(
                            "ROUTER 127.0.0.1",
                            "REFERENCE 127.0.0.1",
                            "REFERENCE 127.0.0.2",
                            "SERVER http://localhost.localdomain:" + server.port());
            assertThat(of(witness, Place.SERVER)).allMatch(seen -> seen.failure() == null);
            assertThat(of(witness, Place.ROUTER)).allMatch(seen -> seen.failure() == null);
            assertThat(of(witness, Place.REFERENCE).getFirst().failure()).isNull();
        }
    }

    @Test
    void otherReferencesAreLookedAtAtOnce() throws Exception {
        try (var server = FaultyServer.plain(answering(OK));
                var place = new ServerSocket(0, 50, Looks.HERE)) {
            Surroundings base =
                    new Surroundings(
                            List.of(),
                            Looks.surroundings().mayBeRouter(),
                            List.of(),
                            _ -> new InetAddress[] {Looks.HERE},
                            Looks.surroundings().tls(),
                            () -> true,
                            Looks.surroundings().pace());
            var witness = witness(base);
            var named = new TargetUrl("http://localhost.localdomain:" + server.port());
            witness.watch(Set.of(named), Set.of());
            await().until(() -> of(witness, Place.SERVER).size() > 1);
            assertThat(of(witness, Place.REFERENCE)).isEmpty();
            witness.refer(List.of("127.0.0.1:" + place.getLocalPort(), "no port", "[::1]:x"));
            await().until(() -> of(witness, Place.REFERENCE).size() > 1);
            assertThat(of(witness, Place.SERVER).size()).as("goes on").isGreaterThan(1);
            witness.refer(List.of());
            assertThat(of(witness, Place.REFERENCE)).isEmpty();
        }
    }

    @Test
    void failuresComeAndGoWithTheServer() throws Exception {
        var witness = witness(Looks.surroundings());
        FaultyServer server = FaultyServer.plain(answering(OK));
        witness.watch(server(server), Set.of());
        await().until(() -> of(witness, Place.SERVER).size() > 1);
        server.close();
        await().until(() ->
                "connect.refused".equals(of(witness, Place.SERVER).getLast().failure()));
    }

    @Test
    void aRouterThatNeverAnsweredDoesNotTestify() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, Looks.HERE)) {
            port = free.getLocalPort();
        }
        // A broadcast address cannot be connected to; nothing leaves this computer.
        var witness = witness(Looks.surroundings(port));
        witness.watch(Set.of(), Set.of("127.255.255.255", "127.0.0.1"));
        await().until(() -> of(witness, Place.ROUTER).size() > 3);
        assertThat(witness.testimonies()).extracting(Testimony::name).containsExactly("127.0.0.1");
    }

    @Test
    void nothingRunsWhileNothingIsWatched() throws Exception {
        try (var server = FaultyServer.plain(answering(OK))) {
            var witness = witness(Looks.surroundings());
            assertThat(clockThreads()).isZero();
            witness.watch(server(server), Set.of());
            await().until(() -> server.connections() > 0);
            assertThat(clockThreads()).isEqualTo(1);
            witness.watch(Set.of(), Set.of());
            await().until(() -> clockThreads() == 0);
            assertThat(witness.testimonies()).isEmpty();
            int before = server.connections();
            Thread.sleep(400);
            assertThat(server.connections()).isEqualTo(before);
        }
    }

    private static long clockThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("witness-clock"))
                .count();
    }

    @Test
    void whatIsWatchedOnKeepsItsPast() throws Exception {
        try (var server = FaultyServer.plain(answering(OK));
                var router = new ServerSocket(0, 50, Looks.HERE)) {
            var witness = witness(Looks.surroundings(router.getLocalPort()));
            witness.watch(server(server), Set.of());
            await().until(() -> of(witness, Place.SERVER).size() > 1);
            Instant first = of(witness, Place.SERVER).getFirst().at();
            witness.watch(server(server), Set.of("127.0.0.1"));
            await().until(() -> !of(witness, Place.ROUTER).isEmpty());
            assertThat(of(witness, Place.SERVER).getFirst().at()).isEqualTo(first);
        }
    }

    @Test
    void anAttemptThatTheComputerSleptThroughDoesNotCount() throws Exception {
        var asleep = new AtomicBoolean();
        try (var server =
                FaultyServer.plain((self, client) -> {
                    if (asleep.get()) {
                        Thread.sleep(5_000); // Nobody answers a computer that sleeps.
                    } else {
                        answering(OK).serve(self, client);
                    }
                })) {
            var witness = witness(Looks.surroundings());
            witness.watch(server(server), Set.of());
            await().until(() -> of(witness, Place.SERVER).size() > 1);
            asleep.set(true);
            int before = server.connections();
            await().until(() -> server.connections() > before);
            slept.set(Duration.ofHours(8));
            Instant woke = clock.instant();
            Thread.sleep(150); // The network is still away.
            asleep.set(false);
            await().until(() -> of(witness, Place.SERVER).getLast().at().isAfter(woke));
            assertThat(of(witness, Place.SERVER))
                    .as("neither the one under way nor one while the network came back")
                    .allMatch(seen -> seen.failure() == null);
        }
    }

    @Test
    void withoutANetworkNothingIsMeasured() throws Exception {
        try (var server = FaultyServer.plain(answering(OK))) {
            var online = new AtomicBoolean();
            var witness = witness(with(Looks.surroundings(), List.of(), online::get));
            witness.watch(server(server), Set.of());
            Thread.sleep(400);
            assertThat(of(witness, Place.SERVER)).isEmpty();
            assertThat(server.connections()).isZero();
            online.set(true);
            await().until(() -> !of(witness, Place.SERVER).isEmpty());
        }
    }

    @Test
    void aServerThatLimitsUsIsLeftAlone() throws Exception {
        try (var server =
                FaultyServer.plain(answering("HTTP/1.1 429 No\r\nRetry-After: 60\r\n\r\n"))) {
            var witness = witness(Looks.surroundings());
            witness.watch(server(server), Set.of());
            await().until(() -> server.connections() == 1);
            Thread.sleep(500);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(of(witness, Place.SERVER)).as("neither ok nor failed").isEmpty();
        }
    }

    @Test
    void neverBlocksItsCallersWhileEverythingHangs() throws Exception {
        var release = new CountDownLatch(1);
        try (var server = FaultyServer.plain((self, client) -> release.await())) {
            var witness = witness(Looks.surroundings());
            Set<TargetUrl> many =
                    IntStream.range(0, 40)
                            .mapToObj(i -> "http://127.0.0.1:" + server.port() + "/" + i)
                            .map(TargetUrl::new)
                            .collect(Collectors.toSet());
            long worst = 0;
            for (int i = 0; i < 50; i++) {
                long begun = System.nanoTime();
                witness.watch(i % 2 == 0 ? many : server(server), Set.of("127.0.0." + i));
                witness.testimonies();
                worst = Math.max(worst, System.nanoTime() - begun);
                Thread.sleep(10);
            }
            assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofMillis(500));
            long begun = System.nanoTime();
            witness.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(500));
            witness.watch(many, Set.of());
            assertThat(witness.testimonies()).isEmpty();
        } finally {
            release.countDown();
        }
    }

    @Test
    void manyReadersSeeWholeTestimonies() throws Exception {
        try (var server = FaultyServer.plain(answering(OK))) {
            var witness = witness(Looks.surroundings());
            witness.watch(server(server), Set.of());
            var wrong = new HashSet<String>();
            List<Thread> readers =
                    Stream.generate(() -> new Thread(() -> read(witness, wrong))).limit(4).toList();
            readers.forEach(Thread::start);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static void read(LightProbes witness, Set<String> wrong) {
        long end = System.nanoTime() + 1_000_000_000L;
        int size = 0;
        while (System.nanoTime() < end) {
            List<Sighting> seen = of(witness, Place.SERVER);
            boolean ordered =
                    IntStream.range(1, seen.size())
                            .allMatch(i -> !seen.get(i).at().isBefore(seen.get(i - 1).at()));
            if (!ordered || seen.size() < size) {
                synchronized (wrong) {
                    wrong.add(seen.toString());
                }
            }
            size = seen.size();
        }
    }
}
