package dev.linkscope.demo;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Twenty-four made-up printers: one of each illness, six more in the attic, whose access point is
 * bad, and six healthy ones more. Their links behave like real ones; all they measure is a pure
 * function of the seed, the printer's id and the time since the farm was made. No thread and no
 * memory is kept for a printer. Thread-safe.
 */
public final class SimulatedFarm {
    private final SimulatedTime time;
    private final Dice dice;

    /**
     * A farm that starts now, with up to two hours of history.
     *
     * @param clock read once, for the wall clock at the start
     * @param nanoTime monotonic nanoseconds, such as {@link System#nanoTime}
     * @param seed another seed gives other chance
     * @param speed simulated time for real time, above 0: 1 is real time, 10 for a bench. Leases
     *     stay in real time; the simulated wall clock runs ahead of the real one
     */
    public SimulatedFarm(InstantSource clock, LongSupplier nanoTime, long seed, double speed) {
        this.time = new SimulatedTime(clock.instant(), nanoTime, speed);
        this.dice = new Dice(seed);
    }

    /** The printers; their ids are the same in every farm. */
    public List<Printer> printers() {
        return Scenarios.ALL.stream().map(Scenario::printer).toList();
    }

    /**
     * A link to a simulated printer. Printers with another id than those of {@link #printers()} may
     * use a scenario too, any number of them, and get a chance of their own.
     *
     * <p>A scenario that this version does not know shows when the link is opened, as {@link
     * FailureCode#BAD_ADDRESS}.
     *
     * @throws IllegalArgumentException if the target is not simulated
     */
    public AgentLink link(Printer printer) {
        if (!(printer.target() instanceof Target.Simulated simulated)) {
            throw new IllegalArgumentException("not a simulated printer: " + printer.name());
        }
        String shown = simulated.display();
        Scenario scenario = Scenarios.named(simulated.scenario()).orElse(null);
        if (scenario == null) {
            return (request, progress) -> {
                Failure failure = Failure.of(FailureCode.BAD_ADDRESS, shown);
                throw new LinkException(failure, ConnectStep.RESOLVE, null);
            };
        }
        return new SimulatedLink(new SimulatedPi(scenario, printer, dice), time, shown);
    }
}
