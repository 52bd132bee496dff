package dev.linkscope.ui.report;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.ReportDesk;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.DesktopOpener;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a PDF where the user wants it, away from the window's thread, and says how it went. */
public final class PdfExport {
    private static final Logger LOG = LoggerFactory.getLogger(PdfExport.class);
    private static final String ENDING = ".pdf";

    private final ReportDesk desk;
    private final Background background;
    private final Toast toast;
    private final Wording wording;

    /** An export that says how it went in this note. */
    public PdfExport(ReportDesk desk, Background background, Toast toast, Wording wording) {
        this.desk = desk;
        this.background = background;
        this.toast = toast;
        this.wording = wording;
    }

    /** Asks for a file and writes the report there. */
    public void ask(@Nullable Window owner, List<PrinterId> printers, String suggestedName) {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("export.title"));
        chooser.setInitialFileName(suggestedName.replaceAll("[\\\\/:*?\"<>|]", "-") + ENDING);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(wording.text("export.kind"), "*" + ENDING));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            write(printers, withEnding(chosen.toPath()));
        }
    }

    private static Path withEnding(Path file) {
        Path name = file.getFileName();
        return name == null || name.toString().endsWith(ENDING)
                ? file
                : file.resolveSibling(name + ENDING);
    }

    /** Writes the report to this file. */
    public void write(List<PrinterId> printers, Path file) {
        toast.showBusy(wording.text("export.busy", file.getFileName()));
        background.start(
                "pdf-export",
                () -> {
                    desk.exportPdf(printers, file);
                    return file;
                },
                this::written,
                problem -> failed(file, problem));
    }

    private void written(Path file) {
        toast.show(
                wording.text("export.done", file.getFileName()),
                wording.text("export.open_folder"),
                () -> openFolder(file),
                () -> {});
    }

    private void failed(Path file, Exception problem) {
        LOG.warn("the report could not be written to {}", file, problem);
        String why = problem.getMessage();
        toast.say(
                problem instanceof IOException && why != null
                        ? wording.text("export.failed.why", file, why)
                        : wording.text("export.failed", file));
    }

    private void openFolder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path folder = parent == null ? file : parent;
        background.start(
                "open-folder",
                () -> DesktopOpener.folder(folder),
                opened -> {
                    if (!opened) {
                        toast.say(wording.text("export.folder_is", folder));
                    }
                },
                problem -> toast.say(wording.text("export.folder_is", folder)));
    }
}
