package dev.linkscope.demo;

import dev.linkscope.demo.Scenario.Trait;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The computer of one simulated printer: its boots, its chance, and what fails when. */
final class SimulatedPi {
    private static final Duration OFF_AT = Duration.ofMinutes(6);
    private static final Duration BACK_AT = Duration.ofSeconds(450);
    private static final Duration LAST_START = Duration.ofMinutes(-70);

    private final Scenario scenario;
    private final Dice dice;
    private final List<Boot> boots;

    /**
     * @param printer its id makes the chance of two printers of one scenario differ
     * @param farm dice of the whole farm
     */
    SimulatedPi(Scenario scenario, Printer printer, Dice farm) {
        this.scenario = scenario;
        UUID id = printer.id().value();
        this.dice = farm.with(id.getMostSignificantBits()).with(id.getLeastSignificantBits());
        this.boots = scenario.has(Trait.REBOOTS) ? restarting() : steady(dice);
    }

    /** What is wrong with it. */
    Scenario scenario() {
        return scenario;
    }

    /** Its chance. */
    Dice dice() {
        return dice;
    }

    /** The boot that it runs in at that time; null while it is off. */
    @Nullable Boot bootAt(long atMillis) {
        for (Boot boot : boots) {
            if (boot.covers(atMillis)) {
                return boot;
            }
        }
        return null;
    }

    /** How an attempt of a slot due at that time fails; null if it succeeds. */
    @Nullable Fault faultAt(ProbeKind kind, long atMillis) {
        List<Illness> illnesses = scenario.illnesses();
        for (int i = 0; i < illnesses.size(); i++) {
            Fault fault = illnesses.get(i).strike(kind, atMillis, dice.with(i));
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Whether an illness of its own has hold of it at that time. */
    boolean ailing(Illness illness, long atMillis) {
        int index = scenario.illnesses().indexOf(illness);
        return index >= 0 && illness.spell().holds(atMillis, dice.with(index));
    }

    private static List<Boot> steady(Dice dice) {
        long uptime =
                dice.with("uptime")
                        .between(Duration.ofDays(2).toMillis(), Duration.ofDays(20).toMillis());
        return List.of(new Boot(1, -uptime, Long.MAX_VALUE));
    }

    private static List<Boot> restarting() {
        return List.of(
                new Boot(1, LAST_START.toMillis(), OFF_AT.toMillis()),
                new Boot(2, BACK_AT.toMillis(), Long.MAX_VALUE));
    }
}
