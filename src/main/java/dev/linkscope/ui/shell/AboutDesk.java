package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.preferences.Surroundings;
import dev.linkscope.ui.preferences.ThisComputer;
import dev.linkscope.ui.update.AboutCard;
import dev.linkscope.ui.update.UpdateDesk;
import dev.linkscope.ui.update.UpdateLine;
import dev.linkscope.ui.update.UpdatePane;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What this program is, and whether there is a newer release of it. */
final class AboutDesk {
    private final WindowTools tools;
    private final Wording wording;
    private final Overlay overlay;
    private final UpdateDesk updates;
    private final UpdateLine line;
    private ThisComputer computer = ThisComputer.UNKNOWN;

    AboutDesk(WindowTools tools) {
        this.tools = tools;
        wording = tools.wording();
        overlay = tools.overlay();
        updates =
                new UpdateDesk(
                        tools.services().settings(),
                        tools.settings(),
                        tools.background(),
                        tools.services().clock());
        line = new UpdateLine(updates, wording, this::open);
    }

    /** From now on this is told, and asked. */
    void surround(Surroundings with) {
        computer = with.computer();
        updates.ask(with.updates(), computer.version());
    }

    /** Looks for updates. */
    UpdateDesk updates() {
        return updates;
    }

    /** A word for the lower edge of the window, shown if there is something new. */
    Node line() {
        return line;
    }

    /** Looks by itself if that is switched on and it is time. */
    void tick(Instant clock) {
        updates.tick(clock);
    }

    /** Opens the card, unless another is open. */
    void open() {
        if (overlay.isOpen()) {
            return;
        }
        StackPane box = Dialogs.place();
        var card =
                new AboutCard(
                        wording,
                        lines(),
                        new UpdatePane(
                                updates, wording, tools.background(), tools.services().clock()),
                        () -> overlay.close(box));
        box.getChildren().setAll(card);
        overlay.open(box, card::focusFirst);
    }

    private List<AboutCard.Line> lines() {
        var lines = new ArrayList<AboutCard.Line>();
        String version = computer.version();
        lines.add(
                line(
                        "about.version",
                        version.isEmpty() ? wording.text("preferences.version.unknown") : version));
        lines.add(line("about.java", "Java " + Runtime.version()));
        lines.add(
                line(
                        "about.system",
                        System.getProperty("os.name", "")
                                + " "
                                + System.getProperty("os.version", "")
                                + ", "
                                + System.getProperty("os.arch", "")));
        lines.add(line("about.settings", place(computer.settings())));
        lines.add(line("about.history", place(computer.history())));
        lines.add(line("about.logs", place(computer.logs())));
        return lines;
    }

    private AboutCard.Line line(String key, String value) {
        return new AboutCard.Line(wording.text(key), value);
    }

    private String place(@Nullable Path path) {
        return path == null ? wording.text("preferences.place.none") : path.toString();
    }

    /** Looks no more, as the window closes. */
    void stop() {
        updates.stop();
    }
}
