package dev.linkscope.launch;

import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.desktop.Request;
import dev.linkscope.ui.shell.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens the window of a data folder, or hands what it is opened for to the one that is open. */
final class WindowStart {
    /** For so long the open window may be busy with starting or ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long PAUSE_MILLIS = 50;

    private final Path folder;
    private final Supplier<Terminal> terminal;

    /**
     * A start on this folder.
     *
     * @param terminal made only where there is something to say, as a second start is to be quick
     */
    WindowStart(DataFolder folder, Supplier<Terminal> terminal) {
        this.folder = folder.root();
        this.terminal = terminal;
    }

    /**
     * Opens the window unless it is open.
     *
     * @param request what it is opened for
     * @param open opens it and waits until it is closed; without an instance where the folder
     *     cannot be locked
     * @return the code to exit with
     */
    int run(Request request, ToIntFunction<@Nullable SingleInstance> open) {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            do {
                Optional<SingleInstance> claimed = SingleInstance.claim(folder);
                if (claimed.isPresent()) {
                    return open(claimed.get(), request, open);
                }
                if (SingleInstance.ask(folder, request)) {
                    Terminal told = terminal.get();
                    told.note(told.messages().text("desktop.handed"));
                    return ExitCode.HEALTHY.code();
                }
                Thread.sleep(PAUSE_MILLIS);
            } while (System.nanoTime() < end);
            return silent();
        } catch (IOException e) {
            warn("the data folder cannot be locked", e);
            return open.applyAsInt(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNKNOWN.code();
        }
    }

    private static int open(
            SingleInstance instance,
            Request request,
            ToIntFunction<@Nullable SingleInstance> window)
            throws IOException {
        try (instance) {
            if (request instanceof Request.Link) {
                instance.take(request);
            }
            return window.applyAsInt(instance);
        }
    }

    private static void warn(String what, Throwable why) {
        Logging.ofCommandLine();
        LoggerFactory.getLogger(WindowStart.class).warn(what, why);
    }

    private int silent() {
        Terminal told = terminal.get();
        String sentence = told.messages().text("desktop.silent");
        String next = told.messages().text("desktop.silent.next");
        told.note("linkscope: " + sentence + " " + next);
        if (told.console() == null) {
            try {
                Toolkit.quiet();
                ToolkitStart.begin().await();
                StartFailure.show(sentence, next);
            } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
                warn("the toolkit did not start", e);
            }
        }
        return ExitCode.UNKNOWN.code();
    }
}
