package dev.linkscope.launch;

import dev.linkscope.agent.LocalAgentLink;
import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.ssh.SshLinks;
import java.time.InstantSource;

/** Puts the adapters together. */
final class Wiring {
    /** The clock of the whole program. */
    static final InstantSource CLOCK = InstantSource.system();

    private Wiring() {}

    /** Links to every kind of target. */
    static LinkFactory links(SshLinks ssh, SimulatedFarm demo) {
        return (printer, questions) ->
                switch (printer.target()) {
                    case Target.Ssh target -> ssh.link(target, questions);
                    case Target.Local _ -> new LocalAgentLink();
                    case Target.Simulated _ -> demo.link(printer);
                };
    }
}
