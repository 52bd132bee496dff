package dev.linkscope.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.shell.DrawnWindow;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page and dialog looks as it was accepted to look, see {@code src/docs/pictures.md}. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class PicturesTest {
    @BeforeAll
    static void font() throws Exception {
        TestFont.load();
    }

    @TestFactory
    Stream<DynamicTest> looksAsAccepted() {
        return in(scene -> scene.looks().stream().limit(1));
    }

    @Tag("looks")
    @TestFactory
    Stream<DynamicTest> looksAsAcceptedInOtherThemesAndSizes() {
        return in(scene -> scene.looks().stream().skip(1));
    }

    private static Stream<DynamicTest> in(Function<Scene, Stream<Scene.Look>> looks) {
        return Catalogue.ALL.stream()
                .flatMap(scene ->
                        looks.apply(scene)
                                .map(look ->
                                        DynamicTest.dynamicTest(
                                                scene.picture(look), () -> check(scene, look))));
    }

    private static void check(Scene scene, Scene.Look look) throws Exception {
        var staging = new Staging();
        scene.staging().accept(staging);
        try (DrawnWindow window =
                DrawnWindow.of(staging.services(), look.theme(), TestFont.SHEET)) {
            window.resize(look.width(), look.height());
            scene.steps().in(window, staging);
            window.settle();
            References.check(scene.picture(look), window.picture());
        }
    }

    @Test
    void noPictureIsLeftOver() throws Exception {
        var left = new ArrayList<>(References.names());
        left.removeAll(
                Catalogue.ALL.stream()
                        .flatMap(scene -> scene.looks().stream().map(scene::picture))
                        .toList());
        if (References.ACCEPT) {
            for (String name : left) {
                References.forget(name);
            }
        } else {
            assertThat(left).as("pictures without a scene").isEmpty();
        }
    }
}
