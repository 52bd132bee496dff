package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.octoprint.Calls;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether OctoPrint prints: by the word that it has for it, else by its flags. */
public final class JobState {
    private static final List<String> BUSY =
            List.of("printing", "paused", "pausing", "resuming", "cancelling", "finishing");

    private JobState() {}

    /** Asks now. */
    public static PrintingNow.State of(Calls calls) throws PrinterApiException {
        for (Fact fact : ReadingFacts.ofJob(calls.get("/api/job"))) {
            if (fact.key().equals("octoprint.printing") && fact.status() == FactStatus.KNOWN) {
                return "true".equals(fact.value())
                        ? PrintingNow.State.PRINTING
                        : PrintingNow.State.IDLE;
            }
        }
        return byFlags(calls);
    }

    /** Words of newer versions are not known here; flags say the same in all of them. */
    private static PrintingNow.State byFlags(Calls calls) throws PrinterApiException {
        JsonNode flags;
        try {
            flags = calls.get("/api/printer").path("state").path("flags");
        } catch (PrinterApiException e) {
            if (e.problem() == Problem.NOT_THERE) {
                // 409: no printer is connected that could print.
                return PrintingNow.State.IDLE;
            }
            throw e;
        }
        if (BUSY.stream().anyMatch(flag -> flags.path(flag).asBoolean(false))) {
            return PrintingNow.State.PRINTING;
        }
        return flags.path("printing").isBoolean()
                ? PrintingNow.State.IDLE
                : PrintingNow.State.UNKNOWN;
    }
}
