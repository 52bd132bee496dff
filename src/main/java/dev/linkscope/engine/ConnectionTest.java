package dev.linkscope.engine;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkFactory;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.util.List;

/** Goes the whole way to a printer once, step by step, and leaves nothing behind. */
public final class ConnectionTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final LinkFactory links;
    private final String instance;

    /** A test for one installation of Linkscope. */
    public ConnectionTest(LinkFactory links, String instance) {
        this.links = links;
        this.instance = instance;
    }

    /**
     * Connects, starts the agent, asks for no probe and ends it again. Blocks; interrupt the thread
     * to cancel.
     *
     * @throws LinkException at the first step that fails
     */
    public void run(Printer printer, LinkQuestions questions, ConnectProgress progress)
            throws LinkException {
        var nothing = new AgentRequest("test-" + printer.id(), instance, LEASE, List.of());
        try (AgentChannel channel = links.link(printer, questions).open(nothing, progress)) {
            channel.stop();
            AgentFrame frame = channel.poll(GOODBYE);
            while (frame != null && !(frame instanceof AgentFrame.Bye)) {
                frame = channel.poll(GOODBYE);
            }
        }
    }
}
