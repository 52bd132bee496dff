package dev.linkscope.ui.shell;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApi;
import java.util.List;
import java.util.Optional;

/** A farm without printers, to draw the first start while others are watched. */
final class NoPrinters implements FarmControl {
    @Override
    public long revision() {
        return 0;
    }

    @Override
    public List<SessionSnapshot> snapshots() {
        return List.of();
    }

    @Override
    public Optional<SessionSnapshot> snapshot(PrinterId id) {
        return Optional.empty();
    }

    @Override
    public void add(Printer printer, LinkQuestions questions) {}

    @Override
    public void remove(PrinterId id) {}

    @Override
    public void retry(PrinterId id, LinkQuestions questions) {}

    @Override
    public void learned(PrinterId id, PrinterApi.Reading reading) {}

    @Override
    public void recalled(PrinterId id, List<PastRecord> logs) {}

    @Override
    public void learned(PrinterId id, PluginReport report) {}

    @Override
    public void witnessed(PrinterId id, List<WitnessRow> rows) {}
}
