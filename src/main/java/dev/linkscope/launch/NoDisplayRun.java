package dev.linkscope.launch;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SnapshotReportDesk;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.farm.FarmBoard;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.OffscreenPictures;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * What the program does on a machine without a display: the demo as text, a PDF and pictures of the
 * window.
 */
final class NoDisplayRun {
    private static final String INSTANCE = "no-display";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long TICK_MILLIS = 100;

    /** Printers whose pages are drawn: bursts, a sick camera, nothing reachable. */
    private static final List<String> PICTURED =
            List.of("weak-wifi", "frozen-camera", "unreachable");

    private final Terminal terminal;

    /** A run that writes to this terminal. */
    NoDisplayRun(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs it; returns the code to exit with. */
    int run() {
        var demo = Wiring.demo();
        LinkFactory links = (printer, questions) -> demo.link(printer);
        try (OutcomeStore store = SqliteHistory.inMemory(Wiring.CLOCK);
                Farm farm =
                        new Farm(
                                SessionPlan.WATCH,
                                links,
                                store,
                                Wiring.CLOCK,
                                INSTANCE,
                                Wiring.PLANS);
                FarmBoard board = new FarmBoard(farm, Wiring.CLOCK)) {
            farm.addAll(demo.printers(), _ -> LinkQuestions.NOBODY);
            awaitHistory(farm);
            board.start();
            var assembler = Wiring.assembler(terminal.messages());
            new ReportText(terminal.messages())
                    .lines(assembler.assemble(farm.snapshots()))
                    .forEach(terminal::result);
            var desk =
                    new SnapshotReportDesk(
                            farm,
                            assembler,
                            ReportOutput.press(terminal.messages()),
                            LogSource.NONE);
            write(farm, board, desk, links, demo.printers());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNKNOWN.code();
        } catch (IOException e) {
            terminal.note(
                    terminal.messages().text("command.unwritten", String.valueOf(e.getMessage())));
            return ExitCode.UNKNOWN.code();
        }
    }

    private void write(
            Farm farm,
            FarmBoard board,
            SnapshotReportDesk desk,
            LinkFactory links,
            List<Printer> printers)
            throws IOException, InterruptedException {
        Path folder = folder();
        Files.createDirectories(folder);
        List<PrinterId> all = printers.stream().map(Printer::id).toList();
        Path pdf = folder.resolve("linkscope-demo.pdf");
        desk.exportPdf(all, pdf);
        terminal.note(terminal.messages().text("command.written", pdf.toString()));
        startToolkitWithoutDisplay();
        var services =
                new Services(
                        farm,
                        _ -> WitnessView.NONE,
                        new ConnectionTest(
                                links, host -> List.of(), OctoPrintDesk.closed(), INSTANCE),
                        OctoPrintDesk.closed(),
                        desk,
                        new SettingsInMemory("light", INSTANCE),
                        terminal.messages(),
                        Wiring.CLOCK,
                        () -> printers,
                        FarmServices.NONE.withView(board::view),
                        FixDesk.NONE,
                        PastServices.NONE,
                        _ -> {},
                        List::of);
        List<PrinterId> pictured =
                PICTURED.stream()
                        .flatMap(scenario ->
                                printers.stream()
                                        .filter(printer ->
                                                printer.target().display().endsWith(scenario)))
                        .map(Printer::id)
                        .toList();
        List<Path> pictures = OffscreenPictures.write(services, pictured, folder);
        terminal.note(
                terminal.messages().text("command.pictures", pictures.size(), folder.toString()));
        Platform.exit();
    }

    private static void startToolkitWithoutDisplay() {
        Toolkit.withoutDisplay();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
    }

    /** Waits until every printer has delivered its past or failed. */
    private static void awaitHistory(Farm farm) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !farm.snapshots().stream().allMatch(NoDisplayRun::told)) {
            Thread.sleep(TICK_MILLIS);
        }
    }

    private static boolean told(SessionSnapshot session) {
        boolean failed = session.link() == LinkState.FAILED || session.link() == LinkState.WAITING;
        return failed || session.server().figures().attempts() > 0;
    }

    /** Beside the build's own output in a checkout, else in the current folder. */
    private static Path folder() {
        Path target = Path.of("target");
        return Files.isDirectory(target) ? target.resolve("linkscope") : Path.of("linkscope-demo");
    }
}
