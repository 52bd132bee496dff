package dev.linkscope.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class KeychainStoreTest {
    private static final String NAME = "octoprint http://octopi.local";
    private static final char[] SECRET = "canary-R5GZCd85jxU3".toCharArray();
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void nothingSecretIsLogged() {
        root.detachAppender(log);
        root.setLevel(before);
        assertThat(log.list)
                .allSatisfy(event -> {
                    assertThat(event.getFormattedMessage()).doesNotContain("canary");
                    if (event.getThrowableProxy() != null) {
                        assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                                .doesNotContain("canary");
                    }
                });
    }

    /** A keychain in memory. */
    private static class InMemory implements Keychain {
        final Map<String, String> entries = new HashMap<>();

        @Override
        public @Nullable String get(String name) throws Exception {
            return entries.get(name);
        }

        @Override
        public void set(String name, String secret) throws Exception {
            entries.put(name, secret);
        }

        @Override
        public void delete(String name) throws Exception {
            entries.remove(name);
        }
    }

    private static void assertKeepsNothing(KeychainStore store) {
        assertThat(store.keep(NAME, SECRET)).isFalse();
        assertThat(store.find(NAME)).isEmpty();
        store.forget(NAME);
    }

    @Test
    void keepsFindsAndForgets() {
        var keychain = new InMemory();
        var store = new KeychainStore(() -> keychain, PATIENCE);

        assertThat(store.keeps()).isTrue();
        assertThat(store.find(NAME)).isEmpty();
        assertThat(store.keep(NAME, SECRET)).isTrue();
        assertThat(store.find(NAME))
                .hasValueSatisfying(found -> {
                    assertThat(found).containsExactly(SECRET);
                });
        store.forget(NAME);
        assertThat(store.find(NAME)).isEmpty();
        assertThat(SECRET).as("the caller's array").startsWith('c');
    }

    @Test
    void noKeychainIsAskedForOnceAlone() {
        var opened = new AtomicInteger();
        var store =
                new KeychainStore(
                        () -> {
                            opened.incrementAndGet();
                            throw new UnsatisfiedLinkError("no library canary");
                        },
                        PATIENCE);
        assertThat(store.keeps()).isFalse();
        assertKeepsNothing(store);
        assertThat(opened).hasValue(1);
    }

    @Test
    void keychainThatFailsKeepsNothing() {
        var store =
                new KeychainStore(
                        () ->
                                new InMemory() {
                                    @Override
                                    public void set(String name, String secret) {
                                        throw new IllegalStateException("refused " + secret);
                                    }

                                    @Override
                                    public String get(String name) throws Exception {
                                        throw new Exception("locked: canary");
                                    }
                                },
                        PATIENCE);
        assertKeepsNothing(store);
        assertThat(log.list).isNotEmpty();
    }

    @Test
    void keychainThatAsksTheUserHoldsNobodyUpAndIsUsedLater() {
        var answered = new CountDownLatch(1);
        var keychain = new InMemory();
        var store =
                new KeychainStore(
                        () -> {
                            answered.await();
                            return keychain;
                        },
                        PATIENCE);
        long begun = System.nanoTime();
        assertThat(store.keeps()).isFalse();
        assertKeepsNothing(store);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(PATIENCE.multipliedBy(4));

        answered.countDown();
        await().until(store::keeps);
        assertThat(store.keep(NAME, SECRET)).isTrue();
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        var store =
                new KeychainStore(
                        () -> {
                            Thread.sleep(60_000);
                            return new InMemory();
                        },
                        Duration.ofMinutes(1));
        Thread caller = Thread.ofPlatform().start(store::keeps);
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
    }

    @Test
    void aLinuxWithoutADesktopHasNone() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        Assumptions.assumeTrue(
                System.getenv("DBUS_SESSION_BUS_ADDRESS") == null
                        && System.getenv("XDG_RUNTIME_DIR") == null,
                "the user's own keychain is left alone");
        var store = new KeychainStore();
        long begun = System.nanoTime();
        assertThat(store.keeps()).isFalse();
        assertKeepsNothing(store);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }
}
