package dev.linkscope.ui;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A farm whose snapshots are made by hand; records what it was told. */
public final class FakeFarm implements FarmControl {
    private final Map<PrinterId, SessionSnapshot> snapshots = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<PrinterId, LinkQuestions> questions = new LinkedHashMap<>();
    private long revision;

    /** Puts a snapshot in, in place of the printer's older one. */
    public synchronized void put(SessionSnapshot snapshot) {
        revision++;
        snapshots.put(snapshot.printer().id(), FakeSnapshots.revised(snapshot, revision));
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public synchronized List<SessionSnapshot> snapshots() {
        return new ArrayList<>(snapshots.values());
    }

    @Override
    public synchronized Optional<SessionSnapshot> snapshot(PrinterId id) {
        return Optional.ofNullable(snapshots.get(id));
    }

    @Override
    public synchronized void add(Printer printer, LinkQuestions asked) {
        calls.add("add " + printer.name());
        questions.put(printer.id(), asked);
        put(FakeSnapshots.connecting(printer));
    }

    @Override
    public synchronized void remove(PrinterId id) {
        SessionSnapshot gone = snapshots.remove(id);
        calls.add("remove " + (gone == null ? "nothing" : gone.printer().name()));
        revision++;
    }

    @Override
    public synchronized void retry(PrinterId id, LinkQuestions asked) {
        calls.add("retry " + snapshots.get(id).printer().name());
        questions.put(id, asked);
    }

    @Override
    public synchronized void remeasure(Printer printer, LinkQuestions asked) {
        calls.add("remeasure " + printer.name() + " " + printer.cadence());
    }

    /** Whether the past of a printer can be forgotten. */
    public volatile boolean forgets = true;

    @Override
    public synchronized void forgetPast(PrinterId id, LinkQuestions asked, Consumer<Boolean> told) {
        Printer printer = snapshots.get(id).printer();
        calls.add("forget the past of " + printer.name());
        if (forgets) {
            put(FakeSnapshots.connecting(printer));
        }
        told.accept(forgets);
    }

    @Override
    public synchronized void relabel(PrinterId id, Labels labels) {
        Printer printer = snapshots.get(id).printer();
        calls.add("relabel " + printer.name() + " " + labels.group() + " " + labels.tags());
        put(FakeSnapshots.connecting(printer.withLabels(labels)));
    }

    @Override
    public synchronized void learned(PrinterId id, PrinterApi.Reading reading) {
        calls.add("learned " + reading.facts().size() + " facts");
    }

    @Override
    public synchronized void recalled(PrinterId id, List<PastRecord> logs) {
        calls.add("recalled " + logs.size() + " logs");
    }

    @Override
    public synchronized void learned(PrinterId id, PluginReport report) {
        calls.add("learned the plugin's report");
    }

    @Override
    public synchronized void witnessed(PrinterId id, List<WitnessRow> rows) {
        calls.add("witnessed " + rows.size() + " places");
    }

    /** What it was told, in order. */
    public List<String> calls() {
        return calls;
    }

    /** Who is asked for a printer. */
    public synchronized LinkQuestions questions(PrinterId id) {
        return questions.get(id);
    }
}
