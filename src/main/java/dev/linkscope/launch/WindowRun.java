package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.ReadingRounds;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SnapshotReportDesk;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.farm.IncidentDesk;
import dev.linkscope.engine.history.ConclusionLog;
import dev.linkscope.engine.history.HistoryComparisons;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.inventory.PrinterLists;
import dev.linkscope.octoprint.OctoPrintOverHttp;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.report.redact.AddressSecrets;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.settings.SettingsException;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.OpenedReports;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import dev.linkscope.ui.shell.Shell;
import dev.linkscope.ui.shell.StartFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. */
final class WindowRun {
    private static final Logger LOG = LoggerFactory.getLogger(WindowRun.class);

    private final Terminal terminal;
    private @Nullable SingleInstance instance;

    /** A run in this language. */
    WindowRun(Locale locale) {
        terminal = Terminal.ofProcess(locale);
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @param withDemo whether the made-up farm is there from the start
     * @param instance hears what second starts ask for; null where there is none
     * @return the code to exit with
     */
    int run(boolean withDemo, @Nullable SingleInstance instance) {
        this.instance = instance;
        Toolkit.quiet();
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
        StoreOpened opened =
                new Histories(System.getenv(), folder.history(), Wiring.CLOCK).open(null);
        var demo = Wiring.demo();
        try (var ssh = new SshLinks(Wiring.ssh(folder.knownHosts(), true));
                var octoPrint = Wiring.octoPrint(ssh);
                var store = opened.store();
                var farm =
                        new Farm(
                                SessionPlan.watch(stored.manners()),
                                Wiring.links(ssh, octoPrint, demo),
                                store,
                                Wiring.CLOCK,
                                stored.instance(),
                                Wiring.PLANS);
                var board = new FarmBoard(farm, Wiring.CLOCK);
                var witness = Wiring.witness(stored.manners());
                var rounds =
                        new ReadingRounds(farm, octoPrint, new LogsOverSsh(ssh), Wiring.CLOCK);
                var channels = Wiring.channels(() -> settings.load().alerts(), Wiring.KEYCHAIN);
                var incidents =
                        new IncidentDesk(
                                farm,
                                board::view,
                                () -> settings.load().alerts(),
                                WindowRun::log,
                                channels,
                                terminal.messages()::render,
                                Wiring.CLOCK,
                                terminal.messages().zone());
                var fixes = Wiring.fixes(opened, farm, octoPrint, ssh);
                var conclusions = new ConclusionLog(farm, opened.book(), Wiring.CLOCK)) {
            witness.follow(farm);
            rounds.start();
            board.start();
            incidents.start();
            fixes.start();
            conclusions.start();
            if (withDemo) {
                farm.addAll(demo.printers(), _ -> LinkQuestions.NOBODY);
            }
            var assembler =
                    Wiring.assembler(terminal.messages())
                            .with(witness)
                            .withFixes(opened.fixes())
                            .withBook(opened.book());
            var press = ReportOutput.press(terminal, () -> AddressSecrets.of(addresses(farm)));
            var recall = new SpanRecall(store, opened.book(), Wiring.PLANS, Wiring.CLOCK);
            var files = new ReportFiles(terminal.messages());
            var services =
                    new Services(
                            farm,
                            witness::of,
                            new ConnectionTest(
                                    Wiring.links(ssh, octoPrint, demo),
                                    new OctoPrintOverHttp(),
                                    octoPrint,
                                    stored.instance()),
                            octoPrint,
                            new SnapshotReportDesk(
                                    farm,
                                    assembler,
                                    press,
                                    new SupportLogs(
                                            ssh,
                                            octoPrint,
                                            terminal.messages(),
                                            Path.of(System.getProperty("user.home"))),
                                    recall,
                                    Wiring.CLOCK),
                            settings,
                            terminal.messages(),
                            Wiring.CLOCK,
                            demo::printers,
                            new FarmServices(
                                    board::view,
                                    incidents,
                                    Wiring.discovery(),
                                    new PrinterLists(),
                                    channels),
                            fixes,
                            new PastServices(
                                    opened.book(),
                                    new HistoryComparisons(
                                            store, opened.book(), terminal.messages()::render),
                                    Timelines.NONE,
                                    files),
                            _ -> {},
                            () -> troubles(settings, opened, channels));
            var reports =
                    new OpenedReports(
                            files, press, terminal.messages(), () -> settings.load().theme());
            return show(services, stored, reports);
        }
    }

    /** Every address that is asked: some hold a password. */
    private static List<TargetUrl> addresses(Farm farm) {
        return farm.snapshots().stream()
                .map(SessionSnapshot::printer)
                .flatMap(printer ->
                        Stream.of(
                                Optional.of(printer.server()),
                                Optional.ofNullable(printer.snapshot()),
                                Optional.ofNullable(printer.stream())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void log(Notifier.Notice notice) {
        LOG.info(
                "incident {} ({}): {}",
                notice.incident().id(),
                notice.incident().kind(),
                notice.change());
    }

    /** What the user has to know of settings, history and the ways to tell him. */
    private static List<Statement> troubles(
            SettingsStore settings, StoreOpened opened, Notifier channels) {
        return Stream.of(
                        moved("settings.moved", settings.brokenFileMovedTo()),
                        moved("store.moved", opened.movedAside()),
                        Optional.ofNullable(opened.recovered()),
                        Optional.ofNullable(settings.problem()),
                        Optional.ofNullable(opened.store().problem()),
                        Optional.ofNullable(channels.problem()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Statement> moved(String key, @Nullable String where) {
        return Optional.ofNullable(where).map(file -> Statement.of(key, file));
    }

    /**
     * Says why the window does not open, where there is a window to say it in and in the terminal.
     */
    private int cannotStart(Statement problem, Statement nextStep) {
        String sentence = terminal.messages().render(problem);
        String next = terminal.messages().render(nextStep);
        terminal.note("linkscope: " + sentence + " " + next);
        try {
            StartFailure.show(sentence, next);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            LOG.warn("the toolkit did not start", e);
        }
        return ExitCode.UNKNOWN.code();
    }

    private int show(Services services, SettingsStore.Settings stored, OpenedReports reports) {
        var closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                // The window may be put away while its symbol stays.
                Platform.setImplicitExit(false);
                var shell = new Shell(services, stored);
                shell.openReportsWith(reports);
                shell.standIn(DesktopTray.ofThisDesktop());
                shell.onEnded(closed::countDown);
                shell.show(new Stage());
                if (instance != null) {
                    instance.serve(request -> FxExecutor.FX.execute(() -> shell.take(request)));
                }
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
