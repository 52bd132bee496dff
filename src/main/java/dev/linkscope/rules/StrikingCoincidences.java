package dev.linkscope.rules;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.Severity;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Circumstances under which outages begin more often than by accident: hints, never proofs. */
public final class StrikingCoincidences {
    private static final Threshold CHANCE =
            new Threshold(0.05, "", "R. A. Fisher, Statistical Methods (1925), III: one in twenty");

    /** Fewer outages make no pattern, whatever the figure says. */
    private static final int FEWEST = 3;

    private StrikingCoincidences() {}

    /** The least accidental coincidence of a circumstance with outages of any pane. */
    public static Optional<Coincidence> of(PrinterCase printer, String factor) {
        return striking(printer.coincidence(factor));
    }

    /** The same with outages of one pane. */
    public static Optional<Coincidence> of(PrinterCase printer, String factor, String pane) {
        return striking(printer.coincidence(factor).filter(one -> one.pane().equals(pane)));
    }

    private static Optional<Coincidence> striking(Stream<Coincidence> all) {
        return all.filter(one -> one.outagesWith() >= FEWEST && one.pValue() <= CHANCE.value())
                .filter(StrikingCoincidences::likelier)
                .min(Comparator.comparingDouble(Coincidence::pValue));
    }

    private static boolean likelier(Coincidence one) {
        Double odds = one.oddsRatio();
        return odds == null || odds > 1;
    }

    /** How many outages began under it, as the observation that it is. */
    public static Statement told(Coincidence one) {
        Statement factor = Statement.of("clue.factor." + one.factor());
        Statement pane = Statement.of("clue.together.pane." + one.pane());
        Double odds = one.oddsRatio();
        return odds == null
                ? Statement.of(
                        "clue.together.always",
                        one.outagesWith(),
                        one.outages(),
                        pane,
                        factor,
                        one.shareOfTime())
                : Statement.of(
                        "clue.together",
                        one.outagesWith(),
                        one.outages(),
                        pane,
                        factor,
                        one.shareOfTime(),
                        odds);
    }

    /** Severity of the pane whose outages fell together with it. */
    public static Severity severity(PrinterCase printer, Coincidence one) {
        return printer.panes()
                .filter(pane -> pane.pane().equals(one.pane()))
                .findFirst()
                .map(PaneCase::severity)
                .orElse(Severity.INFO);
    }
}
