package dev.linkscope.launch;

import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SnapshotReportDesk;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.octoprint.OctoPrintOverHttp;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.store.SqliteOutcomeStore;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.shell.Services;
import dev.linkscope.ui.shell.Shell;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. */
final class WindowRun {
    private static final Logger LOG = LoggerFactory.getLogger(WindowRun.class);

    private final Terminal terminal;

    /** A run in this language. */
    WindowRun(Locale locale) {
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
        var settings = new JsonSettingsStore(folder.settings(), Wiring.CLOCK);
        StoreOpened opened = SqliteOutcomeStore.open(folder.history(), Wiring.CLOCK);
        SettingsStore.Settings stored = settings.load();
        var demo = Wiring.demo();
        try (var ssh = new SshLinks(Wiring.ssh(folder.knownHosts(), true));
                var store = opened.store();
                var farm =
                        new Farm(
                                SessionPlan.WATCH,
                                Wiring.links(ssh, demo),
                                store,
                                Wiring.CLOCK,
                                stored.instance())) {
            var assembler =
                    new ReportAssembler(
                            terminal.messages()::render,
                            terminal.messages().locale().toLanguageTag(),
                            Wiring.CLOCK);
            var services =
                    new Services(
                            farm,
                            new ConnectionTest(
                                    Wiring.links(ssh, demo),
                                    new OctoPrintOverHttp(),
                                    stored.instance()),
                            new SnapshotReportDesk(farm, assembler, ReportOutput.pdf(terminal)),
                            settings,
                            terminal.messages(),
                            Wiring.CLOCK,
                            demo::printers);
            return show(services, stored);
        } finally {
            settings.flush();
        }
    }

    private int show(Services services, SettingsStore.Settings stored) {
        var closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                var stage = new Stage();
                new Shell(services, stored).show(stage);
                stage.showingProperty()
                        .subscribe(showing -> {
                            if (!showing) {
                                closed.countDown();
                            }
                        });
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
