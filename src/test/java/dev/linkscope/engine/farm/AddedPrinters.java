package dev.linkscope.engine.farm;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A farm that remembers which printers it was told to watch, and no more. */
public class AddedPrinters implements FarmControl {
    private final Set<PrinterId> ids = ConcurrentHashMap.newKeySet();

    /** Those that it watches now. */
    public Set<PrinterId> ids() {
        return Set.copyOf(ids);
    }

    @Override
    public void add(Printer printer, LinkQuestions questions) {
        if (!ids.add(printer.id())) {
            throw new IllegalStateException("added twice: " + printer.id());
        }
    }

    @Override
    public void remove(PrinterId id) {
        if (!ids.remove(id)) {
            throw new IllegalStateException("not there: " + id);
        }
    }

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
