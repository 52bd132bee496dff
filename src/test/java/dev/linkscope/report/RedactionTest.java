package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String CANARY = "c4n4ry";

    private final Redaction byLooks = Redaction.byLooks();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pi:c4n4ry@10.0.0.7/webcam/?action=snapshot",
                "http://pi:a@c4n4ry@host/",
                "http://pi:a/c4n4ry@host/",
                "http://c4n4ry@host/",
                "rtsp://admin:c4n4ry@cam.local:554/stream",
                "pi:c4n4ry@octopi.local",
                "http://host/snap.jpg?user=admin&pwd=c4n4ry&size=2",
                "http://host/?apikey=c4n4ry",
                "http://host/?key=c4n4ry#x",
                "apikey: c4n4ry",
                "api_key = \"c4n4ry\"",
                "X-Api-Key: c4n4ry",
                "{\"auth_token\":\"c4n4ry\",\"a\":1}",
                "access_token=c4n4ry",
                "password='c4n4ry'",
                "passphrase: c4n4ry",
                "client_secret=c4n4ry",
                "session_id=c4n4ry; path=/",
                "Authorization: Basic c4n4ryAAA=",
                "Authorization: Token c4n4ry",
                "authorization=Bearer c4n4ry",
                "sent Bearer c4n4ryAAA0 and waited",
                "eyJhbGciOiJIUzI1NiJ9.c4n4ryAAAAAAAA.c4n4ry",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nc4n4ry\nc4n4ry\n-----END OPENSSH PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nc4n4ry",
            })
    void removesWhatLooksLikeASecret(String text) {
        assertThat(byLooks.clean(text)).doesNotContain(CANARY).contains(Redaction.MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123", "A1B2C3D4E5F6A7B8C9D0E1F2A3B4C5D6E7F8A9B0"})
    void removesKeysWrittenAsHexadecimal(String key) {
        assertThat(byLooks.clean("key " + key + " refused"))
                .isEqualTo("key " + Redaction.MARK + " refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The server was asked without a token.",
                "http://10.0.0.7:8080/webcam/?action=snapshot",
                "http://octopi.local/a@2x.png",
                "http://host:8080/a@2x.png",
                "pi@octopi.local",
                "2026-11-22T08:02:10Z",
                "3f0c1de2-5a44-4a6b-9b7e-0c1d2e3f4a5b",
                "All resolvers answered within 40 ms.",
                "b8:27:eb:12:34:56",
                "passed 12 of 12",
                "Basic authentication is on.",
                "fe80::1%wlan0",
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(byLooks.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "my pass is hunter22!,my pass is ‹removed›!",
        "p%40ss+word in a URL,‹removed› in a URL",
        "p@ss word plain,‹removed› plain",
        "pi is short: pi@host and raspi,‹removed› is short: ‹removed›@host and raspi",
    })
    void removesKnownValues(String text, String expected) {
        var redaction = new Redaction(() -> List.of("hunter22", "hunter", "p@ss word", "pi", ""));

        assertThat(redaction.clean(text)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void cleaningTwiceChangesNothingMore(@ForAll String text) {
        String once = byLooks.clean("http://" + text + "@x token=" + text);

        assertThat(byLooks.clean(once)).isEqualTo(once);
    }

    @Test
    @Timeout(30)
    void longTextsTakeNoLongTime() {
        for (String part : List.of("a", "a:", "token", "-----BEGIN A-----", "http://", "%", " ")) {
            byLooks.clean(part.repeat(20_000 / part.length()));
        }
    }

    @Test
    void noTextOfAReportEscapes() {
        var redaction = new Redaction(() -> List.of(CANARY));
        var json = new ReportJson(Messages.in(Locale.ENGLISH, ZoneOffset.UTC), "1", redaction);

        String written = new String(json.write(full()), StandardCharsets.UTF_8);

        assertThat(written).doesNotContain(CANARY).contains(Redaction.MARK);
        assertThat(written).contains("\"removed\" : 13");
    }

    @Test
    void theNumberOfRemovedValuesSurvivesWritingAgain() throws Exception {
        var messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        var knowing = new ReportJson(messages, "1", new Redaction(() -> List.of(CANARY)));
        var other = new ReportJson(messages, "1", Redaction.byLooks());
        byte[] first = knowing.write(full());

        assertThat(new String(other.write(other.read(first)), StandardCharsets.UTF_8))
                .isEqualTo(new String(first, StandardCharsets.UTF_8));
    }

    /** A report with the canary in every text that somebody else wrote. */
    static Report full() {
        PrinterReport base = SampleReports.ill("id-" + CANARY, "name " + CANARY);
        var failure = new ReportFailure("login_refused", "message " + CANARY, "next " + CANARY);
        Statement nested = SampleReports.said("nested " + CANARY);
        Statement statement =
                Statement.of("report.pane.down", Duration.ofSeconds(3), "12% " + CANARY);
        var finding = base.findings().getFirst();
        var evidence =
                new Evidence(
                        true, Statement.of("report.as_written", nested), 1.0, 2.0, "u" + CANARY);
        var pane = base.server();
        return new Report(
                SampleReports.MADE,
                "en",
                false,
                List.of(
                        new PrinterReport(
                                base.id(),
                                base.name(),
                                CANARY + "@host",
                                new Connection("lost", failure),
                                base.coverage(),
                                new Pane(
                                        "http://x:" + CANARY + "@host/",
                                        pane.figures(),
                                        pane.trace()),
                                null,
                                List.of(statement),
                                List.of(
                                        new Finding(
                                                finding.rule(),
                                                finding.verdict(),
                                                finding.severity(),
                                                finding.confidence(),
                                                statement,
                                                List.of(evidence),
                                                statement,
                                                List.of())),
                                List.of(Fact.known("a", CANARY, null)))),
                List.of(
                        new SharedOutage(
                                SampleTraces.START,
                                SampleReports.MADE,
                                List.of("id-" + CANARY, "b"),
                                2,
                                null,
                                "state")));
    }
}
