package dev.linkscope.rules.network;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.util.function.ToIntFunction;

/**
 * What is lost farther away beyond what is lost on the way to the router anyway: whoever asks
 * farther loses at least that. All attempts count, whatever became of the server meanwhile.
 *
 * @param asked farther questions
 * @param lost those left unanswered
 * @param nearAsked questions to the router
 * @param nearLost those left unanswered at the first try: farther ones have but one
 */
record Losses(int asked, int lost, int nearAsked, int nearLost) {
    /** Below it nothing was lost farther away. */
    static final Threshold EXCESS =
            new Threshold(0.05, "", "Obico, connectivity error report: below 5 % no problem");

    /** Deviations of the difference of two shares by chance. */
    private static final Threshold CHANCE =
            new Threshold(3, "", "NIST/SEMATECH e-Handbook 7.3.3: two proportions; 1 in 700");

    /** Losses of the probes of a kind that the router's do not explain. */
    static Losses of(PrinterCase printer, ProbeKind kind, ToIntFunction<ProbeTally> lost) {
        return new Losses(
                printer.probes(kind).mapToInt(ProbeTally::measured).sum(),
                printer.probes(kind).mapToInt(lost).sum(),
                routers(printer, ProbeTally::measured),
                routers(printer, router -> router.failed() + router.retried()));
    }

    private static int routers(PrinterCase printer, ToIntFunction<ProbeTally> count) {
        // A router that never answers anybody's questions tells nothing of the way to it.
        return printer.probes(ProbeKind.GATEWAY)
                .filter(router -> router.failed() < router.measured())
                .mapToInt(count)
                .sum();
    }

    /** Share of the questions that came past the router and were lost then; 0 without any. */
    double excess() {
        double near = nearAsked == 0 ? 0 : (double) nearLost / nearAsked;
        return asked == 0 || near >= 1 ? 0 : ((double) lost / asked - near) / (1 - near);
    }

    /** Whether more is lost farther away, and not by chance. */
    boolean beyond() {
        if (excess() < EXCESS.value()) {
            return false;
        }
        if (nearAsked == 0) {
            return true;
        }
        double all = (double) (lost + nearLost) / (asked + nearAsked);
        double deviation = Math.sqrt(all * (1 - all) * (1.0 / asked + 1.0 / nearAsked));
        double near = (double) nearLost / nearAsked;
        return (double) lost / asked - near > CHANCE.value() * deviation;
    }
}
