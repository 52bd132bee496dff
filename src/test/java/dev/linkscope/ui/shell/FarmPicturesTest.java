package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.FakeBigFarm;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FxToolkit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a farm of 48 printers in pictures, to be looked at. */
@ExtendWith(FxToolkit.class)
class FarmPicturesTest {
    @Test
    @Timeout(120)
    void drawsTheFarmAsTableAndCards() throws Exception {
        FakeServices fakes = new FakeBigFarm(48).services();
        Path table = Path.of("target", "pictures", "farm-48");
        assertThat(OffscreenPictures.write(fakes.services(), List.of(), table)).hasSize(12);
        fakes.settings.save(fakes.settings.load().withFarmLook(new FarmLook(true, List.of())));
        Path cards = Path.of("target", "pictures", "farm-48-cards");
        assertThat(OffscreenPictures.write(fakes.services(), List.of(), cards)).hasSize(12);
    }
}
