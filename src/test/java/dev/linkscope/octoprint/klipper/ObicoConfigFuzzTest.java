package dev.linkscope.octoprint.klipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever the settings of moonraker-obico hold: facts and cameras with plain texts. */
class ObicoConfigFuzzTest {
    @Test
    void everyFileIsRead() throws Exception {
        Fuzzing.of("obico-config")
                .run(input -> {
                    var config =
                            ObicoConfig.parse(
                                    new StringReader(new String(input, StandardCharsets.UTF_8)));
                    assertThat(config.cameras()).hasSizeLessThanOrEqualTo(32);
                    config.cameras().forEach(camera -> Harmless.line(camera.name(), 400));
                    config.facts()
                            .forEach(fact ->
                                    Harmless.line(
                                            Objects.requireNonNullElse(fact.value(), ""), 400));
                });
    }
}
