package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.port.FixAction.Obstacle;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.plans.PlanBook;
import dev.linkscope.ui.FakeFixDesk;
import dev.linkscope.ui.FakePlans;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FixSamples;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizard at each kind of step, the list of changes and the flags, to be looked at. */
@Tag("looks")
@ExtendWith(FxToolkit.class)
class FixPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    private static final PlanBook BOOK = new PlanBook();

    /** The fake plans, and the real ones with their drawings. */
    private static final FixPlans PLANS =
            new FixPlans() {
                @Override
                public List<Plan> all() {
                    return Stream.concat(FakePlans.ALL.all().stream(), BOOK.all().stream())
                            .toList();
                }

                @Override
                public Optional<Drawing> drawing(String name) {
                    return BOOK.drawing(name);
                }
            };

    private final FakeServices fakes = new FakeServices();
    private final FakeFixDesk desk =
            new FakeFixDesk(PLANS, id -> fakes.farm.snapshot(id).orElseThrow().printer().name());

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "light, 1280, 800, fake-confirm, BEFORE",
        "light, 1280, 800, fake-near, BEFORE",
        "light, 1280, 800, fake-near, AWAY",
        "light, 1280, 800, fake-near, WATCHING",
        "dark, 1280, 800, fake-near, BETTER",
        "light, 1920, 1080, fake-cable, NOT_FIXED",
        "dark, 1920, 1080, fake-cable, HELD",
        "light, 1280, 800, fake-power, LOOK",
        "dark, 1280, 800, fake-power, LOOK",
        "light, 1280, 800, fake-power, OBSTACLE",
        "light, 960, 620, fake-power, LOOK",
        "light, 1280, 800, fake-power, MANY",
        "dark, 1280, 800, fake-human, BEFORE",
        "light, 1280, 800, cable.connect, REAL",
        "dark, 1280, 800, same_room.pi, REAL",
        "light, 1280, 800, human.help, REAL",
        "light, 1920, 1080, fake-power, PAGE",
        "dark, 1920, 1080, fake-power, PAGE",
        "light, 1280, 800, fake-power, PAGE"
    })
    void drawsTheWizard(String theme, int width, int height, String step, String what)
            throws Exception {
        prepare(step, what);
        MainWindow window =
                FxToolkit.onFx(() -> {
                    var stored = new Settings(List.of(), theme, "test");
                    var made = new MainWindow(fakes.services(), stored);
                    made.theme().apply();
                    Theme.dress(new Scene(made.root(), width, height));
                    made.drawNow();
                    made.open(FixWindow.PRUSA.id());
                    if (!what.equals("PAGE")) {
                        made.desks().fixes().open("group-1");
                    }
                    made.desks().fixes().refresh();
                    return made;
                });
        if (List.of("LOOK", "OBSTACLE").contains(what)) {
            FxToolkit.onFx(() -> {
                layOut(window);
                ((Button) window.root().lookup("#fix-look")).fire();
            });
            FixWindow.await()
                    .until(() ->
                            FxToolkit.onFx(
                                    () -> window.root().lookup("#fix-look-pane").isVisible()));
        }
        // Sizes that depend on the width are handed on from one turn of the thread to the next.
        for (int round = 0; round < 3; round++) {
            FxToolkit.onFx(() -> layOut(window));
        }
        BufferedImage image =
                FxToolkit.onFx(() -> {
                    BufferedImage drawn =
                            OffscreenPictures.copy(window.root().getScene().snapshot(null));
                    window.stop();
                    return drawn;
                });
        Files.createDirectories(FOLDER);
        String name = "fix-%s-%s-%s-%dx%d.png".formatted(step, what, theme, width, height);
        ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
        var colours = new HashSet<Integer>();
        for (int x = 0; x < width; x += 3) {
            for (int y = 0; y < height; y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
    }

    private static void layOut(MainWindow window) {
        window.root().applyCss();
        window.root().layout();
        window.drawNow();
    }

    private void prepare(String step, String what) {
        var others =
                what.equals("MANY")
                        ? List.of("Mini-03", "Ender-02 in the cellar", "MK4-04")
                        : List.<String>of();
        List<Printer> all =
                Stream.concat(
                                Stream.of(FixWindow.PRUSA),
                                others.stream().map(FakeSnapshots::printer))
                        .toList();
        all.forEach(one -> fakes.farm.put(FixWindow.sick(one, FakePlans.WIFI)));
        fakes.fixes = desk;
        List<PrinterId> ids = all.stream().map(Printer::id).toList();
        Plan plan =
                what.equals("REAL") ? BOOK.plan("better_wifi").orElseThrow() : FakePlans.WEAK_WIFI;
        String group = desk.begin(plan, FakePlans.WIFI, ids);
        desk.turnTo(group, step);
        switch (what) {
            case "BEFORE" -> desk.ready = !step.equals("fake-confirm");
            case "LOOK", "REAL" -> {}
            case "OBSTACLE" -> {
                desk.printing = PrintingNow.State.PRINTING;
                desk.looking =
                        (printer, questions) ->
                                new Look(FixSamples.preview(List.of(Obstacle.NO_RIGHTS)), null);
            }
            case "MANY", "PAGE" -> {
                desk.turnTo(group, "fake-near");
                desk.stand(group, TrialState.NOT_FIXED);
                desk.turnTo(group, "fake-power");
                desk.carryOut(group, Map.of(), true, LinkQuestions.NOBODY);
                desk.pause(group, FakeSnapshots.NOW);
                desk.resume(group);
                if (what.equals("PAGE")) {
                    desk.becomeDue(group);
                }
            }
            default -> desk.stand(group, TrialState.valueOf(what));
        }
    }
}
