package dev.linkscope.secrets;

import dev.linkscope.engine.port.SecretStore;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps secrets in the keychain of the operating system, behind a guard: one that is missing,
 * fails, or does not answer in time keeps nothing, and whoever waits for it is not held up. One
 * that asks the user something may answer later; it is used again from then on. Thread-safe.
 */
public final class KeychainStore implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Keychain.Opener opener;
    private final Duration patience;

    /** One call at a time; a keychain that hangs holds this one thread, and no more. */
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    NamedThreads.factory("keychain"));

    /** The call that was given up last; may still be under way. */
    private @Nullable FutureTask<?> late;

    /** Only of the keychain's thread. */
    private @Nullable Keychain keychain;

    private volatile boolean missing;

    /** The keychain of this user; opens nothing yet. */
    public KeychainStore() {
        this(SystemKeychain::open, PATIENCE);
    }

    KeychainStore(Keychain.Opener opener, Duration patience) {
        this.opener = opener;
        this.patience = patience;
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public boolean keeps() {
        return on(_ -> true).orElse(false);
    }

    @Override
    public Optional<char[]> find(String name) {
        return on(keychain -> keychain.get(name)).map(String::toCharArray);
    }

    @Override
    public boolean keep(String name, char[] secret) {
        return on(
                        keychain -> {
                            keychain.set(name, new String(secret));
                            return true;
                        })
                .orElse(false);
    }

    @Override
    public void forget(String name) {
        on(keychain -> {
            keychain.delete(name);
            return true;
        });
    }

    private synchronized <T> Optional<T> on(Work<T> work) {
        if (missing || (late != null && !late.isDone())) {
            return Optional.empty();
        }
        var task = new FutureTask<@Nullable T>(() -> work.on(opened()));
        thread.execute(task);
        try {
            return Optional.ofNullable(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            late = task;
            LOG.info("the keychain does not answer");
        } catch (ExecutionException e) {
            // Never the message: it may hold what was to be kept.
            Throwable cause = e.getCause();
            LOG.info("the keychain fails: {}", (cause == null ? e : cause).getClass().getName());
        } catch (InterruptedException e) {
            late = task;
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Keychain opened() throws Exception {
        Keychain open = keychain;
        if (open == null) {
            try {
                open = opener.open();
            } catch (Exception | LinkageError e) {
                // What is not there now does not come while the program runs.
                missing = true;
                throw e;
            }
            keychain = open;
        }
        return open;
    }

    @FunctionalInterface
    private interface Work<T> {
        @Nullable T on(Keychain keychain) throws Exception;
    }
}
