package dev.linkscope.domain.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseVersionTest {
    private static ReleaseVersion version(String text) {
        return ReleaseVersion.of(text).orElseThrow();
    }

    @Test
    void theOrderIsThatOfSemanticVersioning() {
        // The example of section 11.4.4, between neighbours of our own.
        List<ReleaseVersion> rising =
                List.of(
                                "0.1.0-SNAPSHOT",
                                "0.1.0",
                                "0.9.9",
                                "0.10.0",
                                "1.0.0-alpha",
                                "1.0.0-alpha.1",
                                "1.0.0-alpha.beta",
                                "1.0.0-beta",
                                "1.0.0-beta.2",
                                "1.0.0-beta.11",
                                "1.0.0-beta.99999999999999999999",
                                "1.0.0-rc.1",
                                "1.0.0",
                                "1.0.1")
                        .stream()
                        .map(ReleaseVersionTest::version)
                        .toList();
        var mixed = new ArrayList<>(rising);
        Collections.shuffle(mixed, new Random(1));
        Collections.sort(mixed);
        assertThat(mixed).isEqualTo(rising);
    }

    @Test
    void theThirdNumberAndTheBuildMayBeLeftOut() {
        assertThat(version("1.2")).isEqualTo(version("1.2.0"));
        assertThat(version("1.2.0+linux.7")).isEqualTo(version("1.2.0"));
        assertThat(version("1.2.0-rc.1+7")).hasToString("1.2.0-rc.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "v1.0.0",
                "1.0.0-",
                "1..0",
                "1.0.0-a..b",
                "1.0.0 ",
                "1.0.0\n",
                "-1.0.0",
                "1.0.9999999",
                "unknown",
                "1.0.0-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatIsNoVersionIsNone(String text) {
        assertThat(ReleaseVersion.of(text)).isEmpty();
    }
}
