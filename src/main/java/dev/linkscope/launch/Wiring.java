package dev.linkscope.launch;

import dev.linkscope.agent.LocalAgentLink;
import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.discovery.MdnsDiscovery;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.OctoPrintPrinting;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.WitnessBoard;
import dev.linkscope.engine.fix.FixRunner;
import dev.linkscope.engine.port.AgentLink;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.Discovery;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.hands.PiActions;
import dev.linkscope.i18n.Messages;
import dev.linkscope.notify.UserChannels;
import dev.linkscope.octoprint.AppKeys;
import dev.linkscope.octoprint.OctoPrintHttp;
import dev.linkscope.octoprint.OctoPrintOverHttp;
import dev.linkscope.octoprint.change.OctoPrintActions;
import dev.linkscope.octoprint.vantage.OctoPrintLink;
import dev.linkscope.plans.PlansWhenAsked;
import dev.linkscope.secrets.KeychainStore;
import dev.linkscope.ssh.SshConfig;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.SshOptions;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.support.DataFolder;
import dev.linkscope.update.SignedUpdates;
import dev.linkscope.witness.LightProbes;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the adapters together. */
final class Wiring {
    /** The clock of the whole program. */
    static final InstantSource CLOCK = InstantSource.system();

    /** The keychain of this user: one, so that a call that hangs holds one thread. */
    static final SecretStore KEYCHAIN = new KeychainStore();

    /** What is known about mending causes. */
    static final FixPlans PLANS = new PlansWhenAsked();

    /** Any number; the same one makes the same farm. */
    private static final long DEMO_SEED = 2026;

    private static final String OS = System.getProperty("os.name");

    private Wiring() {}

    /** Where this user's data are. */
    static DataFolder folder() {
        return DataFolder.of(System.getenv(), OS, System.getProperty("user.home"));
    }

    /**
     * The way to hosts over SSH.
     *
     * @param knownHosts file of accepted host keys
     * @param typed whether the user typed the hosts: only then may the SSH configuration be asked,
     *     as that can run commands
     */
    static SshOptions ssh(Path knownHosts, boolean typed) {
        SshOptions options =
                SshOptions.ofUser(
                        knownHosts,
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.getProperty("user.name"));
        return typed ? options : options.withConfig(SshConfig.NONE);
    }

    /** Makes reports in the language of the messages. */
    static ReportAssembler assembler(Messages messages) {
        return new ReportAssembler(
                messages.in24Hours()::render, messages.locale().toLanguageTag(), CLOCK, PLANS);
    }

    /**
     * The desk where causes are mended.
     *
     * @param octoPrint through which OctoPrint is changed and asked
     * @param ssh the way to the Pis
     */
    static FixRunner fixes(StoreOpened opened, Farm farm, OctoPrintDesk octoPrint, SshLinks ssh) {
        List<FixAction> actions =
                Stream.concat(piActions(ssh).stream(), octoPrintActions(octoPrint, ssh).stream())
                        .toList();
        PrintingNow printing = new OctoPrintPrinting(octoPrint);
        return new FixRunner(
                new FixRunner.Ports(PLANS, opened.fixes(), actions, printing, opened.store()),
                farm,
                CLOCK,
                System.getProperty("user.name"));
    }

    /** Asks for the newest release, when it is told to. */
    static Updates updates() {
        return new SignedUpdates(Version.number(), CLOCK);
    }

    /** The second witness, which looks from this computer. */
    static WitnessBoard witness(SettingsStore.Manners manners) {
        // Java remembers names for 30 s, as long as the cadence: every other lookup would be none.
        Security.setProperty("networkaddress.cache.ttl", "5");
        return new WitnessBoard(new LightProbes(CLOCK, manners, Version.number()), CLOCK);
    }

    /** Finds printers on every network of this computer. */
    static Discovery discovery() {
        return new MdnsDiscovery();
    }

    /** A made-up farm that begins now and runs in real time. */
    static SimulatedFarm demo() {
        return new SimulatedFarm(CLOCK, System::nanoTime, DEMO_SEED, 1);
    }

    /** Links to every kind of target. */
    static LinkFactory links(SshLinks ssh, OctoPrintDesk desk, SimulatedFarm demo) {
        return (printer, questions) ->
                switch (printer.target()) {
                    case Target.Ssh target -> ssh.link(target, questions);
                    case Target.OctoPrint(TargetUrl url) -> through(url, desk);
                    case Target.Local _ -> new LocalAgentLink(OS);
                    case Target.Simulated _ -> demo.link(printer);
                    case Target.Recorded(var display) ->
                            (_, _) -> {
                                throw new LinkException(
                                        Failure.of(FailureCode.BAD_ADDRESS, display), null, null);
                            };
                };
    }

    /** What Linkscope can do on a printer's computer. */
    private static List<FixAction> piActions(SshLinks ssh) {
        return PiActions.all(new PiPrograms(ssh, OS));
    }

    /** Signs in with OctoPrint and reads it. */
    static OctoPrintDesk octoPrint(SshLinks ssh) {
        return new OctoPrintDesk(
                new OctoPrintOverHttp(),
                new AppKeys(),
                new OctoPrintWays(ssh),
                KEYCHAIN,
                new KeyOverSsh(ssh));
    }

    /** What can be changed through OctoPrint. */
    static List<FixAction> octoPrintActions(OctoPrintDesk desk, SshLinks ssh) {
        return OctoPrintActions.all(new OctoPrintDoors(desk, ssh), KEYCHAIN);
    }

    /** The ways to tell the user, as the settings say at each moment. */
    static UserChannels channels(Supplier<Alerts> alerts, SecretStore secrets) {
        return new UserChannels(alerts, secrets, OS);
    }

    /** Measures through OctoPrint, with the key that its user gave; asks for none itself. */
    private static AgentLink through(TargetUrl url, OctoPrintDesk desk) {
        return (request, progress) -> {
            char[] key =
                    desk.key(url)
                            .orElseThrow(() ->
                                    OctoPrintDesk.failure(
                                            ConnectStep.ALLOW,
                                            PrinterApiException.Problem.WRONG_KEY,
                                            url));
            try {
                var calls = new OctoPrintHttp(url, key, null);
                return new OctoPrintLink(calls, url.display(), CLOCK).open(request, progress);
            } finally {
                Arrays.fill(key, '\0');
            }
        };
    }
}
