package dev.linkscope.report.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.linkscope.domain.report.RedactionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
    private static Cleaner cleaner(RedactionLevel level) {
        return new Cleaner(level, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joined b8:27:eb:12:34:56 twice b8-27-EB-12-34-56|joined mac-1 twice mac-1",
                "mac:b827.eb12.3456 and B8%3A27%3aeb:12:34:56|mac:mac-1 and mac-1",
                "bssid=aa:bb:cc:dd:ee:01 then aa:bb:cc:dd:ee:01|bssid=ap-1 then ap-1",
                "asked [2001:db8::5]:443 and 203.0.113.7|asked [ip-1]:443 and ip-2",
                "dst:2001:db8::7 at 10:11:12|dst:ip-1 at 10:11:12",
                "2001:0DB8:0:0::5 is 2001:db8::5|ip-1 is ip-1",
                "p203-0-113-7.dip.example.net|pip-1.dip.example.net",
                "fe80::ba27:ebff:fe12:3456%wlan0 is b8:27:eb:12:34:56|fe80::mac-1%wlan0 is mac-1",
                "write to anna.b@mail.example.org now|write to email-1 now",
                "ssid=\"My \\net\" seen, My \\net again|ssid=\"ssid-1\" seen, ssid-1 again",
                "ESSID:\"Anna's place\"|ESSID:\"ssid-1\"",
                "wlan0: SSID: Cafe Kranzler freq: 2412|wlan0: SSID: ssid-1 freq: 2412",
                "Serial\t\t: 10000000abcdef12|Serial\t\t: serial-1",
                "SerialNumber: CZPX1234X004|SerialNumber: serial-1",
                "/dev/serial/by-id/usb-Prusa_MK3_CZPX1234X004-if00|/dev/serial/by-id/usb-Prusa_MK3_serial-1-if00",
                "machine 3f0c1de2-5a44-4a6b-9b7e-0c1d2e3f4a5b|machine serial-1",
                "file /home/anna/.octoprint/logs by anna|file /home/user-1/.octoprint/logs by user-1",
                "C:\\Users\\Anna Maria\\x|C:\\Users\\user-1 Maria\\x",
            })
    void supportHidesWhereAndWhose(String text, String expected) {
        assertThat(cleaner(RedactionLevel.SUPPORT).clean(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pi@octopi.local:22",
                "anna@printer.lan",
                "192.168.1.20, 10.0.0.7, 172.16.3.4, 100.64.1.1, 127.0.0.1, 169.254.3.4",
                "fe80::1%wlan0 and fd12:3456::1 and ::1",
                "ff:ff:ff:ff:ff:ff and 00:00:00:00:00:00",
                "resolver 1.1.1.1 answered, mask 255.255.255.0",
                "version v1.4.0.1 at 2026-11-22 08:02:10,123",
                "/home/pi/oprint/bin/python",
                "http://octopi.local:8080/a@2x.png",
                "getty@tty1.service",
                "std::vector and a::b",
                "Serial port is open, serial: /dev/ttyUSB0",
                "the Raspberry Pi 4 Model B Rev 1.4 of Anna",
            })
    void supportLeavesTheRest(String text) {
        assertThat(cleaner(RedactionLevel.SUPPORT).clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://garage.local:8080/webcam then garage.local|http://host-1:8080/webcam then host-1",
                "https://obico.firm.example.com/ws|https://host-1/ws",
                "https://app.obico.io/ws, octoprint.org|https://app.obico.io/ws, octoprint.org",
                "anna@garage.local|user-1@host-1",
                "pi@192.168.178.42 and 192.168.178.1|pi@192.168.178.ip-1 and 192.168.178.ip-2",
                "fd12:3456::1|ip-1",
                "https://abc.tunnels.app.obico.io|https://host-1",
                "Nov 22 10:00:00 garagepi kernel: on garagepi|Nov 22 10:00:00 host-1 kernel: on host-1",
                "hostname=garagepi|hostname=host-1",
                "octoprint.plugins.obico.ws, octoprint.log, java.io.IOException|octoprint.plugins.obico.ws, octoprint.log, java.io.IOException",
                "http://192.168.1.5/|http://192.168.1.ip-1/",
            })
    void everybodyLearnsNoNames(String text, String expected) {
        assertThat(cleaner(RedactionLevel.PUBLIC).clean(text)).isEqualTo(expected);
    }

    @Test
    void theUserKeepsAllButCredentials() {
        String text =
                "anna@garage.local b8:27:eb:12:34:56 203.0.113.7 ssid=\"Nest\" /home/anna a@b.example.org";

        assertThat(cleaner(RedactionLevel.MINE).clean(text + " psk=geheim wpa_passphrase=\"a b\""))
                .isEqualTo(text + " psk=‹removed› wpa_passphrase=\"‹removed›\"");
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void credentialsGoAtEveryLevel(RedactionLevel level) {
        for (String text :
                List.of(
                        "psk=c4n4ry9",
                        "psk=\"c4n4ry9 with blanks\"",
                        "wpa_passphrase=c4n4ry9",
                        "{\\\"password\\\": \\\"c4n4ry9 x\\\"}",
                        "password%3Dc4n4ry9",
                        "Cookie: a=c4n4ry9; b=c4n4ry9",
                        "set-cookie: session_P80=c4n4ry9; Path=/",
                        "authorization: Digest username=\"c4n4ry9\", response=\"c4n4ry9\"",
                        "curl -u anna:c4n4ry9 http://x",
                        "sshpass -p c4n4ry9 ssh x",
                        "tool --password c4n4ry9",
                        "http%3A%2F%2Fanna%3Ac4n4ry9%40cam%2F",
                        "PresharedKey = c4n4ry9",
                        "u'password': u'c4n4ry9'")) {
            assertThat(cleaner(level).clean(text)).as(text).doesNotContain("c4n4ry9");
        }
    }

    @Test
    void whatOneTextGivesAwayGoesFromTheNext() {
        Cleaner cleaner = cleaner(RedactionLevel.MINE);

        cleaner.clean("http://pi:hunter22@cam/");

        assertThat(cleaner.clean("it said HUNTER22; aHVudGVyMjI=; hunter%32%32? hunter22"))
                .isEqualTo("it said ‹removed›; ‹removed›; hunter%32%32? ‹removed›");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    void knownValuesGoInEverySpelling(String before) {
        var cleaner = new Cleaner(RedactionLevel.PUBLIC, List.of("Тайна & Co"));
        cleaner.learn(Kind.PRINTER, "Птица 🐦 Ёж");
        for (String value : List.of("Тайна & Co", "Птица 🐦 Ёж")) {
            for (String text :
                    List.of(
                            value,
                            value.toUpperCase(Locale.ROOT),
                            URLEncoder.encode(value, StandardCharsets.UTF_8),
                            Normalizer.normalize(value, Normalizer.Form.NFD),
                            Base64.getEncoder()
                                    .encodeToString(
                                            (before + value + "zz")
                                                    .getBytes(StandardCharsets.UTF_8)),
                            HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))) {
                assertThat(cleaner.clean("x " + text + " y"))
                        .as(text)
                        .isIn("x ‹removed› y", "x printer-1 y");
            }
        }
    }

    @Test
    void aliasesThatAreThereAlreadyStayAndAreNotGivenAgain() {
        Cleaner cleaner = cleaner(RedactionLevel.PUBLIC);
        cleaner.reserve("host-1");

        assertThat(cleaner.clean("http://host-1/ http://garage.local/ mac-7"))
                .isEqualTo("http://host-1/ http://host-2/ mac-7");
    }

    @Test
    void aNameThatIsPartOfAnAliasDoesNoHarm() {
        Cleaner cleaner = cleaner(RedactionLevel.PUBLIC);
        cleaner.learn(Kind.PRINTER, "Printer");
        cleaner.learn(Kind.PRINTER, "Host");

        String once = cleaner.clean("The printer at http://garage.local/ is on host");

        assertThat(once).isEqualTo("The printer-1 at http://host-1/ is on printer-2");
        assertThat(cleaner.clean(once)).isEqualTo(once);
    }

    @Property(tries = 200)
    void cleaningACleanTextChangesNothing(@ForAll String text) {
        for (RedactionLevel level : RedactionLevel.values()) {
            var cleaner = new Cleaner(level, List.of("hunter22", "pi", "a"));
            cleaner.learn(Kind.PRINTER, "Voron");
            cleaner.learn(Kind.HOST, "garage.local");
            String once =
                    cleaner.clean(
                            text
                                    + "http://"
                                    + text
                                    + "@garage.local/ token="
                                    + text
                                    + " Voron "
                                    + text
                                    + " ssid="
                                    + text
                                    + " 203.0.113.7 anna@"
                                    + text);

            assertThat(cleaner.clean(once)).isEqualTo(once);
            assertThat(new Cleaner(level, List.of()).clean(once)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a:",
                "a.",
                "a@",
                "1.",
                "1:",
                "ab:",
                "-",
                "token=\"",
                "\\\"",
                "ssid ",
                "ssid=",
                "://",
                "http://a:",
                "-----BEGIN A-----",
                "%",
                "%3A%2F%2F",
                " ",
                "/home/",
                "by-id/a_",
                "serial=",
                "aaaaaaab",
                "=",
                "eyJ",
                "basic ",
                "0",
                "a-",
                "cookie:",
                "host="
            })
    void aLongHostileTextTakesBoundedTime(String part) {
        String text = part.repeat(1_000_000 / part.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    var cleaner =
                            new Cleaner(RedactionLevel.PUBLIC, List.of("a".repeat(200) + "b"));
                    assertThatNoException().isThrownBy(() -> cleaner.clean(text));
                },
                part);
    }
}
