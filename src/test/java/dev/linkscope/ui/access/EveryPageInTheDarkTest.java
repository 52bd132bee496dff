package dev.linkscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page and dialog can be read in the dark theme, where names and the way of the cursor are
 * the same as in the light one.
 */
@Tag("looks")
@ExtendWith(FxToolkit.class)
@Timeout(120)
class EveryPageInTheDarkTest {
    private static List<AccessScene> scenes() {
        return AccessScenes.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void nothingIsMissed(AccessScene scene) throws Exception {
        try (var window = new AccessWindow(Look.DARK)) {
            scene.way().go(window);
            window.settle();
            window.picture(scene.name());
            assertThat(AccessWalk.seen(window.scene())).isEmpty();
        }
    }
}
