package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OctoPrintFinder;
import java.time.Duration;
import java.util.List;

/** Goes the whole way to a printer once, step by step, and leaves nothing behind. */
public final class ConnectionTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final LinkFactory links;
    private final OctoPrintFinder octoPrint;
    private final OctoPrintDesk desk;
    private final String instance;

    /** A test for one installation of Linkscope. */
    public ConnectionTest(
            LinkFactory links, OctoPrintFinder octoPrint, OctoPrintDesk desk, String instance) {
        this.links = links;
        this.octoPrint = octoPrint;
        this.desk = desk;
        this.instance = instance;
    }

    /**
     * Connects, starts the agent, asks for no probe and ends it again. Blocks; interrupt the thread
     * to cancel.
     *
     * @return the printer, with what was found of its configuration
     * @throws LinkException at the first step that fails
     */
    public Printer run(Printer printer, LinkQuestions questions, ConnectProgress progress)
            throws LinkException {
        if (printer.target() instanceof Target.OctoPrint(TargetUrl address)) {
            OctoPrintDesk.SignedIn there = desk.signIn(printer, address, questions, progress);
            return there.configured(printer.withTarget(new Target.OctoPrint(there.octoPrint())));
        }
        var nothing = new AgentRequest("test-" + printer.id(), instance, LEASE, null, List.of());
        try (AgentChannel channel = links.link(printer, questions).open(nothing, progress)) {
            channel.stop();
            AgentFrame frame = channel.poll(GOODBYE);
            while (frame != null && !(frame instanceof AgentFrame.Bye)) {
                frame = channel.poll(GOODBYE);
            }
        }
        lookForOctoPrint(printer.target(), progress);
        return printer;
    }

    /**
     * Only tells what was found: a printer without OctoPrint in reach can be measured all the same.
     */
    private void lookForOctoPrint(Target target, ConnectProgress progress) {
        String host =
                switch (target) {
                    case Target.Ssh ssh -> ssh.host();
                    case Target.OctoPrint _ -> "";
                    case Target.Local _ -> "127.0.0.1";
                    case Target.Simulated _, Target.Recorded _ -> "";
                };
        long begun = System.nanoTime();
        String found =
                host.isEmpty()
                        ? ""
                        : octoPrint.find(host).map(OctoPrintFinder.Found::url).orElse("");
        progress.done(ConnectStep.OCTOPRINT, found, Duration.ofNanos(System.nanoTime() - begun));
    }
}
