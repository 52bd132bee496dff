package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerBudgetTest {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private final ServerBudget budget = new ServerBudget(2);

    private static Printer printer(Target target, String server, Duration cadence) {
        return new Printer(PrinterId.random(), "p", target, new TargetUrl(server), null, cadence);
    }

    private static List<Printer> farm(int size, String server, Duration cadence) {
        return IntStream.range(0, size)
                .mapToObj(i -> printer(new Target.Ssh("pi" + i, null, null, null), server, cadence))
                .toList();
    }

    /** Requests a second of all probes of the server, by what the agents are really asked. */
    private static double rate(List<Printer> printers, Map<PrinterId, Pace> paces) {
        double rate = 0;
        for (Printer printer : printers) {
            for (ProbeSpec probe :
                    SessionPlan.WATCH.probes(printer, paces.get(printer.id()), Duration.ZERO)) {
                double slots = 1000.0 / probe.cadence().toMillis();
                rate +=
                        switch (probe.kind()) {
                            case SERVER_HTTP, SERVER_WS -> slots;
                            // Both families, and two more questions.
                            case SERVER_PATHS -> 4 * slots / probe.every();
                            default -> 0;
                        };
            }
        }
        return rate;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 16, 28, 60, 200})
    void aFarmNeverAsksMoreThanItMay(int size) {
        List<Printer> printers = farm(size, "https://app.obico.io", CADENCE);
        Map<PrinterId, Pace> paces = budget.paces(printers, true);
        double rate = rate(printers, paces);
        assertThat(rate).isLessThanOrEqualTo(2.0001);
        boolean stretched = paces.get(printers.getFirst().id()).stretches();
        assertThat(stretched).isEqualTo(size * 0.13 > 2);
        if (stretched) {
            // Not more than it has to be.
            assertThat(rate).isGreaterThan(1.9);
        }
    }

    @Test
    void everyPrinterOfAServerIsStretchedAlike() {
        var printers = new ArrayList<>(farm(40, "https://app.obico.io", CADENCE));
        printers.addAll(farm(10, "https://APP.obico.io:443/", Duration.ofSeconds(5)));
        List<Printer> others = farm(3, "http://192.168.1.9:3334", CADENCE);
        printers.addAll(others);
        Map<PrinterId, Pace> paces = budget.paces(printers, true);
        assertThat(printers.subList(0, 50).stream().map(p -> paces.get(p.id())).distinct())
                .singleElement()
                .satisfies(pace -> assertThat(pace.printers()).isEqualTo(50));
        assertThat(others).allSatisfy(p -> assertThat(paces.get(p.id()).stretches()).isFalse());
    }

    @Test
    void aPrinterAloneAndAShortMeasurementKeepWhatTheUserChose() {
        List<Printer> one = farm(1, "https://x", Duration.ofMillis(500));
        assertThat(budget.paces(one, true).get(one.getFirst().id())).isEqualTo(Pace.ALONE);
        List<Printer> four = farm(4, "https://x", Duration.ofSeconds(2));
        assertThat(budget.paces(four, false).get(four.getFirst().id()).stretches()).isFalse();
        List<Printer> ten = farm(10, "https://x", Duration.ofSeconds(2));
        assertThat(budget.paces(ten, false).get(ten.getFirst().id()).stretch()).isEqualTo(2.5);
    }

    @Test
    void madeUpPrintersAskNobody() {
        var printers = new ArrayList<>(farm(15, "https://app.obico.io", CADENCE));
        for (int i = 0; i < 100; i++) {
            printers.add(printer(new Target.Simulated("x"), "https://app.obico.io", CADENCE));
        }
        Map<PrinterId, Pace> paces = budget.paces(printers, true);
        assertThat(paces).hasSize(15);
        assertThat(paces.values()).noneMatch(Pace::stretches);
    }

    @Test
    void twoHundredAgentsNeverFireTogetherAndASinglePrinterBeginsAtOnce() {
        Printer printer = farm(1, "https://app.obico.io", CADENCE).getFirst();
        for (ProbeSpec probe : SessionPlan.WATCH.probes(printer, Pace.ALONE, Duration.ZERO)) {
            assertThat(probe.spread()).isZero();
        }
        for (ProbeSpec probe :
                SessionPlan.WATCH.probes(printer, new Pace(13, 200), Duration.ZERO)) {
            Duration wide = Duration.ofSeconds(50);
            boolean longer = probe.cadence().compareTo(wide) > 0;
            assertThat(probe.spread()).isEqualTo(longer ? wide : probe.cadence());
        }
        assertThat(
                        SessionPlan.measureFor(Duration.ofSeconds(60))
                                .probes(printer, new Pace(1, 20), Duration.ofSeconds(60)))
                .allSatisfy(probe -> assertThat(probe.spread()).isZero())
                .filteredOn(probe -> probe.kind() == ProbeKind.SERVER_HTTP)
                .singleElement()
                .satisfies(probe -> assertThat(probe.slots()).isEqualTo(6));
    }
}
