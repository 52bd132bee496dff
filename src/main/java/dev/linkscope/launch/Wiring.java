package dev.linkscope.launch;

import dev.linkscope.agent.LocalAgentLink;
import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.WitnessBoard;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ssh.SshConfig;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.ssh.SshOptions;
import dev.linkscope.support.DataFolder;
import dev.linkscope.witness.LightProbes;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;

/** Puts the adapters together. */
final class Wiring {
    /** The clock of the whole program. */
    static final InstantSource CLOCK = InstantSource.system();

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
        return new ReportAssembler(messages::render, messages.locale().toLanguageTag(), CLOCK);
    }

    /** The second witness, which looks from this computer. */
    static WitnessBoard witness(SettingsStore.Manners manners) {
        // Java remembers names for 30 s, as long as the cadence: every other lookup would be none.
        Security.setProperty("networkaddress.cache.ttl", "5");
        return new WitnessBoard(new LightProbes(CLOCK, manners, Version.number()), CLOCK);
    }

    /** A made-up farm that begins now and runs in real time. */
    static SimulatedFarm demo() {
        return new SimulatedFarm(CLOCK, System::nanoTime, DEMO_SEED, 1);
    }

    /** Links to every kind of target. */
    static LinkFactory links(SshLinks ssh, SimulatedFarm demo) {
        return (printer, questions) ->
                switch (printer.target()) {
                    case Target.Ssh target -> ssh.link(target, questions);
                    case Target.OctoPrint _ -> throw new IllegalStateException();
                    case Target.Local _ -> new LocalAgentLink(OS);
                    case Target.Simulated _ -> demo.link(printer);
                };
    }
}
