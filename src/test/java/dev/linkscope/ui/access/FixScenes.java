package dev.linkscope.ui.access;

import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.ui.FakeFixDesk;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixSamples;
import dev.linkscope.ui.FixWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The wizard at each kind of step and standing. */
final class FixScenes {
    private FixScenes() {}

    static List<AccessScene> all() {
        var all = new ArrayList<AccessScene>();
        for (String step : List.of("fake-confirm", "fake-near", "fake-human")) {
            all.add(new AccessScene(step, window -> open(window, desk(window, step))));
        }
        for (TrialState state :
                List.of(
                        TrialState.WATCHING,
                        TrialState.BETTER,
                        TrialState.HELD,
                        TrialState.NOT_FIXED)) {
            all.add(new AccessScene("fix-" + state, window -> standing(window, state)));
        }
        all.add(new AccessScene("fix-look", FixScenes::look));
        all.add(new AccessScene("fix-obstacle", FixScenes::obstacle));
        all.add(new AccessScene("fix-many", FixScenes::many));
        all.add(new AccessScene("fix-page", FixScenes::page));
        return all;
    }

    private static FakeFixDesk desk(AccessWindow window, String step, String... others) {
        List<Printer> all =
                Stream.concat(
                                Stream.of(FixWindow.PRUSA),
                                Stream.of(others).map(FakeSnapshots::printer))
                        .toList();
        all.forEach(one -> window.fakes.farm.put(FixWindow.sick(one, FakePlans.WIFI)));
        var desk =
                new FakeFixDesk(
                        FakePlans.ALL,
                        id -> window.fakes.farm.snapshot(id).orElseThrow().printer().name());
        window.fakes.fixes = desk;
        desk.begin(FakePlans.WEAK_WIFI, FakePlans.WIFI, all.stream().map(Printer::id).toList());
        desk.turnTo("group-1", step);
        return desk;
    }

    private static void open(AccessWindow window, FakeFixDesk desk) throws Exception {
        window.open();
        if (desk.views().getFirst().members().size() > 1) {
            window.printer(0);
        }
        window.press("#fix-it");
        window.await("#fix-wizard");
    }

    private static void standing(AccessWindow window, TrialState state) throws Exception {
        FakeFixDesk desk = desk(window, "fake-near");
        desk.stand("group-1", state);
        open(window, desk);
    }

    private static void look(AccessWindow window) throws Exception {
        open(window, desk(window, "fake-power"));
        window.press("#fix-look");
        window.await("#fix-look-pane");
    }

    private static void obstacle(AccessWindow window) throws Exception {
        FakeFixDesk desk = desk(window, "fake-power");
        desk.printing = PrintingNow.State.PRINTING;
        desk.looking =
                (printer, questions) ->
                        new Look(FixSamples.preview(List.of(Obstacle.NO_RIGHTS)), null);
        open(window, desk);
        window.press("#fix-look");
        window.await("#fix-look-pane");
    }

    private static void begun(FakeFixDesk desk) {
        desk.turnTo("group-1", "fake-near");
        desk.stand("group-1", TrialState.NOT_FIXED);
        desk.turnTo("group-1", "fake-power");
        desk.carryOut("group-1", Map.of(), true, LinkQuestions.NOBODY);
        desk.pause("group-1", FakeSnapshots.NOW);
        desk.resume("group-1");
    }

    private static void many(AccessWindow window) throws Exception {
        FakeFixDesk desk = desk(window, "fake-near", "Mini-03", "Ender-02 in the cellar");
        begun(desk);
        open(window, desk);
    }

    private static void page(AccessWindow window) throws Exception {
        FakeFixDesk desk = desk(window, "fake-near");
        begun(desk);
        desk.becomeDue("group-1");
        window.open();
        window.tab("history");
        window.await("#ledger");
    }
}
