package dev.linkscope.ui.leak;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.pictures.Staging;
import dev.linkscope.ui.shell.DrawnWindow;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/** Goes through an open window: from page to page, and through every kind of dialog. */
final class Visits implements AutoCloseable {
    private static final int PRINTERS = 6;

    /** Opens something above the window. */
    @FunctionalInterface
    interface Opening {
        void open() throws Exception;
    }

    private final Staging staging = new Staging().incidents().notes();
    private final List<SessionSnapshot> printers = new ArrayList<>();
    private final List<Opening> dialogs = new ArrayList<>();
    private final List<WeakReference<Node>> cards = new ArrayList<>();
    private final DrawnWindow window;
    private final String group;
    private int steps;

    Visits() throws Exception {
        InstantSource running = InstantSource.system();
        Duration ahead = Duration.between(running.instant(), FakeSnapshots.NOW);
        staging.fakes.clock = () -> running.instant().plus(ahead);
        for (int i = 0; i < PRINTERS; i++) {
            Printer printer = FakeSnapshots.printer("Printer " + i);
            printers.add(FakeSnapshots.bursts(printer, i));
            printers.add(FakeSnapshots.bursts(printer, 100L + i));
            staging.with(printers.get(2 * i));
        }
        staging.sick();
        group = staging.begin("fake-wifi", "fake-near");
        window = DrawnWindow.of(staging.services(), "light", null);
        window.open(980, 900);
        addDialogs();
    }

    private void addDialogs() {
        dialogs.add(window::addPrinter);
        dialogs.add(this::tried);
        dialogs.add(window::discover);
        dialogs.add(window::importList);
        dialogs.add(this::bulk);
        dialogs.add(() -> window.menu("#page-menu", "page-note"));
        dialogs.add(() -> window.menu("#page-menu", "page-compare"));
        dialogs.add(this::report);
        dialogs.add(() -> window.fix(group));
        dialogs.add(this::alerts);
        dialogs.add(() -> window.fire("#bell"));
    }

    private void tried() throws Exception {
        window.addPrinter();
        window.choose("#with-USUAL");
        window.type("#address", "pi@mini-03.local");
        window.fire("#try-it");
        window.await(() -> !window.isDisabled("#add"));
    }

    private void bulk() throws Exception {
        window.importList();
        window.type("#import-text", "target,name\npi@a.local,A\npi@b.local,B\n");
        window.await(() -> !window.isDisabled("#import-continue"));
        window.fire("#import-continue");
        window.awaitShown("#bulk-rows");
    }

    private void report() throws Exception {
        window.report();
        window.await(() -> !window.isDisabled("#export-save"));
    }

    private void alerts() throws Exception {
        window.fire("#bell");
        window.fire("#notices-how");
        window.awaitShown("#row-notices-desktop");
    }

    /** Kinds of dialogs. */
    int kinds() {
        return dialogs.size();
    }

    /** Goes to another page so many times; new figures come meanwhile. */
    void pages(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            steps++;
            if (steps % 4 == 0) {
                window.farm();
            } else {
                window.printer(printers.get(steps % printers.size()).printer().id());
            }
            if (steps % 3 == 0) {
                staging.with(printers.get(steps * 5 % printers.size()));
            }
            pulses(2);
        }
    }

    /** Opens and closes so many dialogs, each kind in turn. */
    void dialogs(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            // Escape led from the page of a printer to all of them.
            window.printer(FixWindow.PRUSA.id());
            dialogs.get(i % dialogs.size()).open();
            pulses(2);
            window.cards().forEach(card -> cards.add(new WeakReference<>(card)));
            window.escape();
            window.escape();
            window.await(() -> window.cards().isEmpty());
            pulses(2);
        }
        // What was focused or focused last may be held until something else is.
        pages(4);
    }

    /** Dialogs that were closed and are still held. */
    List<String> held() {
        return cards.stream()
                .map(WeakReference::get)
                .filter(card -> card != null)
                .map(String::valueOf)
                .toList();
    }

    private static void pulses(int count) throws InterruptedException {
        var left = new CountDownLatch(count);
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        left.countDown();
                    }
                };
        FxToolkit.onFx(timer::start);
        if (!left.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no pulse came");
        }
        FxToolkit.onFx(timer::stop);
    }

    @Override
    public void close() {
        window.close();
    }
}
