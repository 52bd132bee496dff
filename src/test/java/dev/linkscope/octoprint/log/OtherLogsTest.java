package dev.linkscope.octoprint.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.past.PastRecord;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logs of Klipper's Obico and of the system, by the formats of their programs. */
@Timeout(60)
class OtherLogsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    ERROR  backoff - Attempt 3 - backing off 2.1 seconds: [Errno 111] Connection refused"
                        + " | SERVER_LOST connect.refused 1 0",
                " WARNING  obico.ws - WS Closed - 4321 - x | KICKED upgrade.kicked 1 0",
                "    ERROR  obico.app - Shared auth_token detected. Shutting down. | KICKED upgrade.kicked 1 0",
                " WARNING  obico.app - auth_token not configured. Retry after 2s | NOT_AUTHORISED upgrade.not_linked 1 0",
                " WARNING  obico.webcam_capture - Failed to capture jpeg - HTTPConnectionPool(host='127.0.0.1', port=8080): Read timed out. (read timeout=5)"
                        + " | WEBCAM_FAILED request.timeout 1 0",
                " WARNING  obico.webcam_capture - Failed to capture jpeg - 502 Server Error: Bad Gateway for url: https://app.obico.io/api/v1/octo/pic/"
                        + " | SERVER_LOST response.http_5xx 1 0",
                "    ERROR  obico.webcam_stream - Janus not found or not configured correctly. 0.1FPS"
                        + " | STREAMING_FAILED janus_missing 1 0",
                " WARNING  obico.webcam_capture - webcam_config is None | WEBCAM_FAILED request.no_camera 1 0",
                "     INFO  obico.app - starting moonraker-obico (v2.1.4) | OCTOPRINT_STARTED - 1 0"
            })
    void knowsTheLinesOfObicoForKlipper(String rest, String expected) throws IOException {
        // The table's cells are stripped; the level is right-aligned to eight characters.
        String line = "2026-03-01 11:42:19,461" + "  " + " ".repeat(3) + rest.strip() + "\n";
        PastRecord past =
                MoonrakerObicoLog.read(List.of(new StringReader(line)), ZoneOffset.UTC, NOW);
        assertThat(told(past)).containsExactly(expected);
        assertThat(past.source()).isEqualTo("moonraker-obico.log");
    }

    @Test
    void knowsEachFormatOfTheJournal() throws IOException {
        String log =
                """
                -- Boot 0123456789abcdef --
                2026-03-01T10:00:00+0100 octopi kernel: Linux version 6.6.31 (x@y)
                2026-03-01T10:00:05+01:00 octopi kernel: hwmon hwmon1: Undervoltage detected!
                Mar 01 09:00:09 octopi kernel: hwmon hwmon1: Voltage normalised
                Mar  1 10:20:00 octopi kernel: [ 1200.1] brcmfmac: wlan0: deauthenticated from 00:11:22:33:44:55 (reason 3)
                2026-03-01T10:20:30.123456+00:00 octopi wpa_supplicant[321]: wlan0: CTRL-EVENT-CONNECTED - Connection to canary
                Mar  1 10:30:00 octopi kernel: usb 1-1.2: reset high-speed USB device number 4 using xhci_hcd
                Mar  1 10:30:01 octopi kernel: uvcvideo: Failed to resubmit video URB (-1).
                Mar  1 10:40:00 octopi someone[7]: Under-voltage detected, says somebody else
                [Sun Mar  1 10:50:00 2026] smsc95xx 1-1.1:1.0 eth0: link down
                Dec 24 10:00:00 octopi kernel: Under-voltage detected! (0x00050005)
                garbage
                """;
        PastRecord past = JournalLog.read(new StringReader(log), ZoneOffset.UTC, NOW);
        assertThat(told(past))
                .containsExactly(
                        "UNDER_VOLTAGE - 1 0",
                        "COMPUTER_STARTED - 1 0",
                        "UNDER_VOLTAGE - 1 4",
                        "LINK_LOST wifi_lost 1 30",
                        "USB_RESET usb_reset 2 1",
                        "LINK_LOST link_down 1 0");
        assertThat(past.from()).isEqualTo("2025-12-24T10:00:00Z");
        assertThat(past.to()).isEqualTo("2026-03-01T10:50:00Z");
        assertThat(past.toString()).doesNotContain("canary");
    }

    @Test
    void timesWithoutOffsetAreLocal() throws IOException {
        String line = "Mar  1 10:20:00 pi kernel: Under-voltage detected!\n";
        assertThat(
                        JournalLog.read(new StringReader(line), ZoneId.of("America/New_York"), NOW)
                                .events())
                .singleElement()
                .satisfies(event -> assertThat(event.from()).isEqualTo("2026-03-01T15:20:00Z"));
    }

    @Test
    void whateverIsInAJournalIsReadToItsEnd() throws IOException {
        var random = new Random(11);
        String alphabet = "Mar 1 10:20:00 pi kernel: usb 1-1 [T2026-]+under-voltage detected\n";
        for (int round = 0; round < 300; round++) {
            var log = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                log.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(JournalLog.read(new StringReader(log.toString()), ZoneOffset.UTC, NOW))
                    .isNotNull();
        }
        String slow = "Mar  1 10:20:00 pi kernel: " + "usb".repeat(2_500) + "\n";
        long begun = System.nanoTime();
        JournalLog.read(new StringReader(slow.repeat(500)), ZoneOffset.UTC, NOW);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
