package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatedFarmTest {
    private final SimulatedFarm farm =
            new SimulatedFarm(InstantSource.system(), System::nanoTime, 1, 100);
    private final AgentRequest request = Visit.request(0, Visit.CADENCE, Visit.LEASE);

    @Test
    void hasTwentyFourPrintersOneOfThemWithoutCamera() {
        assertThat(farm.printers()).hasSize(24);
        assertThat(farm.printers()).extracting(Printer::name).doesNotHaveDuplicates();
        assertThat(farm.printers()).extracting(Printer::id).doesNotHaveDuplicates();
        assertThat(farm.printers()).extracting(Printer::target).doesNotHaveDuplicates();
        assertThat(farm.printers())
                .filteredOn(printer -> printer.snapshot() == null)
                .extracting(Printer::name)
                .containsExactly("Bambu-09");
    }

    @Test
    void givesThePrintersTheSameIdsInEveryFarm() {
        SimulatedFarm other = new SimulatedFarm(InstantSource.system(), System::nanoTime, 2, 1);

        assertThat(other.printers()).isEqualTo(farm.printers());
    }

    @Test
    void reportsEachStepOfConnectingInOrder() throws LinkException {
        List<ConnectStep> steps = new ArrayList<>();

        farm.link(Visit.printer("healthy"))
                .open(request, (step, detail, took) -> steps.add(step))
                .close();

        assertThat(steps)
                .containsExactlyElementsOf(EnumSet.range(ConnectStep.RESOLVE, ConnectStep.AGENT));
    }

    @Test
    void cannotReachTheUnreachableOne() {
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> open(Visit.printer("unreachable")))
                .satisfies(e -> {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.UNREACHABLE);
                    assertThat(e.step()).isEqualTo(ConnectStep.REACH);
                });
    }

    @Test
    void canBeInterruptedWhileConnecting() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> open(Visit.printer("healthy")))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysWhenItDoesNotKnowAScenario() {
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> open(withTarget(new Target.Simulated("plague"))))
                .satisfies(e -> {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.BAD_ADDRESS);
                    assertThat(e.failure().args()).containsExactly("simulated:plague");
                });
    }

    @Test
    void refusesARealPrinter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> farm.link(withTarget(new Target.Local())));
    }

    private AgentChannel open(Printer printer) throws LinkException {
        return farm.link(printer).open(request, ConnectProgress.NONE);
    }

    private static Printer withTarget(Target target) {
        return new Printer(
                PrinterId.random(), "X", target, Printer.CLOUD, null, Printer.DEFAULT_CADENCE);
    }
}
