package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.util.Comparator;
import java.util.Optional;

/** A circumstance under which outages of the server pane begin more often than at other times. */
final class Circumstance {
    private static final Threshold CHANCE =
            new Threshold(0.01, "", "own limit: 1 in 100, because several circumstances are tried");

    /** With fewer a single one decides. */
    private static final int OUTAGES = 3;

    private static final double ODDS = 2;
    private static final String HOUR = "hour.";

    private Circumstance() {}

    /** The coincidence, if it is no accident. */
    static Optional<Coincidence> telling(PrinterCase printer, String factor) {
        return printer.coincidence(factor).filter(Circumstance::telling).findFirst();
    }

    /** The hour of the day in which outages begin most clearly. */
    static Optional<Coincidence> hour(PrinterCase printer) {
        return printer.coincidences().stream()
                .filter(one -> one.factor().startsWith(HOUR))
                .filter(Circumstance::telling)
                .min(Comparator.comparingDouble(Coincidence::pValue));
    }

    /** Adds it as a weak clue with its figures. */
    static void weigh(Clues clues, PrinterCase printer, String factor) {
        telling(printer, factor)
                .ifPresent(one ->
                        clues.weak(
                                "coincidence",
                                Statement.of(
                                        "clue.together." + factor,
                                        one.outagesWith(),
                                        one.outages(),
                                        one.shareOfTime()),
                                one.pValue(),
                                CHANCE));
    }

    /** Adds the hour as a weak clue with its figures. */
    static void weighHour(Clues clues, PrinterCase printer) {
        hour(printer)
                .ifPresent(one ->
                        clues.weak(
                                "coincidence",
                                Statement.of(
                                        "clue.together.hour",
                                        one.outagesWith(),
                                        one.outages(),
                                        hourOf(one)),
                                one.pValue(),
                                CHANCE));
    }

    /** The hour, such as {@code 3}. */
    static String hourOf(Coincidence one) {
        return one.factor().substring(HOUR.length());
    }

    private static boolean telling(Coincidence one) {
        Double odds = one.oddsRatio();
        // Undefined odds: every outage began under it, or it prevailed all the time.
        boolean more = odds == null ? one.outagesWith() == one.outages() : odds >= ODDS;
        return one.pane().equals("server")
                && one.outagesWith() >= OUTAGES
                && more
                && one.shareOfTime() < 1
                && one.pValue() <= CHANCE.value();
    }
}
