package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Reports that are opened: dropped onto the window, or chosen in the platform's dialog. */
final class ReportFiles {
    private static final List<String> ENDINGS = List.of(".pdf", ".json", ".zip");
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    /** Each opens a window of its own. */
    private static final int MOST = 8;

    private final Wording wording;
    private final Toast toast;
    private Consumer<Path> open = file -> {};

    ReportFiles(Wording wording, Toast toast) {
        this.wording = wording;
        this.toast = toast;
    }

    /** From now on this opens a report; must return at once. */
    void openWith(Consumer<Path> opener) {
        open = opener;
    }

    /** Opens what is dropped there. */
    void dropOn(Node place) {
        place.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                place.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        place.setOnDragExited(event -> place.pseudoClassStateChanged(DROPPING, false));
        place.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(true);
            event.consume();
            open(files);
        }
    }

    /** Opens these, one after the other; says of which that cannot be. */
    void open(List<Path> files) {
        List<Path> reports = files.stream().filter(ReportFiles::mayBeReport).toList();
        List<Path> others = files.stream().filter(file -> !mayBeReport(file)).toList();
        if (!others.isEmpty()) {
            String names =
                    others.stream()
                            .limit(MOST)
                            .map(file -> String.valueOf(file.getFileName()))
                            .collect(Collectors.joining(", "));
            toast.say(wording.text("open.other", others.size(), names));
        } else if (reports.size() > MOST) {
            toast.say(wording.text("open.many", MOST, reports.size()));
        }
        reports.stream().limit(MOST).forEach(open);
    }

    private static boolean mayBeReport(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Asks for reports and opens them. */
    void ask(@Nullable Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("open.title"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                wording.text("open.kind"),
                                ENDINGS.stream().map(ending -> "*" + ending).toList()));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null) {
            open(chosen.stream().map(File::toPath).toList());
        }
    }
}
