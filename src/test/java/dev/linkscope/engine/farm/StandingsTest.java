package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmStanding.Figure;
import dev.linkscope.engine.farm.FarmStanding.Kind;
import dev.linkscope.engine.farm.FarmStanding.Tie;
import dev.linkscope.ui.FakeFarmView;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final SessionSnapshot OWN =
            with(FakeSnapshots.bursts(FakeSnapshots.printer("Prusa-07"), 7), "-81", "a1");

    private static SessionSnapshot with(SessionSnapshot session, String signal, String point) {
        return FakeSnapshots.told(
                session,
                List.of(
                        Fact.known("link.kind", "wifi", null),
                        Fact.known("wifi.signal", signal, "dBm"),
                        Fact.known("wifi.access_point", point, null),
                        Fact.known("gateway.address", "192.168.1.1", null)),
                List.of());
    }

    private static List<SessionSnapshot> farm() {
        var farm = new ArrayList<SessionSnapshot>();
        farm.add(OWN);
        for (int i = 0; i < 5; i++) {
            farm.add(
                    with(
                            FakeSnapshots.healthy("Ender-0" + i, i),
                            Integer.toString(-50 - i),
                            i < 2 ? "a1" : "b2"));
        }
        return farm;
    }

    private static Figure figure(FarmStanding standing, Kind kind) {
        return standing.figures().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPrinterIsComparedWithTheQuartilesOfTheOthers() {
        FarmStanding standing = Standings.of(OWN, farm(), FarmView.NONE);
        assertThat(standing.others()).isEqualTo(5);
        Figure signal = figure(standing, Kind.SIGNAL);
        assertThat(signal.own()).isEqualTo(-81);
        assertThat(signal.spread().low()).isEqualTo(-53);
        assertThat(signal.spread().median()).isEqualTo(-52);
        assertThat(signal.spread().high()).isEqualTo(-51);
        assertThat(signal.better()).isEqualTo(5);
        assertThat(signal.striking()).isTrue();
        assertThat(figure(standing, Kind.RATE).striking()).isTrue();
        // 720 slots of 10 s, of which 40 were not measured.
        double days = 680 * 10 / 86_400.0;
        assertThat(figure(standing, Kind.OUTAGES_PER_DAY).own())
                .isCloseTo(OWN.server().figures().outages().size() / days, within(1e-9));
        assertThat(figure(standing, Kind.ANSWER).striking()).isFalse();
    }

    @Test
    void whatItHangsOnIsSharedWithThoseThatHangOnTheSame() {
        FarmStanding standing = Standings.of(OWN, farm(), FarmView.NONE);
        assertThat(standing.ties())
                .extracting(Tie::place)
                .containsExactly("access_point", "gateway");
        assertThat(standing.ties().getFirst().names()).containsExactly("Ender-00", "Ender-01");
        assertThat(standing.ties().getFirst().failing()).isZero();
        assertThat(standing.ties().getLast().names()).hasSize(5);
    }

    @Test
    void madeUpPrintersAreNoYardstickForRealOnes() {
        var madeUp =
                FakeSnapshots.bursts(
                        FakeSnapshots.printer("Demo", new Target.Simulated("weak-wifi")), 1);
        assertThat(Standings.of(OWN, List.of(OWN, madeUp), FarmView.NONE).others()).isZero();
        assertThat(Standings.of(OWN, List.of(OWN), FarmView.NONE).figures())
                .allMatch(figure -> figure.spread() == null && !figure.striking());
    }

    @Test
    void aQuarterOfAnHourGivesNoOutagesADay() {
        SessionSnapshot young =
                FakeSnapshots.measuring(
                        FakeSnapshots.printer("Young"),
                        new FakePane(1, 90).outage(10, 20).snapshot("a", FakeSnapshots.NOW),
                        null);
        assertThat(figure(Standings.of(young, farm(), FarmView.NONE), Kind.OUTAGES_PER_DAY).own())
                .isNull();
    }

    @Test
    void onlySharedOutagesThatItTookPartInCount() {
        FarmView view =
                FakeFarmView.of(
                        FakeSnapshots.NOW.minusSeconds(600),
                        FakeSnapshots.NOW.minusSeconds(500),
                        List.of(OWN.printer().id()),
                        6,
                        Map.of());
        assertThat(Standings.of(OWN, farm(), view).shared()).hasSize(1);
        assertThat(Standings.of(farm().getLast(), farm(), view).shared()).isEmpty();
    }
}
