package dev.linkscope.update;

import static dev.linkscope.update.UpdateServer.MANIFEST;
import static dev.linkscope.update.UpdateServer.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.i18n.Messages;
import dev.linkscope.support.TestCertificates;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements of a real server on loopback, with TLS, good and otherwise. */
@Timeout(30)
class SignedUpdatesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant ISSUED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Messages GERMAN = Messages.in(Locale.GERMAN, ZoneOffset.UTC);

    private ReleaseKey key;
    private UpdateServer server;
    private Instant now = NOW;
    private Duration longest = Duration.ofSeconds(10);

    @BeforeEach
    void start() throws Exception {
        key = new ReleaseKey();
        server = UpdateServer.secured("good");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SignedUpdates program(HttpUrl address, String version, PublicKey... keys)
            throws Exception {
        OkHttpClient client = TestCertificates.trusting(Fetch.client(longest)).build();
        return new SignedUpdates(
                new UpdatePlace(address, List.of(keys)),
                version,
                InstantSource.fixed(now),
                () -> client);
    }

    private Answer look(String version, Instant newestSeen) throws Exception {
        return program(server.manifest(), version, key.open()).look(newestSeen);
    }

    private Answer look() throws Exception {
        return look("0.1.0", Instant.EPOCH);
    }

    private UpdateServer announces(byte[] manifest) throws Exception {
        return server.announces(manifest, key.sign(manifest));
    }

    /** The reason why it is not known, which has a sentence and a next step in both languages. */
    private static String why(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.CannotTell.class);
        Statement why = ((Answer.CannotTell) answer).why();
        for (Messages messages : List.of(ENGLISH, GERMAN)) {
            var next = new Statement(why.key() + ".next", why.args());
            assertThat(messages.render(why)).isNotBlank().doesNotContain("{");
            assertThat(messages.render(next)).isNotBlank().doesNotContain("{");
        }
        return why.key().substring("update.why.".length());
    }

    @Test
    void aNewerReleaseIsToldWithAllThatIsKnownOfIt() throws Exception {
        announces(ReleaseKey.manifest());
        Answer answer = look();
        assertThat(answer).isInstanceOf(Answer.Newer.class);
        var release = ((Answer.Newer) answer).release();
        assertThat(release.version()).hasToString("0.2.0");
        assertThat(release.released()).hasToString("2026-11-19");
        assertThat(release.notes().value()).isEqualTo("https://example.org/linkscope/0.2.0");
        assertThat(release.issued()).isEqualTo(ISSUED);
        var mine = release.download("linux-x64").orElseThrow();
        assertThat(mine.page().value()).isEqualTo("https://example.org/linkscope/download#linux");
        assertThat(mine.file()).isEqualTo("linkscope_0.2.0_amd64.deb");
        assertThat(mine.sha256()).isEqualTo("a".repeat(64));
        assertThat(release.download("linux-riscv64")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2.0", "0.2.1", "0.3.0-rc.1", "1.0.0"})
    void thisOneOrANewerOneIsUpToDate(String own) throws Exception {
        announces(ReleaseKey.manifest());
        assertThat(look(own, ISSUED)).isInstanceOf(Answer.UpToDate.class);
    }

    @Test
    void aPreliminaryVersionIsToldOfItsRelease() throws Exception {
        announces(ReleaseKey.manifest());
        assertThat(look("0.2.0-rc.2", ISSUED)).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void eachChangedByteIsNoticed() throws Exception {
        byte[] manifest = ReleaseKey.manifest();
        byte[] signature = key.sign(manifest);
        for (int at : List.of(0, manifest.length / 2, manifest.length - 1)) {
            byte[] changed = manifest.clone();
            changed[at] ^= 1;
            server.announces(changed, signature);
            assertThat(look()).isEqualTo(new Answer.NotGenuine(server.address("")));
        }
        for (int at : List.of(0, 31, 32, 63)) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            server.announces(manifest, changed);
            assertThat(look())
                    .as("byte %s of the signature", at)
                    .isInstanceOf(Answer.NotGenuine.class);
        }
        server.announces(manifest, signature);
        assertThat(look()).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void aSignatureOfAnotherKeyOrLengthIsNone() throws Exception {
        byte[] manifest = ReleaseKey.manifest();
        server.announces(manifest, new ReleaseKey().sign(manifest));
        assertThat(look()).isInstanceOf(Answer.NotGenuine.class);
        for (byte[] signature :
                List.of(
                        new byte[0],
                        Arrays.copyOf(key.sign(manifest), 63),
                        Arrays.copyOf(key.sign(manifest), 65))) {
            server.announces(manifest, signature);
            assertThat(look()).isInstanceOf(Answer.NotGenuine.class);
        }
    }

    @Test
    void anyKeyOfTheProgramMaySign() throws Exception {
        var next = new ReleaseKey();
        byte[] manifest = ReleaseKey.manifest();
        server.announces(manifest, next.sign(manifest));
        assertThat(program(server.manifest(), "0.1.0", key.open(), next.open()).look(Instant.EPOCH))
                .isInstanceOf(Answer.Newer.class);
    }

    @Test
    void whatIsMissingIsNotTakenForFalse() throws Exception {
        assertThat(why(look())).isEqualTo("status");
        byte[] manifest = ReleaseKey.manifest();
        server.announces(manifest, key.sign(manifest)).status(SIGNATURE, 404);
        assertThat(why(look())).isEqualTo("status");
        server.status(MANIFEST, 503);
        assertThat(why(look())).isEqualTo("status");
    }

    @Test
    void olderThanWhatWasSeenIsNotBelieved() throws Exception {
        announces(ReleaseKey.manifest());
        assertThat(look("0.1.0", ISSUED)).isInstanceOf(Answer.Newer.class);
        assertThat(why(look("0.1.0", ISSUED.plusSeconds(1)))).isEqualTo("older");
        assertThat(why(look("0.2.0", ISSUED.plusSeconds(1)))).isEqualTo("older");
    }

    @Test
    void nothingIsBelievedOutsideOfItsTime() throws Exception {
        announces(ReleaseKey.manifest());
        now = Instant.parse("2027-05-20T10:00:00Z");
        assertThat(why(look())).isEqualTo("expired");
        now = now.minusSeconds(1);
        assertThat(look()).isInstanceOf(Answer.Newer.class);
        now = ISSUED.minus(Duration.ofDays(1)).minusSeconds(1);
        assertThat(why(look())).isEqualTo("early");
        now = now.plusSeconds(1);
        assertThat(look()).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void tooMuchIsNotReadToItsEnd() throws Exception {
        byte[] manifest = ReleaseKey.manifest();
        server.announces(manifest, key.sign(manifest)).floods(MANIFEST);
        assertThat(why(look())).isEqualTo("huge");
        server.announces(manifest, key.sign(manifest)).floods(SIGNATURE);
        assertThat(why(look())).isEqualTo("huge");
        byte[] padded = Arrays.copyOf(manifest, 64 * 1024 + 1);
        Arrays.fill(padded, manifest.length, padded.length, (byte) ' ');
        announces(padded);
        assertThat(why(look())).isEqualTo("huge");
        announces(Arrays.copyOf(padded, 64 * 1024));
        assertThat(look()).isInstanceOf(Answer.Newer.class);
    }

    @Test
    void aServerThatHangsIsLeft() throws Exception {
        longest = Duration.ofMillis(400);
        server.hangs(MANIFEST);
        assertThat(why(look())).isEqualTo("slow");
    }

    @Test
    void redirectsLeadToSecurePlacesOnly() throws Exception {
        byte[] manifest = ReleaseKey.manifest();
        server.has("/else/where", manifest).has(SIGNATURE, key.sign(manifest));
        for (int status : List.of(301, 302, 303, 307, 308)) {
            server.redirects(MANIFEST, status, "/else/where");
            assertThat(look()).isInstanceOf(Answer.Newer.class);
        }
        try (var plain = UpdateServer.plain()) {
            plain.announces(manifest, key.sign(manifest));
            for (String to :
                    List.of(
                            plain.address(MANIFEST),
                            "file:///etc/passwd",
                            "https://me:secret@127.0.0.1/",
                            "")) {
                server.redirects(MANIFEST, 302, to);
                assertThat(why(look())).as(to).isIn("redirect", "redirects");
            }
            assertThat(plain.asked).isEmpty();
        }
        server.asked.clear();
        server.redirects(MANIFEST, 302, MANIFEST);
        assertThat(why(look())).isEqualTo("redirects");
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void whatIsSignedByMistakeIsNotShown() throws Exception {
        for (byte[] slip :
                List.of(
                        "no JSON".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "[".repeat(60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        ReleaseKey.manifest("\"schemaVersion\": 1", "\"schemaVersion\": 2"))) {
            announces(slip);
            assertThat(why(look())).isEqualTo("unreadable");
        }
    }

    @Test
    void withoutANetworkItSaysSo() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Answer refused =
                program(HttpUrl.get("https://127.0.0.1:" + free + "/"), "0.1.0", key.open())
                        .look(Instant.EPOCH);
        assertThat(why(refused)).isEqualTo("unreachable");
        Answer unknown =
                program(HttpUrl.get("https://nowhere.invalid/"), "0.1.0", key.open())
                        .look(Instant.EPOCH);
        assertThat(why(unknown)).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"untrusted", "expired", "wrong_host"})
    void aServerWithoutAGoodCertificateIsNotHeard(String certificate) throws Exception {
        byte[] manifest = ReleaseKey.manifest();
        try (var bad = UpdateServer.secured(certificate)) {
            bad.announces(manifest, key.sign(manifest));
            Answer answer = program(bad.manifest(), "0.1.0", key.open()).look(Instant.EPOCH);
            assertThat(why(answer)).isEqualTo("tls");
            assertThat(bad.asked).isEmpty();
        }
    }

    @Test
    void theServerLearnsTheVersionAndNothingElse() throws Exception {
        announces(ReleaseKey.manifest());
        SignedUpdates program = program(server.manifest(), "0.1.0", key.open());
        program.look(Instant.EPOCH);
        program.look(ISSUED);
        assertThat(server.asked)
                .extracting(UpdateServer.Asked::line)
                .containsExactly(
                        "GET " + MANIFEST,
                        "GET " + SIGNATURE,
                        "GET " + MANIFEST,
                        "GET " + SIGNATURE);
        String host = server.manifest().host() + ":" + server.manifest().port();
        for (UpdateServer.Asked one : server.asked) {
            assertThat(one.body()).isEmpty();
            // All of it: the same the second time, whatever the server wanted remembered.
            assertThat(one.headers())
                    .containsOnlyKeys("Accept-encoding", "Connection", "Host", "User-agent")
                    .containsEntry("User-agent", List.of("Linkscope/0.1.0"))
                    .containsEntry("Host", List.of(host))
                    .containsEntry("Accept-encoding", List.of("identity"));
        }
    }

    @Test
    void aBuildThatKnowsNoPlaceAsksNobody() {
        var program =
                new SignedUpdates(
                        null,
                        "0.1.0",
                        InstantSource.fixed(NOW),
                        () -> {
                            throw new AssertionError("nobody is to be asked");
                        });
        assertThat(program.place()).isEmpty();
        assertThat(why(program.look(Instant.EPOCH))).isEqualTo("no_place");
    }

    @Test
    void aBuildThatDoesNotKnowItsVersionComparesNothing() throws Exception {
        assertThat(why(look("unknown", Instant.EPOCH))).isEqualTo("no_version");
        assertThat(server.asked).isEmpty();
    }
}
