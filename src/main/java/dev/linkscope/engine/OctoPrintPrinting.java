package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrintingNow;
import java.util.Optional;

/** Asks the OctoPrint, or Moonraker, that the user signed in with whether it prints. */
public final class OctoPrintPrinting implements PrintingNow {
    private final OctoPrintDesk desk;

    /** Asks with the keys of a desk. */
    public OctoPrintPrinting(OctoPrintDesk desk) {
        this.desk = desk;
    }

    @Override
    public State of(Printer printer) {
        Optional<TargetUrl> octoPrint = desk.addressOf(printer);
        if (octoPrint.isEmpty()) {
            return State.UNKNOWN;
        }
        try (PrinterApi api = desk.open(printer, octoPrint.get())) {
            return api.printing();
        } catch (PrinterApiException e) {
            return State.UNKNOWN;
        }
    }
}
