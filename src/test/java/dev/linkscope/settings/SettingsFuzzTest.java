package dev.linkscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Fuzzing;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a file of settings holds: settings that are written back the same, or a broken file. */
class SettingsFuzzTest {
    @Test
    void everyFileIsSettingsOrBroken() throws Exception {
        Fuzzing.of("settings")
                .run(input -> {
                    try {
                        ObjectNode document = SettingsJson.parse(input);
                        if (SettingsJson.version(document) == SettingsJson.VERSION) {
                            check(document);
                        }
                    } catch (BrokenSettingsException e) {
                        assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(200);
                    }
                });
    }

    private static void check(ObjectNode document) throws BrokenSettingsException {
        var read = SettingsJson.savable(SettingsJson.read(document, new ArrayList<>()));
        ObjectNode written = SettingsJson.write(read, document);
        var unusable = new ArrayList<String>();
        ObjectNode again = SettingsJson.parse(SettingsJson.bytes(written));
        assertThat(SettingsJson.savable(SettingsJson.read(again, unusable))).isEqualTo(read);
        assertThat(unusable).isEmpty();
    }
}
