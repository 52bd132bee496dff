package dev.linkscope.engine.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApi;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The printers of a report that was opened, on a computer that may never have seen them. Nothing is
 * measured and nothing connects: whatever would change anything does nothing and says so.
 * Immutable.
 */
public final class ReopenedFarm implements FarmControl {
    private static final Statement READ_ONLY = Statement.of("opened.read_only");

    private final Map<PrinterId, PrinterReport> printers = new LinkedHashMap<>();
    private final Map<PrinterId, SessionSnapshot> snapshots = new LinkedHashMap<>();
    private final FarmView view;
    private final Consumer<Statement> refused;

    /**
     * The farm of a report. Draws the curves, which takes a while for many printers: not for the
     * window's thread.
     *
     * @param refused told, on the thread that asked, that something was not done
     */
    public ReopenedFarm(Report report, Consumer<Statement> refused) {
        this.refused = refused;
        for (PrinterReport printer : report.printers()) {
            PrinterId id = free(idOf(printer.id()));
            printers.put(id, printer);
            snapshots.put(id, new ReopenedPrinter(printer, id, report).snapshot());
        }
        view = ReopenedView.of(report, snapshots);
    }

    /**
     * The id under which a printer of a report is shown: its own, or for one that is none, such as
     * a file's name, one made of it.
     */
    static PrinterId idOf(String written) {
        try {
            return new PrinterId(UUID.fromString(written));
        } catch (IllegalArgumentException notOurs) {
            return named(written);
        }
    }

    /** Two printers of a strange report may have the same id: the second gets another. */
    private PrinterId free(PrinterId wanted) {
        PrinterId id = wanted;
        while (snapshots.containsKey(id)) {
            id = named(id + "'");
        }
        return id;
    }

    private static PrinterId named(String name) {
        return new PrinterId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the printers had in common, as the report tells. */
    public FarmView view() {
        return view;
    }

    /** The printers of the report with these ids, in this order. */
    List<PrinterReport> reported(List<PrinterId> ids) {
        return ids.stream().flatMap(id -> Optional.ofNullable(printers.get(id)).stream()).toList();
    }

    @Override
    public long revision() {
        return 1;
    }

    @Override
    public List<SessionSnapshot> snapshots() {
        return List.copyOf(snapshots.values());
    }

    @Override
    public Optional<SessionSnapshot> snapshot(PrinterId id) {
        return Optional.ofNullable(snapshots.get(id));
    }

    private void refuse() {
        refused.accept(READ_ONLY);
    }

    @Override
    public void add(Printer printer, LinkQuestions questions) {
        refuse();
    }

    @Override
    public void addAll(List<Printer> wanted, Function<Printer, LinkQuestions> questions) {
        if (!wanted.isEmpty()) {
            refuse();
        }
    }

    @Override
    public void remove(PrinterId id) {
        refuse();
    }

    @Override
    public void retry(PrinterId id, LinkQuestions questions) {
        refuse();
    }

    @Override
    public void relabel(PrinterId id, Labels labels) {
        refuse();
    }

    @Override
    public void remeasure(Printer printer, LinkQuestions questions) {
        refuse();
    }

    @Override
    public void learned(PrinterId id, PrinterApi.Reading reading) {
        refuse();
    }

    @Override
    public void recalled(PrinterId id, List<PastRecord> logs) {
        refuse();
    }

    @Override
    public void learned(PrinterId id, PluginReport report) {
        refuse();
    }

    @Override
    public void witnessed(PrinterId id, List<WitnessRow> rows) {
        refuse();
    }
}
