package dev.linkscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and dialog can be read, reached and used. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class EveryPageTest {
    private static List<AccessScene> pages() {
        return FarmScenes.all();
    }

    private static List<AccessScene> dialogs() {
        var all = new ArrayList<>(AccessScenes.all());
        all.removeIf(scene -> pages().stream().anyMatch(page -> page.name().equals(scene.name())));
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nothingIsMissedOnPages(AccessScene scene) throws Exception {
        walk(scene);
    }

    @Tag("looks")
    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogs")
    void nothingIsMissedInDialogs(AccessScene scene) throws Exception {
        walk(scene);
    }

    private static void walk(AccessScene scene) throws Exception {
        try (var window = new AccessWindow(Look.LIGHT)) {
            scene.way().go(window);
            window.settle();
            List<Miss> misses = AccessWalk.of(window.scene());
            if (!misses.isEmpty()) {
                // What was still on its way is there now; what is missing is missing again.
                window.settle();
                misses = AccessWalk.of(window.scene());
            }
            if (!misses.isEmpty()) {
                window.picture(scene.name());
            }
            assertThat(misses).isEmpty();
        }
    }
}
