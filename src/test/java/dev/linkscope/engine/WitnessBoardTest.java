package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Witness;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WitnessBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Fact ROUTER = Fact.known("gateway.address", "192.168.1.1", null);
    private static final String CLOUD = Printer.CLOUD.display();

    private final Told witness = new Told();
    private final WitnessBoard board = new WitnessBoard(witness, () -> NOW);

    @AfterEach
    void close() {
        board.close();
    }

    /** Remembers what it was told, and says what it is to say. */
    private static final class Told implements Witness {
        private final List<String> watched = new ArrayList<>();
        private List<Testimony> testimonies = List.of();
        private int asked;

        @Override
        public void watch(Set<TargetUrl> servers, Set<String> routers) {
            watched.add(
                    servers.stream().map(TargetUrl::display).sorted().toList()
                            + " "
                            + routers.stream().sorted().toList());
        }

        @Override
        public List<Testimony> testimonies() {
            asked++;
            return testimonies;
        }

        @Override
        public void close() {}
    }

    private static Printer printer(Target target) {
        return new Printer(
                PrinterId.random(), "P", target, Printer.CLOUD, null, Printer.DEFAULT_CADENCE);
    }

    private static Target ssh(String host) {
        return new Target.Ssh(host, null, "pi", null);
    }

    private static SessionSnapshot snapshot(Printer printer, Fact... facts) {
        PaneSnapshot pane =
                new PaneSnapshot(
                        "x",
                        PaneJudge.judge(Trace.EMPTY, Thresholds.DEFAULT),
                        Trace.EMPTY,
                        List.of());
        return new SessionSnapshot(
                printer,
                1,
                NOW,
                LinkState.MEASURING,
                null,
                null,
                null,
                pane,
                null,
                List.of(),
                List.of(facts),
                SideEvidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0);
    }

    private static Witness.Testimony testimony(
            Witness.Place place, String name, Duration apart, String... failures) {
        var sightings = new ArrayList<Witness.Sighting>();
        for (int i = 0; i < failures.length; i++) {
            Instant at = NOW.minus(apart.multipliedBy(failures.length - i)).plusMillis(1);
            sightings.add(new Witness.Sighting(at, failures[i].isEmpty() ? null : failures[i]));
        }
        return new Witness.Testimony(place, name, sightings);
    }

    @Test
    void tellsTheWitnessWhatIsOnTheWayOnceEachTimeItChanges() {
        var one = printer(ssh("octopi.local"));
        var two = printer(ssh("192.168.1.77"));
        board.look(List.of());
        assertThat(witness.watched).isEmpty();
        board.look(List.of(snapshot(one), snapshot(printer(new Target.Local()))));
        board.look(List.of(snapshot(one), snapshot(printer(new Target.Simulated("x")), ROUTER)));
        board.look(List.of(snapshot(one, ROUTER), snapshot(two, ROUTER)));
        board.look(List.of(snapshot(one, Fact.absent("gateway.address")), snapshot(two)));
        board.look(List.of());
        assertThat(witness.watched)
                .containsExactly("[" + CLOUD + "] []", "[" + CLOUD + "] [192.168.1.1]", "[] []");
    }

    @Test
    void theRouterOfAPiInAnotherNetworkIsNotOurs() {
        board.look(List.of(snapshot(printer(ssh("203.0.113.9")), ROUTER)));
        assertThat(witness.watched).containsExactly("[" + CLOUD + "] []");
    }

    @Test
    void laysSightingsBesideTheSlotsInWhichTheyFell() {
        Duration cadence = Duration.ofSeconds(10);
        Instant start = NOW.minusSeconds(60);
        // ok, failed, failed, not measured, ok, failed
        var trace =
                new Trace(
                        List.of(
                                new Segment(
                                        cadence,
                                        List.of(
                                                Slot.ok(start, 1),
                                                Slot.failed(start.plusSeconds(10), Phase.CONNECT),
                                                Slot.failed(start.plusSeconds(20), Phase.CONNECT),
                                                Slot.notMeasured(
                                                        start.plusSeconds(30),
                                                        NotMeasured.UNREACHABLE_FROM_HERE),
                                                Slot.ok(start.plusSeconds(40), 1))),
                                new Segment(
                                        cadence,
                                        List.of(Slot.failed(start.plusSeconds(50), Phase.DNS)))));
        String t = "connect.timeout";
        witness.testimonies =
                List.of(
                        testimony(
                                Witness.Place.ROUTER, "192.168.1.1", cadence, "", t, "", t, t, ""),
                        testimony(
                                Witness.Place.SERVER, CLOUD, cadence, t, "", "", t, t, t, "", ""));
        WitnessView view = board.of(printer(ssh("octopi.local")), List.of(ROUTER), trace);
        assertThat(view.rows())
                .containsExactly(
                        new WitnessRow(
                                WitnessRow.Place.ROUTER,
                                "192.168.1.1",
                                6,
                                3,
                                0,
                                t,
                                new JointCounts(3, 1),
                                new JointCounts(2, 1)),
                        new WitnessRow(
                                WitnessRow.Place.SERVER,
                                CLOUD,
                                8,
                                4,
                                0,
                                t,
                                new JointCounts(3, 2),
                                new JointCounts(2, 0)));
        assertThat(view.facts())
                .containsExactly(
                        Fact.known("witness.router", "3 of 6 answered, last connect.timeout", null),
                        Fact.notChecked("witness.internet", "no answer from here so far"),
                        Fact.known(
                                "witness.server", "4 of 8 answered, last connect.timeout", null));
    }

    @Test
    void theInternetFailedOnlyWhenAllReferencesDid() {
        Duration apart = Duration.ofSeconds(30);
        String t = "connect.timeout";
        witness.testimonies =
                List.of(
                        testimony(Witness.Place.REFERENCE, "1.1.1.1", apart, t, t, "", t),
                        testimony(Witness.Place.REFERENCE, "9.9.9.9", apart, "", "", t));
        WitnessView view = board.of(printer(ssh("octopi.local")), List.of(), Trace.EMPTY);
        WitnessRow internet = view.rows().getFirst();
        assertThat(internet.name()).isEqualTo("1.1.1.1, 9.9.9.9");
        assertThat(internet.measured()).as("of the first look there is but one").isEqualTo(3);
        assertThat(internet.failed()).isEqualTo(1);
        assertThat(internet.failedInARow()).isEqualTo(1);

        var alone = new WitnessBoard(witness, () -> NOW.plusSeconds(30));
        witness.testimonies = witness.testimonies.subList(0, 1);
        assertThat(alone.of(printer(ssh("octopi.local")), List.of(), Trace.EMPTY).rows())
                .as("one alone is never judged by")
                .isEmpty();
        alone.close();
    }

    @Test
    void onlyTwoHoursCountAndOfPrintersHereNothing() {
        String[] day = IntStream.range(0, 2_880).mapToObj(_ -> "").toArray(String[]::new);
        witness.testimonies =
                List.of(testimony(Witness.Place.SERVER, CLOUD, Duration.ofSeconds(30), day));
        Printer far = printer(ssh("octopi.local"));
        for (int i = 0; i < 20; i++) {
            assertThat(board.of(far, List.of(), Trace.EMPTY).rows().getFirst().measured())
                    .isEqualTo(240);
        }
        assertThat(witness.asked).as("copies within a second").isEqualTo(1);
        assertThat(board.of(snapshot(printer(new Target.Local())))).isEqualTo(WitnessView.NONE);
        assertThat(WitnessView.NONE.facts()).isEmpty();
    }

    @Test
    void aReportHasItAmongTheFactsAndNowhereElse() {
        witness.testimonies =
                List.of(
                        testimony(
                                Witness.Place.SERVER,
                                CLOUD,
                                Duration.ofSeconds(30),
                                "",
                                "dns.timeout"));
        SessionSnapshot session = snapshot(printer(ssh("octopi.local")), ROUTER);
        var assembler = new ReportAssembler(statement -> statement.key(), "en", () -> NOW);
        var plain = assembler.assemble(List.of(session)).printers().getFirst();
        var told = assembler.with(board).assemble(List.of(session)).printers().getFirst();
        assertThat(plain.facts()).containsExactly(ROUTER);
        assertThat(told.facts())
                .contains(
                        ROUTER,
                        Fact.known("witness.server", "1 of 2 answered, last dns.timeout", null))
                .hasSize(4);
        assertThat(told.coverage()).isEqualTo(plain.coverage());
        assertThat(told.findings()).isEqualTo(plain.findings());
    }
}
