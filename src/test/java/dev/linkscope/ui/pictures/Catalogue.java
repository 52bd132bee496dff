package dev.linkscope.ui.pictures;

import static dev.linkscope.ui.FakeDiscovery.octoPrint;
import static dev.linkscope.ui.FixWindow.PRUSA;
import static dev.linkscope.ui.pictures.Scene.page;
import static dev.linkscope.ui.pictures.Scene.scene;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.ui.FakeLink;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.shell.DrawnWindow;
import java.util.List;
import javafx.scene.image.ImageView;

/** Every page and every dialog of the window, in each state that looks different. */
public final class Catalogue {
    private static final String LIST =
            """
            target,name,group
            pi@prusa-1.local,Prusa 1,Upstairs
            prusa-2.local,Prusa 2,Upstairs
            -bad,Broken,
            prusa-2.local,Again,
            """;

    private static final String NOTE = "page-note";
    private static final String COM = "page-compare";
    private static final String WATCH = "WATCHING";
    private static final String NOT = "NOT_FIXED";

    /** All scenes; a new one is a line here and {@code mvn -Paccept-pictures test}. */
    public static final List<Scene> ALL =
            List.of(
                    page("first-start", s -> {}, (w, s) -> {}),
                    page("first-start-found", s -> {}, (w, s) -> find(w, s, "#found-add")),
                    page("farm", s -> s.many(48), (w, s) -> w.farm()),
                    page("farm-cards", s -> s.many(48).cards(), (w, s) -> w.farm()),
                    scene("farm-twelve", Staging::twelve, (w, s) -> w.farm()),
                    page("printer-bursts", s -> s.twelve().notes(), Catalogue::withNotes),
                    page("printer-healthy", s -> s.with(healthy()), (w, s) -> {}),
                    page("printer-lasting", Staging::twelve, (w, s) -> printer(w, "Bambu-09")),
                    scene("printer-new", Staging::twelve, (w, s) -> printer(w, "K1-10")),
                    scene("printer-no-camera", Staging::twelve, (w, s) -> printer(w, "MK4-05")),
                    scene("printer-connecting", Staging::twelve, (w, s) -> printer(w, "K1-11")),
                    scene("printer-refused", Staging::twelve, (w, s) -> printer(w, "Voron-06")),
                    scene("printer-waiting", Staging::twelve, (w, s) -> printer(w, "Voron-08")),
                    scene("printer-simulated", s -> s.with(simulated()), (w, s) -> {}),
                    scene("printer-sick", Staging::sick, (w, s) -> {}),
                    scene("printer-watched", s -> watched(s.sick()), (w, s) -> {}),
                    scene(
                            "search-nothing",
                            Staging::twelve,
                            (w, s) -> w.type("#farm-search", "zzz")),
                    scene("removed", s -> s.twelve().with(healthy()), (w, s) -> remove(w)),
                    scene("add-printer", s -> {}, (w, s) -> w.addPrinter()),
                    scene("add-octoprint", s -> {}, (w, s) -> octo(w)),
                    scene("add-wrong", s -> {}, (w, s) -> wrong(w)),
                    scene("add-works", s -> {}, (w, s) -> tried(w, "#add")),
                    scene("add-fails", s -> failing(s), (w, s) -> tried(w, "#try-it")),
                    scene("add-host-key", s -> asking(s), (w, s) -> asked(w)),
                    scene("add-password", s -> asking(s), (w, s) -> secret(w)),
                    scene("discover", s -> {}, (w, s) -> w.discover()),
                    scene("discover-found", s -> {}, Catalogue::discovered),
                    scene("import", s -> {}, (w, s) -> w.importList()),
                    scene("import-read", s -> {}, (w, s) -> read(w)),
                    scene("bulk-add", s -> {}, (w, s) -> bulk(w)),
                    scene("notices", s -> s.twelve().incidents(), (w, s) -> w.fire("#bell")),
                    scene("alerts", s -> s.twelve().incidents(), (w, s) -> alerts(w)),
                    scene("note", s -> s.with(healthy()), (w, s) -> w.menu("#page-menu", NOTE)),
                    scene("compare", s -> s.with(healthy()), (w, s) -> w.menu("#page-menu", COM)),
                    scene("report", s -> s.with(healthy()), (w, s) -> report(w)),
                    scene("report-removed", s -> s.with(healthy()), (w, s) -> removed(w)),
                    scene("report-fails", s -> unreportable(s), (w, s) -> unreported(w)),
                    scene("fix-by-hand", Staging::sick, (w, s) -> fix(w, s, "fake-near", null)),
                    scene("fix-look", Staging::sick, (w, s) -> look(w, s)),
                    scene("fix-away", Staging::sick, (w, s) -> fix(w, s, "fake-near", "AWAY")),
                    scene("fix-watching", Staging::sick, (w, s) -> fix(w, s, "fake-near", WATCH)),
                    scene("fix-better", Staging::sick, (w, s) -> fix(w, s, "fake-near", "BETTER")),
                    scene("fix-not", Staging::sick, (w, s) -> fix(w, s, "fake-cable", NOT)),
                    scene("fix-human", Staging::sick, (w, s) -> fix(w, s, "fake-human", null)));

    private Catalogue() {}

    private static SessionSnapshot healthy() {
        return FakeSnapshots.healthy(PRUSA.name(), 11);
    }

    private static SessionSnapshot simulated() {
        return FakeSnapshots.bursts(
                FakeSnapshots.printer("Demo: weak Wi-Fi", new Target.Simulated("weak-wifi")), 42);
    }

    private static void printer(DrawnWindow window, String name) throws Exception {
        window.printer(FakeSnapshots.printer(name).id());
    }

    private static void withNotes(DrawnWindow window, Staging staging) throws Exception {
        window.printer(PRUSA.id());
        window.tab("history");
        window.awaitShown("#user-notes");
    }

    private static void watched(Staging staging) {
        String group = staging.begin("fake-wifi", "fake-near");
        staging.desk.stand(group, TrialState.WATCHING);
    }

    private static void find(DrawnWindow window, Staging staging, String then) throws Exception {
        // It searches in an open window alone.
        window.whileOpen(() -> {
            window.await(staging.discovery::searching);
            staging.discovery.find(
                    octoPrint("Ender shop", "ender-shop.local", "192.168.1.31"),
                    octoPrint("Left", "octopi.local", "192.168.1.20", "fe80::20"),
                    octoPrint("Right", "octopi.local", "192.168.1.21"));
            window.await(() -> !window.isDisabled(then));
            // An open window also reads, in the background, how large the history is.
            window.awaitShown("#history-size");
            return null;
        });
    }

    private static void discovered(DrawnWindow window, Staging staging) throws Exception {
        window.discover();
        find(window, staging, "#discover-add");
    }

    private static void remove(DrawnWindow window) throws Exception {
        printer(window, "Ender-01");
        window.on(
                "#printers",
                list ->
                        javafx.event.Event.fireEvent(
                                list,
                                new javafx.scene.input.KeyEvent(
                                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        javafx.scene.input.KeyCode.DELETE,
                                        false,
                                        false,
                                        false,
                                        false)));
        window.awaitShown("#toast-action");
    }

    private static void octo(DrawnWindow window) throws Exception {
        window.addPrinter();
        window.choose("#with-OCTOPRINT");
    }

    private static void wrong(DrawnWindow window) throws Exception {
        window.addPrinter();
        window.choose("#with-USUAL");
        window.type("#address", "pi@bad host:70000");
        window.fire("#try-it");
    }

    private static void tryIt(DrawnWindow window) throws Exception {
        window.addPrinter();
        window.choose("#with-USUAL");
        window.type("#address", "pi@mini-03.local");
        window.fire("#try-it");
    }

    private static void tried(DrawnWindow window, String then) throws Exception {
        tryIt(window);
        window.await(() -> !window.isDisabled("#add") && !window.isDisabled(then));
    }

    private static void failing(Staging staging) {
        staging.links =
                (printer, questions) ->
                        FakeLink.failingAt(ConnectStep.LOGIN, FailureCode.LOGIN_REFUSED);
    }

    private static void asking(Staging staging) {
        staging.links = (printer, questions) -> FakeLink.asking(questions);
    }

    private static void asked(DrawnWindow window) throws Exception {
        tryIt(window);
        window.awaitShown("#accept-host-key");
    }

    private static void secret(DrawnWindow window) throws Exception {
        asked(window);
        window.fire("#accept-host-key");
        window.awaitShown("#secret");
    }

    private static void read(DrawnWindow window) throws Exception {
        window.importList();
        window.type("#import-text", LIST);
        window.await(() -> !window.isDisabled("#import-continue"));
    }

    private static void bulk(DrawnWindow window) throws Exception {
        read(window);
        window.fire("#import-continue");
        window.awaitShown("#bulk-rows");
    }

    private static void alerts(DrawnWindow window) throws Exception {
        window.fire("#bell");
        window.fire("#notices-how");
        window.awaitShown("#row-notices-desktop");
    }

    private static void report(DrawnWindow window) throws Exception {
        window.report();
        window.await(() ->
                window.find("#export-preview .image-view") instanceof ImageView page
                        && page.getImage() != null);
    }

    private static void removed(DrawnWindow window) throws Exception {
        report(window);
        window.fire("#export-to-removed");
    }

    private static void unreportable(Staging staging) {
        staging.with(healthy()).fakes.reports.problem = "The disk of this computer is full.";
    }

    private static void unreported(DrawnWindow window) throws Exception {
        window.report();
        window.awaitShown("#export-again");
    }

    private static void look(DrawnWindow window, Staging staging) throws Exception {
        fix(window, staging, "fake-power", null);
        window.fire("#fix-look");
        window.awaitShown("#fix-look-pane");
    }

    private static void fix(DrawnWindow window, Staging staging, String step, String state)
            throws Exception {
        String group = staging.begin("fake-wifi", step);
        if (state == null) {
            staging.desk.ready = true;
        } else {
            staging.desk.stand(group, TrialState.valueOf(state));
        }
        window.fix(group);
    }
}
