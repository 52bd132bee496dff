package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much all printers together may ask of one server host. Beyond it the cadences of the probes
 * of the server grow, all by the same factor. A printer alone keeps the cadence that the user
 * chose. Made-up printers ask nobody.
 */
final class ServerBudget {
    /**
     * Stretches are multiples of a twentieth, so that one printer more rarely changes a cadence.
     */
    private static final int STEPS = 20;

    private final double requestsPerSecond;

    /** At most so many requests a second to one host. */
    ServerBudget(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    /**
     * The pace of each printer.
     *
     * @param endless whether they are measured without end; a short measurement makes so few
     *     requests beside those of its pane that they do not count
     */
    Map<PrinterId, Pace> paces(Collection<Printer> printers, boolean endless) {
        Map<String, List<Printer>> byHost =
                printers.stream()
                        .filter(printer -> !(printer.target() instanceof Target.Simulated))
                        .collect(Collectors.groupingBy(printer -> host(printer.server())));
        Map<PrinterId, Pace> paces = new HashMap<>();
        for (List<Printer> together : byHost.values()) {
            double rate = together.stream().mapToDouble(printer -> rate(printer, endless)).sum();
            boolean alone = together.size() == 1;
            // For a while, the owner of a server may ask it as often as he says.
            boolean asTold = !endless && Nearby.is(together.getFirst().server());
            double stretch = alone || asTold ? 1 : stretch(rate);
            together.forEach(
                    printer -> paces.put(printer.id(), new Pace(stretch, together.size())));
        }
        return paces;
    }

    private double stretch(double rate) {
        // A rounding error must not cost a whole step.
        double steps = Math.ceil(rate / requestsPerSecond * STEPS - 1e-9);
        return Math.max(1, steps / STEPS);
    }

    private static double rate(Printer printer, boolean endless) {
        double ofPane = 1000.0 / printer.cadence().toMillis();
        return endless ? ofPane + ProbePlan.FURTHER_SERVER_REQUESTS_PER_SECOND : ofPane;
    }

    /** The host; what cannot be read stands for itself. */
    static String host(TargetUrl url) {
        try {
            String host = URI.create(url.value()).getHost();
            return (host == null ? url.display() : host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return url.display();
        }
    }
}
