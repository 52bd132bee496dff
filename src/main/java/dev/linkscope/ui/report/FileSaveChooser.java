package dev.linkscope.ui.report;

import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.ui.common.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks with the platform's own dialog. */
public final class FileSaveChooser implements SaveChooser {
    private final Wording wording;
    private final Supplier<@Nullable Window> owner;

    /** A dialog above this window. */
    public FileSaveChooser(Wording wording, Supplier<@Nullable Window> owner) {
        this.wording = wording;
        this.owner = owner;
    }

    @Override
    public @Nullable Path choose(ReportFormat format, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("export.save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                wording.text("export.format." + format.name()),
                                "*." + format.ending()));
        File chosen = chooser.showSaveDialog(owner.get());
        return chosen == null ? null : withEnding(chosen.toPath(), format);
    }

    /** The same file with the ending of the format, if it has none. */
    static Path withEnding(Path file, ReportFormat format) {
        String ending = "." + format.ending();
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? file
                : file.resolveSibling(name + ending);
    }
}
