package dev.linkscope.ui.preferences;

import dev.linkscope.domain.printer.PrinterId;
import java.time.Duration;
import java.util.Map;

/** How often the printers are measured. Window's thread only. */
public interface EveryPrinter {
    /** There is none. */
    EveryPrinter NONE =
            new EveryPrinter() {
                @Override
                public Map<PrinterId, Duration> cadences() {
                    return Map.of();
                }

                @Override
                public void measure(Map<PrinterId, Duration> cadences) {}
            };

    /** Time between attempts of those whose cadence can be changed. */
    Map<PrinterId, Duration> cadences();

    /** Measures these printers so from now on. Returns at once. */
    void measure(Map<PrinterId, Duration> cadences);
}
