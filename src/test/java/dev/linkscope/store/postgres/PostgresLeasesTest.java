package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.WatchLeases.LeaseException;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresLeasesTest {
    private final PostgresServer server = PostgresServer.shared();
    private final String schema = server.newSchema();
    private final List<PostgresLeases> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(PostgresLeases::close);
        server.drop(schema);
    }

    private PostgresLeases watcher(double termSeconds) {
        var login = new PostgresLogin(PostgresAddress.parse(server.address(schema)), Map.of());
        var leases = new PostgresLeases(login, termSeconds);
        open.add(leases);
        return leases;
    }

    private static Set<PrinterId> printers(int count) {
        var printers = new HashSet<PrinterId>();
        IntStream.range(0, count).forEach(_ -> printers.add(PrinterId.random()));
        return printers;
    }

    private static Set<PrinterId> both(Set<PrinterId> some, Set<PrinterId> others) {
        assertThat(some).doesNotContainAnyElementsOf(others);
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void oneWatcherHasAll() throws Exception {
        Set<PrinterId> wanted = printers(500);
        PostgresLeases one = watcher(20);

        assertThat(one.renew(wanted)).isEqualTo(wanted);
        assertThat(one.renew(wanted)).isEqualTo(wanted);
        assertThat(one.renew(Set.of())).isEmpty();
    }

    @Test
    void whoJoinsGetsAFairShareAfterTheOtherHasStopped() throws Exception {
        Set<PrinterId> wanted = printers(11);
        PostgresLeases one = watcher(20);
        PostgresLeases two = watcher(20);
        assertThat(one.renew(wanted)).hasSize(11);
        assertThat(two.renew(wanted)).isEmpty();

        Set<PrinterId> kept = one.renew(wanted);
        assertThat(kept).hasSize(6);
        // Not yet: the first may still be stopping.
        assertThat(two.renew(wanted)).isEmpty();
        assertThat(one.renew(wanted)).isEqualTo(kept);
        Set<PrinterId> handed = two.renew(wanted);
        assertThat(both(kept, handed)).isEqualTo(wanted);

        // A third one: few move, and nobody gets back what was just given away.
        PostgresLeases three = watcher(20);
        three.renew(wanted);
        for (int round = 0; round < 4; round++) {
            kept = one.renew(wanted);
            handed = two.renew(wanted);
            three.renew(wanted);
        }
        Set<PrinterId> third = three.renew(wanted);
        assertThat(both(both(kept, handed), third)).isEqualTo(wanted);
        assertThat(List.of(kept.size(), handed.size(), third.size()))
                .allMatch(size -> size == 3 || size == 4);
    }

    @Test
    void aDeadWatchersPrintersAreFreeAfterItsTerm() throws Exception {
        Set<PrinterId> wanted = printers(20);
        PostgresLeases dead = watcher(1);
        PostgresLeases one = watcher(1);
        assertThat(dead.renew(wanted)).hasSize(20);
        assertThat(one.renew(wanted)).isEmpty();

        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(4))
                .until(() -> one.renew(wanted).equals(wanted));
    }

    @Test
    void whoLeavesHandsOverAtOnce() throws Exception {
        Set<PrinterId> wanted = printers(20);
        PostgresLeases one = watcher(20);
        PostgresLeases two = watcher(20);
        one.renew(wanted);
        two.renew(wanted);
        one.close();

        assertThat(two.renew(wanted)).isEqualTo(wanted);
        assertThat(one.renew(wanted)).isEmpty();
    }

    @Test
    void watchersOfDifferentFarmsLeaveNothingUnwatched() throws Exception {
        Set<PrinterId> shared = printers(6);
        Set<PrinterId> mine = printers(6);
        Set<PrinterId> all = both(shared, mine);
        PostgresLeases one = watcher(20);
        PostgresLeases two = watcher(20);
        Set<PrinterId> first = Set.of();
        Set<PrinterId> second = Set.of();
        for (int round = 0; round < 5; round++) {
            first = one.renew(all);
            second = two.renew(shared);
        }
        assertThat(both(first, second)).isEqualTo(all);
        assertThat(first).containsAll(mine);
        assertThat(second).isEqualTo(shared);
    }

    @Test
    void allWatchersSubscribeUnderOneId() {
        assertThat(watcher(20).instance()).isNotBlank().isEqualTo(watcher(20).instance());
    }

    /** A watcher whose computer fell asleep in its turn must not hold up the others for long. */
    @Test
    void aTurnThatNeverEndsIsEnded() throws Exception {
        PostgresLeases one = watcher(20);
        var login = new PostgresLogin(PostgresAddress.parse(server.address(schema)), Map.of());
        var asleep = login.connect(PostgresLogin.Use.LEASE);
        new LeaseTables(asleep, "asleep", 20).takeTurn();

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(LeaseException.class)
                .until(() -> one.renew(printers(1)).size() == 1);
    }

    /** Processes, wherever their clocks stand, hammer with a term that they often sleep beyond. */
    @Test
    void noPrinterEverHasTwoHolders() throws Exception {
        var processes = new ArrayList<Process>();
        var readers = new ArrayList<Thread>();
        var lines = new LinkedBlockingQueue<String>();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Midway", "Asia/Kathmandu")) {
                Process process = hammer(zone);
                processes.add(process);
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
                Thread reader =
                        NamedThreads.platform(
                                zone, () -> process.inputReader().lines().forEach(lines::add));
                reader.start();
                readers.add(reader);
            }
            processes.forEach(PostgresLeasesTest::nudge);
            await().atMost(Duration.ofSeconds(30)).until(() -> lines.size() >= 300);
            processes.forEach(PostgresLeasesTest::nudge);
            for (Process process : processes) {
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
            for (Thread reader : readers) {
                reader.join();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        Map<String, List<long[]>> spans = new TreeMap<>();
        for (String line : lines) {
            String[] span = line.split(" ", -1);
            spans.computeIfAbsent(span[0], _ -> new ArrayList<>())
                    .add(new long[] {Long.parseLong(span[1]), Long.parseLong(span[2])});
        }
        spans.values().forEach(PostgresLeasesTest::assertApart);
    }

    private Process hammer(String zone) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaseLoop.class.getName(),
                        server.address(schema),
                        "0.05",
                        "30")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void nudge(Process process) {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertApart(List<long[]> spans) {
        spans.sort(Comparator.comparingLong(span -> span[0]));
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i)[0]).isGreaterThanOrEqualTo(spans.get(i - 1)[1]);
        }
    }
}
