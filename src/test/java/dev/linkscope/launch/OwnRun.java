package dev.linkscope.launch;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SnapshotReportDesk;
import dev.linkscope.engine.WitnessView;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.history.Comparisons;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.SshOptions;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.ui.shell.FarmServices;
import dev.linkscope.ui.shell.PastServices;
import dev.linkscope.ui.shell.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The program as {@code WindowRun} puts it together, in a folder of its own, but for what would
 * leave this computer: references, routers and name servers are not asked.
 */
final class OwnRun implements AutoCloseable {
    private static final Set<ProbeKind> OUTSIDE =
            Set.of(
                    ProbeKind.GATEWAY,
                    ProbeKind.DNS,
                    ProbeKind.INTERNET,
                    ProbeKind.TRACE,
                    ProbeKind.SERVER_PATHS);

    private final SshLinks ssh;
    private final StoreOpened opened;
    private final Farm farm;
    private final Services services;

    private OwnRun(Path home, Locale locale) {
        Terminal terminal = Terminal.ofProcess(locale);
        ssh =
                new SshLinks(
                        SshOptions.ofUser(
                                home.resolve("known_hosts"),
                                Map.of(),
                                home,
                                System.getProperty("user.name")));
        opened = new Histories(Map.of(), home.resolve("history.sqlite"), Wiring.CLOCK).open(null);
        farm =
                new Farm(
                        SessionPlan.watch(new Manners(1_000, false)),
                        this::link,
                        opened.store(),
                        Wiring.CLOCK,
                        "new-user",
                        Wiring.PLANS);
        var files = new ReportFiles(terminal.messages());
        services =
                new Services(
                        farm,
                        _ -> WitnessView.NONE,
                        new ConnectionTest(
                                this::link, _ -> List.of(), OctoPrintDesk.closed(), "new-user"),
                        OctoPrintDesk.closed(),
                        new SnapshotReportDesk(
                                farm,
                                Wiring.assembler(terminal.messages()).withBook(opened.book()),
                                ReportOutput.press(terminal.messages()),
                                LogSource.NONE,
                                new SpanRecall(
                                        opened.store(), opened.book(), Wiring.PLANS, Wiring.CLOCK),
                                Wiring.CLOCK),
                        new SettingsInMemory("light", "new-user"),
                        terminal.messages(),
                        Wiring.CLOCK,
                        List::of,
                        FarmServices.NONE,
                        FixDesk.NONE,
                        new PastServices(opened.book(), Comparisons.NONE, Timelines.NONE, files),
                        _ -> {},
                        List::of);
    }

    /** A run whose files are in this folder. */
    static OwnRun in(Path home, Locale locale) {
        return new OwnRun(home, locale);
    }

    /** What its window needs. */
    Services services() {
        return services;
    }

    private AgentLink link(Printer printer, LinkQuestions questions) {
        AgentLink link = ssh.link((Target.Ssh) printer.target(), questions);
        return (request, progress) -> link.open(inside(request), progress);
    }

    private static AgentRequest inside(AgentRequest request) {
        return new AgentRequest(
                request.subscription(),
                request.instance(),
                request.lease(),
                request.from(),
                request.probes().stream()
                        .filter(probe -> !OUTSIDE.contains(probe.kind()))
                        .toList());
    }

    @Override
    public void close() {
        farm.close();
        ssh.close();
        opened.store().close();
    }
}
