package dev.linkscope.octoprint.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.octoprint.reading.Recorded;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OctoPrintLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String PLUGIN = " - octoprint.plugins.obico - ";

    private static PastRecord read(String log) throws IOException {
        return OctoPrintLog.read(new StringReader(log), ZoneOffset.UTC, NOW);
    }

    /** One event a line: kind, class, count, length in seconds. */
    private static List<String> told(PastRecord past) {
        return past.events().stream()
                .map(event ->
                        "%s %s %d %d"
                                .formatted(
                                        event.kind(),
                                        event.errorClass().isEmpty() ? "-" : event.errorClass(),
                                        event.count(),
                                        Duration.between(event.from(), event.to()).toSeconds()))
                .toList();
    }

    /** Each section of the recording, and what it tells. */
    private static final Map<String, List<String>> EXCERPTS = new LinkedHashMap<>();

    static {
        EXCERPTS.put(
                "server name cannot be resolved (DNS), whole entry as logged",
                List.of("SERVER_LOST dns.nxdomain 1 0"));
        EXCERPTS.put(
                "server refuses connection (ECONNREFUSED), whole entry",
                List.of("SERVER_LOST connect.refused 1 0"));
        EXCERPTS.put("webcam snapshot URL refused", List.of("WEBCAM_FAILED connect.refused 1 0"));
        EXCERPTS.put("server closed the websocket", List.of("SERVER_LOST - 1 0"));
        EXCERPTS.put(
                "websocket cannot be opened, then 120 s later the only countable error",
                List.of("SERVER_LOST connect.refused 2 0"));
        EXCERPTS.put("", List.of("SERVER_LOST upgrade.not_connected 1 0"));
        EXCERPTS.put("logged for EVERY get_plugin_status call, OctoPrint >= 1.11.2", List.of());
        EXCERPTS.put("normal start of a linked plugin", List.of());
        EXCERPTS.put("normal start of an unlinked plugin", List.of());
    }

    @Test
    void tellsEachRecordedExcerpt() throws IOException {
        var sections = new LinkedHashMap<String, String>();
        for (String part : Recorded.text("octoprint-log-obico-excerpts.txt").split("(?m)^##### ")) {
            if (!part.isEmpty()) {
                int end = part.indexOf('\n');
                sections.put(part.substring(0, end).strip(), part.substring(end + 1));
            }
        }
        assertThat(sections.keySet()).containsExactlyElementsOf(EXCERPTS.keySet());
        for (Map.Entry<String, String> section : sections.entrySet()) {
            PastRecord past = read(section.getValue());
            assertThat(told(past)).as(section.getKey()).isEqualTo(EXCERPTS.get(section.getKey()));
            assertThat(past.from()).isBefore(NOW);
        }
    }

    @Test
    void tellsTheRecordedLines() throws IOException {
        PastRecord past = read(Recorded.text("octoprint-log-lines.txt"));
        assertThat(told(past))
                .containsExactly(
                        "WEBCAM_FAILED connect.refused 3 3", "SERVER_LOST connect.refused 5 0");
        assertThat(past.source()).isEqualTo("octoprint.log");
        assertThat(past.from()).isEqualTo("2026-11-22T10:10:56.509Z");
        assertThat(past.to()).isEqualTo("2026-11-22T10:11:03.201Z");
    }

    @Test
    void noRecordedLogIsLeftOut() {
        assertThat(Recorded.names("", "octoprint-log-.*"))
                .containsExactly("octoprint-log-lines.txt", "octoprint-log-obico-excerpts.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WARNING - WS Closed - 4321 - token | KICKED upgrade.kicked 1 0",
                "ERROR - Shared auth_token detected. Shutting down. | KICKED upgrade.kicked 1 0",
                "WARNING - WS Closed - 1006 - None | SERVER_LOST - 1 0",
                "WARNING - Server WS ERROR: Handshake status 403 Forbidden -+-+- {'a': 'b'} -+-+- x"
                        + " | SERVER_LOST upgrade.ws_4xx 1 0",
                "WARNING - Server WS ERROR: Handshake status 502 Bad -+-+- | SERVER_LOST upgrade.ws_bad_gateway 1 0",
                "WARNING - auth_token is not validated. Not sending message to server..."
                        + " | NOT_AUTHORISED upgrade.not_authorised 1 0",
                "WARNING - Plugin not configured. Not sending message to server..."
                        + " | NOT_AUTHORISED upgrade.not_linked 1 0",
                "WARNING - Server message queue is full, msg dropped | SERVER_LOST - 1 0",
                "ERROR - Janus not found or not configured correctly. Quiting webcam streaming."
                        + " | STREAMING_FAILED janus_missing 1 0",
                "WARNING - Janus quit with exit code 127 | STREAMING_FAILED janus_ended 1 0",
                "ERROR - Janus quit! This should not happen. Exit code: 127"
                        + " | STREAMING_FAILED janus_ended 1 0",
                "WARNING - No ffmpeg found, or ffmpeg does NOT support h264_omx/h264_v4l2m2m encoding."
                        + " | STREAMING_FAILED no_h264_encoder 1 0",
                "WARNING - Failed to capture jpeg - 404 Client Error: Not Found for url: http://c"
                        + " | WEBCAM_FAILED response.not_found 1 0",
                "WARNING - Failed to capture jpeg - 401 Client Error: Unauthorized for url: http://c"
                        + " | WEBCAM_FAILED response.login_needed 1 0",
                "WARNING - Failed to capture jpeg - 503 Server Error: Service Unavailable for url: x"
                        + " | WEBCAM_FAILED response.http_5xx 1 0",
                "WARNING - Failed to capture jpeg - HTTP Error 503: Service Unavailable"
                        + " | WEBCAM_FAILED response.http_5xx 1 0",
                "WARNING - Failed to capture jpeg - HTTPConnectionPool(host='c', port=80): Read timed out. (read timeout=5)"
                        + " | WEBCAM_FAILED request.timeout 1 0",
                "WARNING - Failed to capture jpeg - Connection to c timed out. (connect timeout=5)"
                        + " | WEBCAM_FAILED connect.timeout 1 0",
                "WARNING - Failed to capture jpeg - Invalid Webcam snapshot URL \"None\" or stream URL: \"None\""
                        + " | WEBCAM_FAILED request.no_url 1 0",
                "WARNING - Failed to capture jpeg - <urlopen error unknown url type: webrtc>"
                        + " | WEBCAM_FAILED request.bad_scheme 1 0",
                "WARNING - Failed to capture jpeg - End of stream before a valid jpeg is found"
                        + " | WEBCAM_FAILED response.not_a_stream 1 0",
                "WARNING - Failed to capture jpeg - Wrong mjpeg data format | WEBCAM_FAILED body.wrong_format 1 0",
                "WARNING - Failed to capture jpeg - Payload returned from the snapshot_url is too large. Did"
                        + " | WEBCAM_FAILED body.too_large 1 0"
            })
    void knowsEachLine(String line, String expected) throws IOException {
        assertThat(told(read("2026-11-22 10:00:00,000" + PLUGIN + line + "\n")))
                .containsExactly(expected);
        // The same words of another program are not the plugin's.
        assertThat(read("2026-11-22 10:00:00,000 - octoprint.other - " + line).events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ssl.SSLCertVerificationError: certificate has expired (_ssl.c:1129) | tls.cert_expired",
                "ssl.SSLCertVerificationError: certificate is not yet valid | tls.cert_not_yet_valid",
                "requests.exceptions.SSLError: Hostname mismatch, certificate is not | tls.cert_wrong_host",
                "requests.exceptions.SSLError: unable to get local issuer certificate | tls.cert_untrusted",
                "requests.exceptions.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong | tls.not_tls",
                "requests.exceptions.SSLError: EOF occurred in violation | tls.tls_error",
                "requests.exceptions.ConnectionError: [Errno -3] Temporary failure in name resolution | dns.dns_failed",
                "requests.exceptions.ConnectionError: [Errno 113] No route to host | connect.unreachable",
                "requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer')) | request.reset",
                "requests.exceptions.ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response')) | request.closed",
                "requests.exceptions.ReadTimeout: HTTPSConnectionPool: Read timed out. (read timeout=60) | request.timeout",
                "requests.exceptions.ConnectTimeout: (connect timeout=60) | connect.timeout",
                "requests.exceptions.MissingSchema: Invalid URL 'app.obico.io/api' | request.bad_scheme"
            })
    void knowsEachException(String last, String expected) throws IOException {
        String entry =
                "2026-11-22 10:00:00,000"
                        + PLUGIN
                        + "ERROR - POST: https://app.obico.io/api/v1/octo/pic/\n"
                        + "Traceback (most recent call last):\n  File \"x.py\", line 1, in y\n"
                        + last
                        + "\n";
        assertThat(told(read(entry))).containsExactly("SERVER_LOST " + expected + " 1 0");
    }

    @Test
    void anOutageIsOneEventUntilTheServerIsBack() throws IOException {
        String log =
                """
                2026-11-22 10:00:00,000 - octoprint.plugins.obico - WARNING - WS Closed - 1006 - None
                2026-11-22 10:02:30,000 - octoprint.plugins.obico - WARNING - Not connected to websocket server after 120s
                2026-11-22 10:02:30,100 - octoprint.plugins.obico - ERROR - Attempt 1 - backing off 2 seconds: Not connected
                2026-11-22 10:04:40,000 - octoprint.plugins.obico - WARNING - Server WS ERROR: [Errno -3] Temporary failure
                2026-11-22 10:05:00,000 - octoprint.plugins.obico - ERROR - Attempt 2 - backing off 9 seconds: Not connected
                2026-11-22 10:08:00,000 - octoprint.plugins.obico - INFO - Linked printer: {'is_pro': False, 'id': 42}
                2026-11-22 10:09:00,000 - octoprint.plugins.obico - WARNING - WS Closed - 1001 - None
                """;
        assertThat(told(read(log)))
                .containsExactly("SERVER_LOST dns.dns_failed 4 480", "SERVER_LOST - 1 0");
    }

    @Test
    void attemptsThatBeginAnewTellOfASuccessBetween() throws IOException {
        String attempt =
                "2026-11-22 10:0%d:00,000"
                        + PLUGIN
                        + "ERROR - Attempt %d - backing off 1 seconds: x\n";
        String warning =
                "2026-11-22 10:02:59,999"
                        + PLUGIN
                        + "WARNING - Not connected to websocket server after 120s\n";
        PastRecord past =
                read(
                        attempt.formatted(0, 1)
                                + attempt.formatted(1, 2)
                                + warning
                                + attempt.formatted(3, 1));
        assertThat(told(past))
                .containsExactly("SERVER_LOST - 2 60", "SERVER_LOST upgrade.not_connected 1 0");
        assertThat(past.events().getLast().from()).isEqualTo("2026-11-22T10:02:59.999Z");
    }

    @Test
    void failuresFarApartAreSeveralEvents() throws IOException {
        String line = "2026-11-22 %s:00:00,000" + PLUGIN + "WARNING - Failed to capture jpeg - x\n";
        assertThat(told(read(line.formatted("08") + line.formatted("09"))))
                .containsExactly("WEBCAM_FAILED - 1 0", "WEBCAM_FAILED - 1 0");
    }

    @Test
    void aStartOfOctoPrintEndsWhatWent() throws IOException {
        String log =
                "2026-11-22 10:00:00,000"
                        + PLUGIN
                        + "WARNING - WS Closed - None - None\n"
                        + "2026-11-22 10:00:30,000 - octoprint.startup - INFO - Starting OctoPrint 1.11.8\n"
                        + "2026-11-22 10:01:00,000"
                        + PLUGIN
                        + "WARNING - WS Closed - None - None\n";
        assertThat(told(read(log)))
                .containsExactly(
                        "SERVER_LOST - 1 0", "OCTOPRINT_STARTED - 1 0", "SERVER_LOST - 1 0");
    }

    @Test
    void aMainLoopThatGoesWrongIsACrash() throws IOException {
        String traceback =
                """
                Traceback (most recent call last):
                  File "/opt/octopi/oprint/lib/python3.11/site-packages/octoprint_obico/__init__.py", line 300, in main_loop
                    self.x()
                AttributeError: 'NoneType' object has no attribute 'get'
                """;
        assertThat(
                        told(
                                read(
                                        "2026-11-22 10:00:00,000"
                                                + PLUGIN
                                                + "ERROR - Uncaught\n"
                                                + traceback)))
                .containsExactly("PLUGIN_CRASHED upgrade.crashed 1 0");
        assertThat(
                        told(
                                read(
                                        "2026-11-22 10:00:00,000 - octoprint - INFO - other\n"
                                                + "Exception in thread Thread-9:\n"
                                                + traceback)))
                .containsExactly("PLUGIN_CRASHED upgrade.crashed 1 0");
        // Somebody else's entry with such a path proves nothing.
        assertThat(
                        read("2026-11-22 10:00:00,000 - octoprint.other - INFO - x\n" + traceback)
                                .events())
                .isEmpty();
    }

    @Test
    void timesAreLocalAndTheHourThatComesTwiceIsTwoHours() throws IOException {
        String line = "%s,000" + PLUGIN + "WARNING - WS Closed - 1006 - None\n";
        String log =
                line.formatted("2026-10-25 01:30:00")
                        + line.formatted("2026-10-25 02:50:00")
                        + line.formatted("2026-10-25 02:10:00")
                        + line.formatted("2026-10-25 03:30:00");
        assertThat(OctoPrintLog.read(new StringReader(log), BERLIN, NOW).events())
                .extracting(PastEvent::from)
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-10-24T23:30:00Z",
                        "2026-10-25T00:50:00Z",
                        "2026-10-25T01:10:00Z",
                        "2026-10-25T02:30:00Z");
    }

    @Test
    void aTimeThatDoesNotExistIsNoTrouble() throws IOException {
        String line = "2026-03-29 02:30:00,000" + PLUGIN + "WARNING - WS Closed - 1006 - None\n";
        assertThat(OctoPrintLog.read(new StringReader(line), BERLIN, NOW).events())
                .extracting(PastEvent::from)
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(
                        read("2026-02-31 25:61:61,000" + PLUGIN + "WARNING - WS Closed - 1 - x")
                                .events())
                .isEmpty();
    }

    @Test
    void entriesOfTheFutureAreThoseOfAClockThatWasNotSet() throws IOException {
        assertThat(
                        read("2031-01-01 00:00:00,000" + PLUGIN + "WARNING - WS Closed - 1 - x")
                                .events())
                .isEmpty();
    }

    @Test
    void anOutageGoesOnFromOneFileToTheNext() throws IOException {
        String line = "%s,000" + PLUGIN + "WARNING - WS Closed - 1006 - None\n";
        List<Reader> files =
                List.of(
                        new StringReader(line.formatted("2026-11-21 23:59:30")),
                        new StringReader(line.formatted("2026-11-22 00:00:30")));
        PastRecord past = OctoPrintLog.read(files, ZoneOffset.UTC, NOW);
        assertThat(told(past)).containsExactly("SERVER_LOST - 2 60");
        assertThat(past.from()).isEqualTo("2026-11-21T23:59:30Z");
    }

    @Test
    void anEmptyLogTellsNothing() throws IOException {
        assertThat(read("")).isEqualTo(new PastRecord("octoprint.log", NOW, NOW, List.of()));
    }

    @Test
    void nothingOfATextLeaves() throws IOException {
        String secret = "canary";
        String log =
                "2026-11-22 10:00:00,000 - octoprint.plugins.obico - ERROR - POST: https://u:canary@srv/canary\n"
                        + "canary.CanaryError: canary\n"
                        + "2026-11-22 10:00:01,000 - octoprint.plugins.obico - WARNING - WS Closed - 1006 - canary\n"
                        + "2026-11-22 10:00:02,000 - octoprint.plugins.obico - WARNING - Server WS ERROR: Handshake status 401 canary -+-+- {'authorization': 'bearer canary'}\n"
                        + "2026-11-22 10:00:03,000 - octoprint.plugins.obico - WARNING - Failed to capture jpeg - canary\n";
        PastRecord past = read(log);
        assertThat(past.events()).hasSize(2);
        assertThat(past.toString()).doesNotContainIgnoringCase(secret);
    }

    @Test
    void theNewestEventsAreKept() throws IOException {
        var log = new StringBuilder();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 12_000; i++) {
            String time = at.plus(Duration.ofMinutes(10L * i)).toString();
            log.append(time, 0, 10)
                    .append(' ')
                    .append(time, 11, 19)
                    .append(",000" + PLUGIN + "WARNING - WS Closed - 1006 - None\n");
        }
        PastRecord past = read(log.toString());
        assertThat(past.events()).hasSize(10_000);
        assertThat(past.events().getLast().from())
                .isEqualTo(at.plus(Duration.ofMinutes(10L * 11_999)));
        assertThat(past.from()).isEqualTo(at);
    }

    @Test
    void aLogWithoutEndIsReadInBoundedMemoryAndTime() throws IOException {
        // Lines of 3 MB without an end, made as they are read.
        var endless =
                new Reader() {
                    private long given;

                    @Override
                    public int read(char[] into, int offset, int length) {
                        for (int i = 0; i < length; i++) {
                            given++;
                            into[offset + i] = given % 3_000_000 == 0 ? '\n' : 'x';
                        }
                        return length;
                    }

                    @Override
                    public void close() {}
                };
        assertThat(OctoPrintLog.read(endless, ZoneOffset.UTC, NOW).events()).isEmpty();
        assertThat(endless.given).isEqualTo(BoundedLines.MOST);
    }

    @Test
    void linesMadeToBeSlowAreNot() throws IOException {
        for (String piece :
                List.of(
                        "Linked printer: {",
                        "Attempt 1",
                        "WS Closed - ",
                        "GET: /api/v1/octo/printer/",
                        "Error",
                        "Handshake status ",
                        "  File \"octoprint_obico/__init__.py\"")) {
            String line =
                    "2026-11-22 10:00:00,000" + PLUGIN + "ERROR - " + piece.repeat(1_500) + "\n";
            String log = line.repeat(100) + (piece.repeat(1_500) + "\n").repeat(100);
            long begun = System.nanoTime();
            assertThat(read(log)).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(piece)
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whateverIsInALogIsReadToItsEnd() throws IOException {
        var random = new Random(7);
        List<String> lines =
                new ArrayList<>(Recorded.text("octoprint-log-lines.txt").lines().toList());
        lines.addAll(Recorded.text("octoprint-log-obico-excerpts.txt").lines().toList());
        for (int round = 0; round < 300; round++) {
            var log = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                var line = new StringBuilder(lines.get(random.nextInt(lines.size())));
                for (int cut = random.nextInt(4); cut > 0 && !line.isEmpty(); cut--) {
                    int place = random.nextInt(line.length());
                    switch (random.nextInt(3)) {
                        case 0 -> line.deleteCharAt(place);
                        case 1 -> line.setCharAt(place, (char) random.nextInt(0x10000));
                        default -> line.insert(place, line.substring(0, place));
                    }
                }
                log.append(line).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
            }
            for (PastEvent event : read(log.toString()).events()) {
                assertThat(event.to()).isAfterOrEqualTo(event.from());
                assertThat(event.count()).isPositive();
                assertThat(event.errorClass()).matches("[a-z0-9_.]{0,40}");
            }
        }
    }

    @Test
    void aClockThatIsSetBackBeginsAnotherEvent() throws IOException {
        String line = "%s,000" + PLUGIN + "WARNING - WS Closed - 1006 - None\n";
        PastRecord past =
                read(line.formatted("2026-11-22 10:00:00") + line.formatted("2026-11-22 09:00:00"));
        assertThat(past.events())
                .extracting(PastEvent::from)
                .containsExactly(
                        Instant.parse("2026-11-22T09:00:00Z"),
                        Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(past.events()).extracting(PastEvent::kind).containsOnly(PastKind.SERVER_LOST);
    }
}
