package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.i18n.Languages;
import dev.linkscope.i18n.Messages;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.settings.SettingsException;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.common.FirstNodes;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.Theme;
import dev.linkscope.ui.shell.StartFailure;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. */
final class WindowRun {
    private static final Logger LOG = LoggerFactory.getLogger(WindowRun.class);

    private final Locale own;
    private final Terminal terminal;
    private final ToolkitStart toolkit;
    private final @Nullable SingleInstance instance;

    /**
     * A run.
     *
     * @param toolkit starts meanwhile
     * @param locale the language of this computer
     * @param instance hears what second starts ask for; null where there is none
     */
    WindowRun(ToolkitStart toolkit, Locale locale, @Nullable SingleInstance instance) {
        this.toolkit = toolkit;
        own = locale;
        this.instance = instance;
        terminal = Terminal.ofProcess(locale);
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @param withDemo whether the made-up farm is there from the start
     * @return the code to exit with
     */
    int run(boolean withDemo) {
        DataFolder folder = Wiring.folder();
        Logging.toFolder(folder.logs());
        try (var settings = new JsonSettingsStore(folder.settings(), Wiring.CLOCK)) {
            return run(folder, settings, withDemo);
        } catch (SettingsException e) {
            return cannotStart(e.problem(), e.nextStep());
        } catch (HistoryException e) {
            return cannotStart(e.problem(), e.nextStep());
        } catch (FixStoreException e) {
            return cannotStart(e.problem(), e.nextStep());
        }
    }

    private int run(DataFolder folder, JsonSettingsStore settings, boolean withDemo) {
        SettingsStore.Settings stored = settings.load();
        toolkit.then(() -> {
            Theme.ofStoredName(stored.theme()).apply();
            FirstNodes.lay();
        });
        StoreOpened opened =
                new Histories(System.getenv(), folder.history(), Wiring.CLOCK).open(null);
        try (var open = new CloseInTurn()) {
            open.keep(opened.store());
            Languages languages = Speech.languages();
            Locale locale = Languages.chosen(stored.preferences().language(), own);
            Messages messages = languages.messages(locale, terminal.messages().zone());
            var parts =
                    new WindowParts(open, folder, settings, stored, opened, languages, messages);
            parts.start(withDemo);
            return show(parts, settings, languages, stored);
        }
    }

    /**
     * Says why the window does not open, where there is a window to say it in and in the terminal.
     */
    private int cannotStart(Statement problem, Statement nextStep) {
        String sentence = terminal.messages().render(problem);
        String next = terminal.messages().render(nextStep);
        terminal.note("linkscope: " + sentence + " " + next);
        try {
            toolkit.await();
            StartFailure.show(sentence, next);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            LOG.warn("the toolkit did not start", e);
        }
        return ExitCode.UNKNOWN.code();
    }

    private int show(
            WindowParts parts,
            SettingsStore settings,
            Languages languages,
            SettingsStore.Settings stored) {
        var closed = new CountDownLatch(1);
        try {
            var services = parts.services();
            toolkit.await();
            FxExecutor.FX.execute(() -> {
                new ShownWindow(parts, settings, languages, own, new Stage(), closed::countDown)
                        .show(services, stored, instance);
                StartWatch.ifAsked(Wiring.CLOCK, terminal::note, closed::countDown);
            });
            closed.await();
            Platform.exit();
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            LOG.warn("the toolkit did not start", e);
            terminal.note(
                    terminal.messages().text("command.notoolkit", String.valueOf(e.getMessage())));
            return ExitCode.UNKNOWN.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNKNOWN.code();
        }
    }
}
