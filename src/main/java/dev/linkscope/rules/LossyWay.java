package dev.linkscope.rules;

import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import java.util.Optional;

/**
 * What is lost already on the way to the router, here and there, whether the server fails or not:
 * everybody farther away loses at least that, and is not to blame for it.
 */
public final class LossyWay {
    /** Below it the losses of the way do not explain that attempts fail. */
    public static final Threshold LOST =
            new Threshold(
                    0.03, "", "own limit: TCP and second questions hide fewer, RFC 6298 and 1035");

    /** From this share on of what is lost while the server fails, as much is lost between. */
    public static final Threshold ALIKE =
            new Threshold(0.5, "", "own limit: half as often is no outage, but a lossy way");

    /** Fewer may be accidents. */
    private static final int FEW = 3;

    private static final int LOOKS = 20;

    /** Round trips that an attempt at the server needs: name, connection, encryption, reply. */
    private static final int ROUND_TRIPS = 4;

    private final Optional<ProbeTally> router;
    private final double errorRate;

    /** As far as the router was asked; a router that answers nobody tells nothing. */
    public LossyWay(PrinterCase printer) {
        router =
                printer.probe(ProbeKind.GATEWAY)
                        .filter(one -> one.measured() >= LOOKS && one.failed() < one.measured());
        Double rate = printer.server().figures().errorRate();
        errorRate = rate == null ? 0 : rate;
    }

    /** Questions to the router, and those that were lost at the first try. */
    public JointCounts counts() {
        return router.map(one -> new JointCounts(one.measured(), one.failed() + one.retried()))
                .orElse(JointCounts.NONE);
    }

    /** Whether nobody knows. */
    public boolean unknown() {
        return router.isEmpty();
    }

    /** Whether so much is lost there, and not in one go. */
    public boolean loses() {
        JointCounts counts = counts();
        return counts.failed() >= FEW && counts.share() > LOST.value() && scattered();
    }

    /**
     * Whether attempts at the server fail no more often than what is lost explains, if one lost
     * round trip is enough; if they do, something else is at work besides.
     */
    public boolean explains() {
        return loses() && errorRate <= 1 - Math.pow(1 - counts().share(), ROUND_TRIPS);
    }

    /**
     * A question that is answered a moment later was lost by itself, and so is what is lost as
     * often while the server answers. At either end of an outage there is some of both.
     */
    private boolean scattered() {
        if (router.isEmpty()) {
            return false;
        }
        ProbeTally asked = router.get();
        JointCounts between = asked.beside().serverOk();
        JointCounts failing = asked.beside().serverFailing();
        boolean alike =
                failing.measured() == 0 || between.share() >= ALIKE.value() * failing.share();
        return (asked.retried() >= FEW && asked.retried() >= asked.failed())
                || (between.failed() >= FEW && between.share() > LOST.value() && alike);
    }
}
