package dev.linkscope.ui.report;

import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.DesktopOpener;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.nio.file.Path;

/** Says that a report was written, and opens its folder. */
public final class WrittenReport {
    private final Background background;
    private final Toast toast;
    private final Wording wording;

    /** Says it in this note. */
    public WrittenReport(Background background, Toast toast, Wording wording) {
        this.background = background;
        this.toast = toast;
        this.wording = wording;
    }

    /** Says that this file was written. */
    public void tell(Path file) {
        toast.show(
                wording.text("export.done", file.getFileName()),
                wording.text("export.open_folder"),
                () -> openFolder(file),
                () -> {});
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
