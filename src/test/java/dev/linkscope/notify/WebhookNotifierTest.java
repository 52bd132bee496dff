package dev.linkscope.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.SecretStore;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(40)
class WebhookNotifierTest {
    private static final String CANARY = "s3cr3t-t0pic";
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(30), Duration.ofMillis(60));

    private final MemorySecrets secrets = new MemorySecrets();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.linkscope");
    private volatile Alerts alerts = Alerts.USUAL;
    private final WebhookAddress address = new WebhookAddress(() -> alerts, secrets);
    private final WebhookNotifier notifier =
            new WebhookNotifier(address, Duration.ofMillis(800), PAUSES);

    @BeforeEach
    void listen() {
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    /** Whatever happened: nobody was told of the secret part of the address. */
    @AfterEach
    void nothingLeaked() {
        notifier.close();
        root.detachAppender(log);
        root.setLevel(null);
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(CANARY));
        assertThat(String.valueOf(notifier.problem())).doesNotContain(CANARY);
        assertThat(alerts.toString()).doesNotContain(CANARY);
    }

    private void want(String url) {
        var full = new TargetUrl(url);
        address.keep(full);
        alerts = new Alerts(false, null, new TargetUrl(full.origin()), List.of(), Map.of());
    }

    private static Statement why(Statement problem) {
        assertThat(problem.key()).isEqualTo("notify.webhook.failed");
        return (Statement) problem.args().get(1);
    }

    private Statement failure(String url) {
        want(url);
        notifier.tell(Notices.opened("T", "M"));
        await().atMost(Duration.ofSeconds(15)).until(() -> notifier.problem() != null);
        return why(notifier.problem());
    }

    @Test
    void aTopicOfNtfyIsPublishedAtItsRoot() throws Exception {
        try (var server = new HookServer().asNtfy()) {
            want("http://127.0.0.1:" + server.port() + "/" + CANARY);
            notifier.tell(Notices.opened("Title", "Message"));
            notifier.tell(Notices.opened("Two", "Message"));
            await().until(() -> server.requests.size() == 2);
            assertThat(server.requests)
                    .allMatch(request -> request.path().equals("/"))
                    .allMatch(request -> request.method().equals("POST"))
                    .allMatch(request -> request.body().contains("\"topic\":\"" + CANARY));
            await().until(() -> notifier.problem() == null);
        }
    }

    @Test
    void anyOtherServerGetsItAtTheAddressItself() throws Exception {
        try (var server = new HookServer()) {
            want("http://user:p%40ss@127.0.0.1:" + server.port() + "/" + CANARY);
            notifier.tell(Notices.opened("Title", "Message"));
            notifier.tell(Notices.opened("Two", "Message"));
            await().until(() -> server.requests.size() == 3);
            assertThat(server.requests)
                    .extracting(HookServer.Request::path)
                    .containsExactly("/", "/" + CANARY, "/" + CANARY);
            assertThat(server.requests.getLast().body())
                    .doesNotContain("topic")
                    .contains("\"title\":\"Two\"");
            assertThat(server.requests.getLast().authorization())
                    .isEqualTo(okhttp3.Credentials.basic("user", "p@ss"));
        }
    }

    @Test
    void aLongerPathIsNoTopic() throws Exception {
        try (var server = new HookServer()) {
            want("http://127.0.0.1:" + server.port() + "/hooks/" + CANARY + "?key=1");
            notifier.tell(Notices.opened("Title", "Message"));
            await().until(() -> server.requests.size() == 1);
            assertThat(server.requests.getFirst().path()).isEqualTo("/hooks/" + CANARY + "?key=1");
        }
    }

    @Test
    void whatMayPassIsTriedAgainAndThenGivenUp() throws Exception {
        try (var server = new HookServer()) {
            server.then(HookServer.Answer.of(500)).then(HookServer.Answer.of(429));
            want("http://127.0.0.1:" + server.port() + "/a/" + CANARY);
            notifier.tell(Notices.opened("T", "M"));
            await().until(() -> server.requests.size() == 3);
            assertThat(Optional.ofNullable(notifier.problem())).isEmpty();
            for (int i = 0; i < 3; i++) {
                server.then(HookServer.Answer.of(503));
            }
            assertThat(failure("http://127.0.0.1:" + server.port() + "/a/" + CANARY))
                    .isEqualTo(Statement.of("notify.webhook.why.status", 503));
            assertThat(server.requests).hasSize(6);
        }
    }

    @Test
    void aRefusalIsNotTriedAgain() throws Exception {
        try (var server = new HookServer().then(HookServer.Answer.of(403))) {
            assertThat(failure("http://127.0.0.1:" + server.port() + "/a/" + CANARY))
                    .isEqualTo(Statement.of("notify.webhook.why.status", 403));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void redirectsAreFollowedOnTheSameHostAlone() throws Exception {
        try (var server = new HookServer();
                var other = new HookServer()) {
            server.then(new HookServer.Answer(308, "/b/" + CANARY, ""));
            want("http://127.0.0.1:" + server.port() + "/a/" + CANARY);
            notifier.tell(Notices.opened("T", "M"));
            await().until(() -> server.requests.size() == 2);
            assertThat(server.requests.getLast().path()).isEqualTo("/b/" + CANARY);

            String elsewhere = "http://localhost:" + other.port() + "/" + CANARY;
            server.then(new HookServer.Answer(307, elsewhere, ""));
            assertThat(failure("http://127.0.0.1:" + server.port() + "/a/" + CANARY))
                    .isEqualTo(Statement.of("notify.webhook.why.redirect"));
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void aServerThatHangsIsGivenUpInTime() throws Exception {
        try (var server = new HookServer()) {
            for (int i = 0; i < 3; i++) {
                server.then(HookServer.Answer.of(-1));
            }
            assertThat(failure("http://127.0.0.1:" + server.port() + "/a/" + CANARY))
                    .isEqualTo(Statement.of("notify.webhook.why.timeout"));
        }
    }

    @Test
    void nobodyThere() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(failure("http://127.0.0.1:" + port + "/a/" + CANARY))
                .isEqualTo(Statement.of("notify.webhook.why.unreachable"));
        want("http://nowhere.invalid/a/" + CANARY);
        notifier.tell(Notices.opened("T", "M"));
        var unknown = Statement.of("notify.webhook.why.name");
        await().until(() -> why(notifier.problem()).equals(unknown));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path folder) throws Exception {
        HttpsServer https = HttpsServer.create();
        https.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        try (var server = new HookServer(https)) {
            assertThat(failure("https://127.0.0.1:" + server.port() + "/a/" + CANARY))
                    .isEqualTo(Statement.of("notify.webhook.why.tls"));
            assertThat(server.requests).isEmpty();
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                "changeit",
                                "-storetype",
                                "PKCS12")
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void theAddressComesFromTheKeychainAndOnlyForItsOwnHost() throws Exception {
        try (var server = new HookServer()) {
            String base = "http://127.0.0.1:" + server.port();
            want(base + "/a/" + CANARY);
            var afterRestart = new WebhookAddress(() -> alerts, secrets);
            assertThat(afterRestart.find()).isPresent();
            alerts =
                    new Alerts(
                            false, null, new TargetUrl("http://127.0.0.2:1"), List.of(), Map.of());
            assertThat(afterRestart.find()).isEmpty();
            try (var other = new WebhookNotifier(afterRestart)) {
                other.tell(Notices.opened("T", "M"));
                await().until(() -> other.problem() != null);
                assertThat(other.problem())
                        .isEqualTo(
                                Statement.of(
                                        "notify.webhook.unknown",
                                        "http://127.0.0.1".replace("127.0.0.1", "127.0.0.2")
                                                + ":1"));
            }
            afterRestart.forget();
            assertThat(secrets.kept).isEmpty();
        }
    }

    @Test
    void aTrialTellsAtOnce() throws Exception {
        try (var server = new HookServer();
                var channels = new UserChannels(() -> alerts, secrets, "Linux")) {
            var full = new TargetUrl("http://127.0.0.1:" + server.port() + "/a/" + CANARY);
            assertThat(channels.tryWebhook(full, Notices.opened("T", "M"))).isNull();
            server.then(HookServer.Answer.of(500));
            Statement problem = channels.tryWebhook(full, Notices.opened("T", "M"));
            assertThat(why(problem)).isEqualTo(Statement.of("notify.webhook.why.status", 500));
            assertThat(problem.toString()).doesNotContain(CANARY);
            assertThat(channels.tryWebhook(null, Notices.opened("T", "M")).key())
                    .isEqualTo("notify.webhook.unknown");
        }
    }

    private static final class MemorySecrets implements SecretStore {
        private final Map<String, char[]> kept = new ConcurrentHashMap<>();

        @Override
        public boolean keeps() {
            return true;
        }

        @Override
        public Optional<char[]> find(String name) {
            return Optional.ofNullable(kept.get(name)).map(char[]::clone);
        }

        @Override
        public boolean keep(String name, char[] secret) {
            kept.put(name, secret.clone());
            return true;
        }

        @Override
        public void forget(String name) {
            kept.remove(name);
        }
    }
}
