package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class OffscreenPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    /** JavaFX tells here what it does not understand in a style sheet. */
    private static final Logger CSS = Logger.getLogger("javafx.css");

    @Test
    @Timeout(120)
    void drawsEveryPageInBothThemesAndSizes() throws Exception {
        var fakes = new FakeServices();
        FakeSnapshots.farm().forEach(fakes.farm::put);
        List<SessionSnapshot> farm = fakes.farm.snapshots();
        var pages = List.of(0, 11).stream().map(i -> farm.get(i).printer().id()).toList();

        var complaints = new CopyOnWriteArrayList<String>();
        var listener = listener(complaints);
        CSS.addHandler(listener);
        List<Path> files = OffscreenPictures.write(fakes.services(), pages, FOLDER);
        CSS.removeHandler(listener);

        assertThat(complaints).as("warnings about style sheets").isEmpty();

        assertThat(files).hasSize(2 * 2 * (3 + pages.size()));
        for (Path file : files) {
            assertThat(colours(file)).as("colours in %s", file).hasSizeGreaterThan(50);
        }
    }

    private static Handler listener(List<String> complaints) {
        return new Handler() {
            @Override
            public void publish(LogRecord log) {
                complaints.add(log.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static Set<Integer> colours(Path file) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
