package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ui.common.SettingsWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the window can do with printers: each command goes to the farm and, unless the printer is
 * made up, into the settings.
 */
public final class FarmCommands {
    private final FarmControl farm;
    private final SettingsWriter settings;
    private final FarmModel model;
    private final Function<Printer, LinkQuestions> questions;
    private final Supplier<Duration> cadence;
    private final Map<PrinterId, LinkQuestions> answered = new HashMap<>();
    private final Set<PrinterId> leaving = new LinkedHashSet<>();

    /**
     * Commands on this farm.
     *
     * @param questions who is asked when a printer's link needs an answer
     */
    public FarmCommands(
            FarmControl farm,
            SettingsWriter settings,
            FarmModel model,
            Function<Printer, LinkQuestions> questions,
            Supplier<Duration> cadence) {
        this.farm = farm;
        this.settings = settings;
        this.model = model;
        this.questions = questions;
        this.cadence = cadence;
    }

    /** Watches printers that are in the settings already; those watched are left alone. */
    public void watchStored(List<Printer> printers) {
        farm.addAll(
                printers.stream().filter(printer -> farm.snapshot(printer.id()).isEmpty()).toList(),
                this::questionsFor);
    }

    /** Watches a new printer, remembers it and chooses it. */
    public void add(Printer printer) {
        add(printer, questionsFor(printer));
    }

    /** The same with answers that were given while it was tried. */
    public void add(Printer added, LinkQuestions asked) {
        Printer printer = asPreferred(added);
        answered.put(printer.id(), asked);
        farm.add(printer, asked);
        if (isKept(printer)) {
            settings.change(old ->
                    old.withPrinters(
                            Stream.concat(old.printers().stream(), Stream.of(printer)).toList()));
        }
        model.accept(farm.snapshots());
        model.selectedProperty().set(printer.id());
    }

    /**
     * Watches many new printers and remembers them, all at once; those watched already are left
     * alone. The first is chosen.
     *
     * @param asked who is asked about each, with what was answered while it was tried
     */
    public void addAll(List<Printer> printers, Function<Printer, LinkQuestions> asked) {
        List<Printer> fresh =
                printers.stream()
                        .filter(printer -> farm.snapshot(printer.id()).isEmpty())
                        .map(this::asPreferred)
                        .toList();
        if (fresh.isEmpty()) {
            return;
        }
        fresh.forEach(printer -> answered.put(printer.id(), asked.apply(printer)));
        farm.addAll(fresh, this::questionsFor);
        List<Printer> kept = fresh.stream().filter(FarmCommands::isKept).toList();
        settings.change(old ->
                old.withPrinters(Stream.concat(old.printers().stream(), kept.stream()).toList()));
        model.accept(farm.snapshots());
        model.selectedProperty().set(fresh.getFirst().id());
    }

    /** Sorts printers otherwise; they are measured on as before. */
    public void relabel(Map<PrinterId, Labels> labels) {
        labels.forEach(farm::relabel);
        settings.change(old ->
                old.withPrinters(
                        old.printers().stream()
                                .map(one ->
                                        one.withLabels(labels.getOrDefault(one.id(), one.labels())))
                                .toList()));
        model.accept(farm.snapshots());
    }

    /** Watches this computer, without a camera. */
    public void addThisComputer(String name) {
        add(
                new Printer(
                        PrinterId.random(),
                        name,
                        new Target.Local(),
                        Printer.CLOUD,
                        null,
                        Printer.DEFAULT_CADENCE));
    }

    /** Watches made-up printers; those watched already are left alone. */
    public void addDemo(List<Printer> printers) {
        List<Printer> fresh = new ArrayList<>(printers);
        fresh.removeIf(printer -> farm.snapshot(printer.id()).isPresent());
        farm.addAll(fresh, this::questionsFor);
        model.accept(farm.snapshots());
        if (!fresh.isEmpty()) {
            model.selectedProperty().set(fresh.getFirst().id());
        }
    }

    /**
     * The user has signed in with the OctoPrint of a printer; it is read at once, and from now on.
     */
    public void signedIn(Printer printer, OctoPrintDesk.SignedIn there) {
        farm.learned(printer.id(), there.reading());
        settings.change(old ->
                old.withPrinters(
                        old.printers().stream()
                                .map(one ->
                                        one.id().equals(printer.id())
                                                ? one.withOctoPrint(there.octoPrint())
                                                : one)
                                .toList()));
    }

    /** Time between attempts at the printers that are kept. */
    public Map<PrinterId, Duration> cadences() {
        Map<PrinterId, Duration> cadences = new HashMap<>();
        for (SessionSnapshot snapshot : farm.snapshots()) {
            if (isKept(snapshot.printer())) {
                cadences.put(snapshot.printer().id(), snapshot.printer().cadence());
            }
        }
        return cadences;
    }

    /**
     * Measures printers at other cadences from now on, and remembers that.
     *
     * @return what is to be done for it away from the window's thread
     */
    public Runnable measureAt(Map<PrinterId, Duration> cadences) {
        Map<Printer, LinkQuestions> changed = new HashMap<>();
        for (SessionSnapshot snapshot : farm.snapshots()) {
            Printer printer = snapshot.printer();
            Duration cadence = cadences.get(printer.id());
            if (cadence != null) {
                changed.put(printer.withCadence(cadence), questionsFor(printer));
            }
        }
        settings.change(old ->
                old.withPrinters(
                        old.printers().stream()
                                .map(one ->
                                        one.withCadence(
                                                cadences.getOrDefault(one.id(), one.cadence())))
                                .toList()));
        return () -> changed.forEach(farm::remeasure);
    }

    /** Keeps where printers are measured now, as a change may have moved it. */
    public void follow() {
        settings.change(old -> {
            Map<PrinterId, Printer> measured = new HashMap<>();
            for (SessionSnapshot snapshot : farm.snapshots()) {
                measured.put(snapshot.printer().id(), snapshot.printer());
            }
            List<Printer> next =
                    old.printers().stream()
                            .map(one -> follow(one, measured.getOrDefault(one.id(), one)))
                            .toList();
            return next.equals(old.printers()) ? old : old.withPrinters(next);
        });
    }

    private static Printer follow(Printer kept, Printer measured) {
        Printer open = measured.withoutCredentials();
        return kept.configured(kept.server(), open.snapshot())
                .withStream(open.stream(), kept.streamAsked());
    }

    /** Tries a link again now; asks afresh instead of repeating a refused answer. */
    public void retry(PrinterId id) {
        farm.snapshot(id)
                .ifPresent(snapshot -> {
                    LinkQuestions afresh = questions.apply(snapshot.printer());
                    answered.put(id, afresh);
                    farm.retry(id, afresh);
                });
    }

    /**
     * Forgets all that was measured, concluded and noted of a printer, and measures it anew.
     *
     * @param told whether it is gone, on another thread
     */
    public void forgetPast(PrinterId id, Consumer<Boolean> told) {
        farm.snapshot(id)
                .ifPresent(snapshot -> farm.forgetPast(id, questionsFor(snapshot.printer()), told));
    }

    /** Takes printers out of the list; they are watched on until {@link #commitRemovals()}. */
    public void remove(List<PrinterId> ids) {
        leaving.addAll(ids);
        model.hide(ids, true);
    }

    /** Brings back what was removed and not committed. */
    public void undoRemove(List<PrinterId> ids) {
        List<PrinterId> back = ids.stream().filter(leaving::remove).toList();
        if (!back.isEmpty()) {
            model.hide(back, false);
            model.selectedProperty().set(back.getFirst());
        }
    }

    /** Ends the watching of what was removed. */
    public void commitRemovals() {
        List<PrinterId> gone = List.copyOf(leaving);
        leaving.clear();
        gone.forEach(farm::remove);
        gone.forEach(answered::remove);
        if (!gone.isEmpty()) {
            settings.change(old ->
                    old.withPrinters(
                                    old.printers().stream()
                                            .filter(printer -> !gone.contains(printer.id()))
                                            .toList())
                            .withAlerts(old.alerts().without(gone)));
        }
    }

    /** A printer is switched off on purpose, or no longer. */
    public void planOff(PrinterId id, boolean off) {
        attend(id, old -> new Attention(off, old.mutedUntil()));
    }

    /** Nobody is told of a printer until then; null to be told again. */
    public void mute(PrinterId id, @Nullable Instant until) {
        attend(id, old -> new Attention(old.plannedOff(), until));
    }

    /** Says something of a printer again that was said before. */
    public void attend(PrinterId id, Attention before) {
        attend(id, _ -> before);
    }

    private void attend(PrinterId id, UnaryOperator<Attention> change) {
        settings.change(old -> old.withAlerts(old.alerts().attending(List.of(id), change)));
    }

    private LinkQuestions questionsFor(Printer printer) {
        return Objects.requireNonNull(
                answered.computeIfAbsent(printer.id(), id -> questions.apply(printer)));
    }

    /** A new printer at the cadence that the user prefers, unless it came with one of its own. */
    private Printer asPreferred(Printer printer) {
        return printer.cadence().equals(Printer.DEFAULT_CADENCE)
                ? printer.withCadence(cadence.get())
                : printer;
    }

    private static boolean isKept(Printer printer) {
        return !(printer.target() instanceof Target.Simulated);
    }
}
