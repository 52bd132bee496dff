package dev.linkscope.engine.fix;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.FakeSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A farm whose printers are there, and that remembers which changes are watched. */
final class ShownFarm extends AddedPrinters {
    private final Map<PrinterId, SessionSnapshot> shown = new LinkedHashMap<>();
    private Set<PrinterId> watched = Set.of();

    synchronized void show(SessionSnapshot snapshot) {
        shown.put(snapshot.printer().id(), snapshot);
    }

    @Override
    public void add(Printer printer, LinkQuestions questions) {
        show(FakeSnapshots.connecting(printer));
    }

    @Override
    public synchronized List<SessionSnapshot> snapshots() {
        return List.copyOf(shown.values());
    }

    @Override
    public synchronized Optional<SessionSnapshot> snapshot(PrinterId id) {
        return Optional.ofNullable(shown.get(id));
    }

    @Override
    public synchronized void watchFixes(Set<PrinterId> printers) {
        watched = Set.copyOf(printers);
    }

    synchronized Set<PrinterId> watched() {
        return watched;
    }
}
