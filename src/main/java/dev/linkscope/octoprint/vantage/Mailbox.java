package dev.linkscope.octoprint.vantage;

import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Frames on their way to the session, and the end of them. */
final class Mailbox {
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final String host;
    private volatile boolean closed;
    private boolean dismissed;
    private @Nullable LinkException ended;

    Mailbox(String host) {
        this.host = host;
    }

    /** What a poll can come upon. */
    private sealed interface Item {
        record Message(AgentFrame frame) implements Item {}

        record End(LinkException why) implements Item {}
    }

    void send(AgentFrame frame) {
        items.add(new Item.Message(frame));
    }

    /** Nothing follows; what was sent before is still delivered. */
    void end(LinkException why) {
        items.add(new Item.End(why));
    }

    /** Nobody reads any more. */
    void close() {
        closed = true;
        items.add(new Item.End(Problems.cancelled(host)));
    }

    /** As {@link dev.linkscope.engine.port.AgentChannel#poll}. */
    @Nullable AgentFrame poll(Duration wait) throws LinkException {
        if (ended != null) {
            throw ended;
        }
        if (dismissed) {
            return null;
        }
        try {
            Item item = closed ? null : items.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            if (closed) {
                throw over(Problems.cancelled(host));
            }
            return switch (item) {
                case null -> null;
                case Item.Message(AgentFrame frame) -> {
                    dismissed = frame instanceof AgentFrame.Bye;
                    yield frame;
                }
                case Item.End(LinkException why) -> throw over(why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw over(Problems.cancelled(host));
        }
    }

    private LinkException over(LinkException why) {
        ended = why;
        return why;
    }
}
