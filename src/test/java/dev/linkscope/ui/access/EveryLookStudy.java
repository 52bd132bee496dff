package dev.linkscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page and dialog with text of twice the size, with texts 40 % longer and from right to left.
 * Writes a picture of each to {@code target/pictures/access}.
 */
@Tag("bench")
@ExtendWith(FxToolkit.class)
@Timeout(60)
class EveryLookStudy {
    private static Stream<Arguments> looks() {
        return AccessScenes.all().stream()
                .flatMap(scene ->
                        Stream.of(Look.LARGE, Look.LONG, Look.RIGHT_TO_LEFT)
                                .filter(EveryLookStudy::isAskedFor)
                                .map(look -> Arguments.of(scene, look)));
    }

    private static boolean isAskedFor(Look look) {
        return look.toString().matches(System.getProperty("access.look", ".*"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("looks")
    void nothingIsMissed(AccessScene scene, Look look) throws Exception {
        try (var window = new AccessWindow(look)) {
            scene.way().go(window);
            window.settle();
            window.picture(scene.name());
            List<Miss> misses = AccessWalk.seen(window.scene());
            assertThat(misses.stream().distinct()).isEmpty();
        }
    }
}
