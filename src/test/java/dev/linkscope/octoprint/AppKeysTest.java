package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.OctoPrintSignIn.Outcome;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.RawServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialogue as OctoPrint 1.9 and 1.11 held it, replayed. */
@Timeout(60)
class AppKeysTest {
    private static final String TOKEN = "aN581znZ69gHck0s71prjH_YvzxQy5qUIMDIDmGp11Y";
    private static final String POLL = "/plugin/appkeys/request/" + TOKEN;

    private final List<TargetUrl> pages = new ArrayList<>();
    private final AppKeys keys = new AppKeys();
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RawServer();
        server.at("/plugin/appkeys/probe", Answer.recorded("appkeys-01-probe.http"))
                .at("/plugin/appkeys/request", Answer.recorded("appkeys-10-request.http"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Outcome ask() {
        return keys.ask(server.url(), pages::add);
    }

    /** Answers the polls in this order, the last one for ever; none for an empty name. */
    private void polls(String... recordings) {
        var polls = new AtomicInteger();
        server.at(
                POLL,
                out -> {
                    int at = Math.min(polls.getAndIncrement(), recordings.length - 1);
                    if (!recordings[at].isEmpty()) {
                        out.write(Recorded.bytes(recordings[at]));
                    }
                });
    }

    @Test
    void grantedKeyIsHandedOver() {
        polls("appkeys-11-poll-pending.http", "appkeys-13-poll-granted.http");

        Outcome outcome = ask();

        assertThat(outcome).isInstanceOf(Outcome.Granted.class);
        assertThat(((Outcome.Granted) outcome).key())
                .containsExactly("R5GZCd85jxU3aPFONGGyMV9zqMQt8X8iIi4VeowUxLQ".toCharArray());
        assertThat(outcome.toString()).doesNotContain("R5GZ");
        assertThat(pages)
                .containsExactly(
                        new TargetUrl(server.url().value() + "/plugin/appkeys/auth/" + TOKEN));
        assertThat(server.requests().get(1)).endsWith("{\"app\":\"Linkscope\"}");
        assertThat(server.requests()).noneMatch(request -> request.contains("X-Api-Key"));
    }

    @Test
    void olderVersionsHaveOtherTokens() {
        server.at("/plugin/appkeys/request", Answer.recorded("op193-appkeys-request.http"))
                .at(
                        "/plugin/appkeys/request/E1E5152191C74073B68811D04F0DE074",
                        Answer.recorded("appkeys-13-poll-granted.http"));
        assertThat(ask()).isInstanceOf(Outcome.Granted.class);
    }

    @Test
    void no() {
        polls("appkeys-11-poll-pending.http", "appkeys-20-poll-denied-404.http");
        assertThat(ask()).isEqualTo(new Outcome.Denied());
    }

    @Test
    void questionThatWasNeverKnownIsNoNo() {
        polls("appkeys-04-poll-unknown-token.http");
        assertThat(ask()).isEqualTo(new Outcome.Expired());
    }

    @Test
    void questionThatIsForgottenMeanwhileIsNoNo() {
        var begun = new AtomicReference<Long>();
        server.at(
                POLL,
                out -> {
                    if (begun.compareAndSet(null, System.nanoTime())) {
                        out.write(Recorded.bytes("appkeys-11-poll-pending.http"));
                    } else if (System.nanoTime() - begun.get() > Duration.ofSeconds(6).toNanos()) {
                        out.write(Recorded.bytes("appkeys-06-poll-after-5s-silence-404.http"));
                    } else {
                        // Longer than a poll waits.
                        Thread.sleep(9_000);
                    }
                });
        assertThat(ask()).isEqualTo(new Outcome.Expired());
    }

    @Test
    void knowsHowLongItIsNotWelcome() {
        server.at(
                "/plugin/appkeys/request",
                Answer.recorded("appkeys-31-request-rate-limited-429.http"));
        Outcome outcome = ask();
        assertThat(outcome).isEqualTo(new Outcome.RateLimited(Duration.ofMinutes(1)));

        server.at(
                "/plugin/appkeys/request",
                Answer.text("HTTP/1.1 429 X\r\nRetry-After: 90\r\n\r\n"));
        assertThat(ask()).isEqualTo(new Outcome.RateLimited(Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "0;1;2;3, 60",
        "0;70;140;210;280;290, 380",
        "0;700;1400;2100;2110;2120;2800;2810;2820;3500;3501, 799"
    })
    void countsItsOwnRequests(String seconds, long wait) {
        var rate = new RequestRate();
        long now = 0;
        for (String second : seconds.split(";")) {
            now = Duration.ofSeconds(Long.parseLong(second)).toNanos();
            rate.asked("octopi.local:80", now);
        }
        assertThat(rate.wait("octopi.local:80", now)).isEqualTo(Duration.ofSeconds(wait));
        assertThat(rate.wait("other:80", now)).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "op111-startup-root-2.raw, STARTING",
        "haproxy-octoprint-down-503.first-bytes.bin, DOWN",
        "op111-version-anon.http, NOT_SET_UP",
        "op111-startup-intermediary-2.raw, STARTING"
    })
    void saysWhyItComesToNoQuestion(String recording, Problem problem) {
        server.at("/plugin/appkeys/probe", Answer.recorded(recording))
                .at("/", Answer.recorded("op111-startup-root-2.raw"));
        assertThat(ask()).isEqualTo(new Outcome.Failed(problem));
        assertThat(pages).isEmpty();
    }

    @Test
    void versionWithoutTheDialogue() {
        server.at("/plugin/appkeys/probe", Answer.recorded("op111-pluginmanager-disabled.http"));
        assertThat(ask()).isEqualTo(new Outcome.Unsupported());
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"app_token\":\"../../api\"}", "{\"app_token\":7}", "[]", "no JSON"})
    void oddTokensAreNotFollowed(String body) {
        server.at("/plugin/appkeys/request", Answer.json(201, body));
        assertThat(ask()).isEqualTo(new Outcome.Failed(Problem.GARBAGE));
        assertThat(pages).isEmpty();
    }

    @Test
    void keyThatIsNoneIsNotTaken() {
        server.at(POLL, Answer.json(200, "{\"api_key\":\"a b\"}"));
        assertThat(ask()).isEqualTo(new Outcome.Failed(Problem.GARBAGE));
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        polls("appkeys-11-poll-pending.http");
        var outcome = new AtomicReference<Outcome>();
        Thread asking = Thread.ofPlatform().start(() -> outcome.set(ask()));
        await().until(() -> server.requests().size() > 3);
        asking.interrupt();
        assertThat(asking.join(Duration.ofSeconds(2))).isTrue();
        assertThat(outcome).hasValue(new Outcome.Failed(Problem.CANCELLED));
    }
}
