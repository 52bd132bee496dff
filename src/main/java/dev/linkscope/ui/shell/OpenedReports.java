package dev.linkscope.ui.shell;

import dev.linkscope.engine.port.ReportPress;
import dev.linkscope.engine.port.ReportReader;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens reports, each in a window of its own in which nothing is measured. No such window touches
 * the user's settings; several may be open.
 */
public final class OpenedReports implements Consumer<Path> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedReports.class);

    private final ReportReader reader;
    private final ReportPress press;
    private final Wording wording;
    private final Supplier<String> theme;
    private final Runnable onLastClosed;
    private final Background background = new Background(FxExecutor.FX);
    private int open;

    /**
     * Nothing is open yet.
     *
     * @param reader reads files
     * @param press writes what was opened once more
     * @param theme stored name of the theme of new windows; asked on the window's thread
     */
    public OpenedReports(
            ReportReader reader, ReportPress press, Messages messages, Supplier<String> theme) {
        this(reader, press, messages, theme, () -> {});
    }

    /**
     * The same.
     *
     * @param onLastClosed called on the window's thread when none of these windows is open any more
     */
    public OpenedReports(
            ReportReader reader,
            ReportPress press,
            Messages messages,
            Supplier<String> theme,
            Runnable onLastClosed) {
        this.reader = reader;
        this.press = press;
        this.wording = new Wording(messages);
        this.theme = theme;
        this.onLastClosed = onLastClosed;
    }

    /** Opens a file in the background; what is wrong with it is said in a dialog. Any thread. */
    @Override
    public void accept(Path file) {
        open(file, OpenedReports::tell);
    }

    /**
     * Opens a file in the background. Any thread; returns at once.
     *
     * @param failed told on the window's thread why it cannot be opened, with the next step
     */
    public void open(Path file, Consumer<String> failed) {
        background.start(
                "open-report",
                () -> prepare(file, reader.read(file)),
                this::show,
                problem -> failed.accept(why(file, problem)));
    }

    /**
     * Makes ready what a window shows, which takes a while. Not for the window's thread.
     *
     * @param file where the report was read from
     */
    public OpenedContent prepare(Path file, OpenedReport opened) {
        return new OpenedContent(file, opened, press, wording);
    }

    /** Opens a window. Window's thread only. */
    public void show(OpenedContent content) {
        open++;
        var stage = new Stage();
        var shell = Shell.opened(content, theme.get());
        shell.show(stage);
        stage.setTitle(content.title());
        stage.showingProperty()
                .subscribe(showing -> {
                    if (!showing) {
                        closed();
                    }
                });
    }

    private void closed() {
        open--;
        if (open == 0) {
            onLastClosed.run();
        }
    }

    private String why(Path file, Exception problem) {
        String message = problem.getMessage();
        if (problem instanceof IOException && message != null) {
            return message;
        }
        LOG.warn("the report could not be opened", problem);
        return wording.text("opened.failed", String.valueOf(file.getFileName()));
    }

    private static void tell(String sentence) {
        var alert = new Alert(Alert.AlertType.ERROR, sentence);
        alert.setTitle("Linkscope");
        alert.setHeaderText(null);
        alert.setResizable(true);
        alert.show();
    }
}
