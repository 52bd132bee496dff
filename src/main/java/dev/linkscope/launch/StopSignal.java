package dev.linkscope.launch;

import dev.linkscope.support.NamedThreads;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the program is asked to end, by SIGTERM or Ctrl-C. The first signal lets it end in
 * order and with exit code 0, a second one ends it at once.
 *
 * <p>Java alone offers shutdown hooks, which neither choose the exit code nor hear of a second
 * signal. {@code sun.misc.Signal} of the module jdk.unsupported does; where that is missing, the
 * hook is left.
 */
final class StopSignal {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    /** What a shell reports of a process that a signal ended (POSIX, exit status for commands). */
    private static final int SIGNALLED = 128;

    /** Longer than ending takes; service managers wait 90 s by default, people less. */
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private StopSignal() {}

    /** Listens from now on. */
    static StopSignal listen() {
        var signal = new StopSignal();
        for (String name : new String[] {"TERM", "INT"}) {
            signal.handle(name);
        }
        // For everything else that ends a program, such as a terminal that is closed.
        Runtime.getRuntime().addShutdownHook(NamedThreads.platform("farewell", signal::farewell));
        return signal;
    }

    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (_, _, arguments) -> {
                                arrived((int) signal.getMethod("getNumber").invoke(arguments[0]));
                                return null;
                            });
            Object _ =
                    signal.getMethod("handle", signal, handler)
                            .invoke(
                                    null,
                                    signal.getConstructor(String.class).newInstance(name),
                                    ours);
        } catch (ReflectiveOperationException e) {
            boolean taken = e instanceof InvocationTargetException;
            LOG.info("signal {} is {}", name, taken ? "taken by somebody else" : "not offered", e);
        }
    }

    private void arrived(int number) {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
        asked.countDown();
    }

    private void farewell() {
        asked.countDown();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the end was not awaited");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Everything is closed: the program may end. */
    void finished() {
        finished.countDown();
    }
}
