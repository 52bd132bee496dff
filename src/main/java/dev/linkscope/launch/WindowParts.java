package dev.linkscope.launch;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.ReadingRounds;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SnapshotReportDesk;
import dev.linkscope.engine.WitnessBoard;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.farm.IncidentDesk;
import dev.linkscope.engine.fix.FixRunner;
import dev.linkscope.engine.history.ConclusionLog;
import dev.linkscope.engine.history.HistoryComparisons;
import dev.linkscope.engine.history.HistoryTimelines;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.i18n.Languages;
import dev.linkscope.i18n.Messages;
import dev.linkscope.inventory.PrinterLists;
import dev.linkscope.notify.UserChannels;
import dev.linkscope.octoprint.OctoPrintOverHttp;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.report.redact.AddressSecrets;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.OpenedReports;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on as long as the program with the window: the farm and all that watches it. Only its
 * words change with the language.
 */
final class WindowParts {
    private static final Logger LOG = LoggerFactory.getLogger(WindowParts.class);

    private final DataFolder folder;
    private final SettingsStore settings;
    private final Languages languages;
    private final StoreOpened history;
    private final SimulatedFarm demo = Wiring.demo();
    private final SshLinks ssh;
    private final OctoPrintDesk octoPrint;
    private final Farm farm;
    private final FarmBoard board;
    private final WitnessBoard witness;
    private final UserChannels channels;
    private final IncidentDesk incidents;
    private final FixRunner fixes;
    private final ConclusionLog conclusions;
    private final ReadingRounds rounds;
    private final String instance;
    private final Updates updates = Wiring.updates();
    private volatile Messages messages;

    /**
     * Everything made, nothing begun.
     *
     * @param open closes all of it but the history
     */
    WindowParts(
            CloseInTurn open,
            DataFolder folder,
            SettingsStore settings,
            Settings stored,
            StoreOpened history,
            Languages languages,
            Messages messages) {
        this.folder = folder;
        this.languages = languages;
        this.settings = settings;
        this.history = history;
        this.messages = messages;
        this.instance = stored.instance();
        history.book().keep(stored.preferences().retention());
        ssh = open.keep(new SshLinks(Wiring.ssh(folder.knownHosts(), true)));
        octoPrint = open.keep(Wiring.octoPrint(ssh));
        farm =
                open.keep(
                        new Farm(
                                SessionPlan.watch(stored.manners(), stored.preferences().limits()),
                                Wiring.links(ssh, octoPrint, demo),
                                history.store(),
                                Wiring.CLOCK,
                                instance,
                                Wiring.PLANS));
        board = open.keep(new FarmBoard(farm, Wiring.CLOCK));
        witness = open.keep(Wiring.witness(stored.manners()));
        rounds = open.keep(new ReadingRounds(farm, octoPrint, new LogsOverSsh(ssh), Wiring.CLOCK));
        channels = open.keep(Wiring.channels(() -> settings.load().alerts(), Wiring.KEYCHAIN));
        incidents =
                open.keep(
                        new IncidentDesk(
                                farm,
                                board::view,
                                () -> settings.load().alerts(),
                                WindowParts::log,
                                channels,
                                this::render,
                                Wiring.CLOCK,
                                messages.zone()));
        fixes = open.keep(Wiring.fixes(history, farm, octoPrint, ssh));
        conclusions = open.keep(new ConclusionLog(farm, history.book(), Wiring.CLOCK));
    }

    /**
     * Begins.
     *
     * @param withDemo whether the made-up farm is there from the start
     */
    void start(boolean withDemo) {
        witness.follow(farm);
        rounds.start();
        board.start();
        incidents.start();
        fixes.start();
        conclusions.start();
        if (withDemo) {
            farm.addAll(demo.printers(), _ -> LinkQuestions.NOBODY);
        }
    }

    /** From now on speaks another language. */
    void speak(Messages other) {
        messages = other;
    }

    /** The zone of all times. */
    ZoneId zone() {
        return messages.zone();
    }

    private String render(Statement statement) {
        return messages.render(statement);
    }

    /** What the window needs, in the language spoken now. */
    Services services() {
        Messages words = messages;
        var recall = new SpanRecall(history.store(), history.book(), Wiring.PLANS, Wiring.CLOCK);
        return new Services(
                farm,
                witness::of,
                new ConnectionTest(
                        Wiring.links(ssh, octoPrint, demo),
                        new OctoPrintOverHttp(),
                        octoPrint,
                        instance),
                octoPrint,
                new SnapshotReportDesk(
                        farm,
                        Wiring.assembler(words)
                                .with(witness)
                                .withFixes(history.fixes())
                                .withBook(history.book()),
                        ReportOutput.press(words, () -> AddressSecrets.of(addresses())),
                        new SupportLogs(
                                ssh, octoPrint, words, Path.of(System.getProperty("user.home"))),
                        recall,
                        Wiring.CLOCK),
                settings,
                words,
                Wiring.CLOCK,
                demo::printers,
                new FarmServices(
                        board::view, incidents, Wiring.discovery(), new PrinterLists(), channels),
                fixes,
                new PastServices(
                        history.book(),
                        new HistoryComparisons(
                                history.store(),
                                history.book(),
                                words::render,
                                () -> settings.load().preferences().limits()),
                        new HistoryTimelines(
                                history.store(), history.book(), recall, words::render),
                        new ReportFiles(words)),
                this::apply,
                this::troubles);
    }

    /** Opens reports in windows of their own, in the language spoken now. */
    OpenedReports reports() {
        Messages words = messages;
        return new OpenedReports(
                new ReportFiles(words),
                ReportOutput.press(words, () -> AddressSecrets.of(addresses())),
                words,
                () -> settings.load().theme());
    }

    private void apply(Settings changed) {
        farm.replan(SessionPlan.watch(changed.manners(), changed.preferences().limits()));
        witness.replan(changed.manners());
        history.book().keep(changed.preferences().retention());
    }

    /** Asks for the newest release. */
    Updates updates() {
        return updates;
    }

    /** Where this user's data are. */
    DataFolder folder() {
        return folder;
    }

    /** File of the history; null if it is not on this computer. */
    @Nullable Path historyFile() {
        return Files.exists(folder.history()) ? folder.history() : null;
    }

    /** Every address that is asked: some hold a password. */
    private List<TargetUrl> addresses() {
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
    private List<Statement> troubles() {
        Stream<Statement> remarks =
                Stream.concat(settings.remarks().stream(), languages.problems().stream());
        return Stream.concat(remarks, problems()).toList();
    }

    private Stream<Statement> problems() {
        return Stream.of(
                        moved("settings.moved", settings.brokenFileMovedTo()),
                        moved("store.moved", history.movedAside()),
                        Optional.ofNullable(history.recovered()),
                        Optional.ofNullable(settings.problem()),
                        Optional.ofNullable(history.store().problem()),
                        Optional.ofNullable(channels.problem()))
                .flatMap(Optional::stream);
    }

    private static Optional<Statement> moved(String key, @Nullable String where) {
        return Optional.ofNullable(where).map(file -> Statement.of(key, file));
    }
}
