package dev.linkscope.launch;

import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.shell.OpenedContent;
import dev.linkscope.ui.shell.OpenedReports;
import dev.linkscope.ui.shell.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A report in a window of its own, without the rest of the program. */
final class OpenedRun {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedRun.class);

    private final Terminal terminal;

    OpenedRun(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is done with a report where no window opens. */
    @FunctionalInterface
    interface Otherwise {
        int write(Terminal terminal, OpenedReport opened) throws IOException;
    }

    /**
     * Opens the report and waits until its window is closed.
     *
     * @param otherwise where the toolkit does not start
     * @return the code to exit with
     * @throws IOException if it cannot be read, with a message for the user
     */
    int run(Path file, Otherwise otherwise) throws IOException {
        OpenedReport opened;
        try {
            opened = new ReportFiles(terminal.messages()).read(file);
        } catch (UnreadableReportException e) {
            tellWhoSeesNoTerminal(e);
            throw e;
        }
        try {
            return show(file, opened);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            LOG.warn("the toolkit did not start", e);
            terminal.note(
                    terminal.messages().text("command.notoolkit", String.valueOf(e.getMessage())));
            return otherwise.write(terminal, opened);
        }
    }

    private int show(Path file, OpenedReport opened) {
        var toolkit = ToolkitStart.begin();
        var closed = new CountDownLatch(1);
        var reports =
                new OpenedReports(
                        new ReportFiles(terminal.messages()),
                        ReportOutput.press(terminal.messages()),
                        terminal.messages(),
                        () -> Theme.SYSTEM.storedName(),
                        closed::countDown);
        OpenedContent content = reports.prepare(file, opened);
        toolkit.await();
        FxExecutor.FX.execute(() -> reports.show(content));
        terminal.note(
                terminal.messages().text("opened.in_window", String.valueOf(file.getFileName())));
        try {
            closed.await();
            Platform.exit();
            return ExitCode.HEALTHY.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNKNOWN.code();
        }
    }

    /** Whoever opened the file by its icon sees no terminal. */
    private void tellWhoSeesNoTerminal(UnreadableReportException why) {
        if (terminal.console() != null) {
            return;
        }
        try {
            ToolkitStart.begin().await();
            StartFailure.show(why.sentence(), why.nextStep());
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            LOG.warn("the toolkit did not start", e);
        }
    }
}
