package dev.linkscope.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, the newest first; what one cannot close does not keep others open. */
final class CloseInTurn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloseInTurn.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Closes this too; returns it. */
    <T extends AutoCloseable> T keep(T thing) {
        open.push(thing);
        return thing;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable next = open.pop();
            try {
                next.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("{} did not close", next.getClass().getSimpleName(), e);
            }
        }
    }
}
