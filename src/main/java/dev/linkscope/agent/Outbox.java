package dev.linkscope.agent;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on a thread of its own, so that a broken link never blocks the one who has to say
 * something.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Far more than a conversation has waiting; beyond it the link is broken anyway. */
    private static final int CAPACITY = 64;

    private final OutputStream output;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;

    Outbox(OutputStream output, Limits limits, String name) {
        this.output = output;
        this.thread =
                limits.platformThreads()
                        ? NamedThreads.platform(name, this::writeAll)
                        : NamedThreads.virtual(name, this::writeAll);
    }

    void start() {
        thread.start();
    }

    /** Queues bytes; never blocks. What a broken link cannot take is dropped. */
    void send(byte[] bytes) {
        if (!waiting.offer(bytes)) {
            LOG.debug("The agent takes no commands; one was dropped");
        }
    }

    /** Ends the thread, once the stream lets go of it. */
    void close() {
        thread.interrupt();
    }

    private void writeAll() {
        try {
            while (true) {
                output.write(waiting.take());
                output.flush();
            }
        } catch (IOException e) {
            // The reading side sees the same end and reports it.
            LOG.debug("Writing to the agent ended: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
