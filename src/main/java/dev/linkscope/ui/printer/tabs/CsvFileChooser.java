package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks with the platform's own dialog. */
public final class CsvFileChooser implements TabServices.CsvPlace {
    private static final String ENDING = ".csv";

    private final Wording wording;
    private final Supplier<@Nullable Window> owner;

    /** A dialog above this window. */
    public CsvFileChooser(Wording wording, Supplier<@Nullable Window> owner) {
        this.wording = wording;
        this.owner = owner;
    }

    @Override
    public @Nullable Path choose(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(wording.text("outcome.file.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                wording.text("outcome.file.csv"), "*" + ENDING));
        File chosen = chooser.showSaveDialog(owner.get());
        return chosen == null ? null : withEnding(chosen.toPath());
    }

    private static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? file
                : file.resolveSibling(name + ENDING);
    }
}
