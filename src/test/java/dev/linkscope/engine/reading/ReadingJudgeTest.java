package dev.linkscope.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.engine.reading.Meaning.Grade;
import dev.linkscope.i18n.Messages;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingJudgeTest {
    private static final Messages MESSAGES = Messages.in(Locale.US, ZoneOffset.UTC);

    /** What other readings a judgement needs. */
    private static final List<Fact> BESIDE =
            List.of(
                    Fact.known("host.cpus", "4", null),
                    Fact.known("host.memory.total", "1000", "MB"),
                    Fact.known("host.uptime", "10", "h"),
                    Fact.known("link.kind", "wifi", null));

    private static Meaning meaning(Fact... facts) {
        var all = new ArrayList<>(BESIDE);
        all.addAll(List.of(facts));
        return new ReadingJudge(all).of(facts[facts.length - 1].key()).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "wifi.signal, -66, GOOD",
        "wifi.signal, -67, GOOD",
        "wifi.signal, -68, WATCH",
        "wifi.signal, -70, WATCH",
        "wifi.signal, -71, BAD",
        "wifi.bit_rate, 6, PLAIN",
        "wifi.bit_rate, 65, GOOD",
        "wifi.band, 2.4, PLAIN",
        "wifi.band, 5, GOOD",
        "wifi.roams, 0, GOOD",
        "wifi.roams, 2, WATCH",
        "wifi.retries, 600, GOOD",
        "wifi.retries, 620, WATCH",
        "wifi.power_save, on, WATCH",
        "wifi.power_save, off, GOOD",
        "wifi.associated, false, BAD",
        "kernel.wifi_lost.new, 1, WATCH",
        "ethernet.speed, 10, WATCH",
        "ethernet.speed, 100, GOOD",
        "ethernet.duplex, half, BAD",
        "ethernet.carrier, false, PLAIN",
        "ethernet.carrier_changes, 9, WATCH",
        "ethernet.carrier_changes, 8, GOOD",
        "link.rx_errors, 101, WATCH",
        "power.undervoltage.now, true, BAD",
        "power.undervoltage.now, false, GOOD",
        "power.undervoltage.since_boot, true, WATCH",
        "power.throttled.now, true, BAD",
        "host.temperature, 79, GOOD",
        "host.temperature, 80, WATCH",
        "host.temperature, 85, BAD",
        "host.load.5min, 4, GOOD",
        "host.load.5min, 5, WATCH",
        "host.load.5min, 8, BAD",
        "host.memory.available, 100, GOOD",
        "host.memory.available, 99, WATCH",
        "host.memory.available, 49, BAD",
        "clock.synchronised, false, WATCH",
        "clock.offset, -61, BAD",
        "clock.offset, 60, GOOD",
        "kernel.storage.count, 1, BAD",
        "octoprint.listening, false, WATCH",
        "service.octoprint, active, GOOD",
        "service.octoprint, running (no unit), GOOD",
        "service.octoprint, failed, BAD",
        "service.haproxy, inactive, WATCH",
        "service.haproxy, activating, PLAIN"
    })
    void aReadingIsJudgedByTheLimitsOfTheRules(String key, String value, Grade grade) {
        Meaning meaning = meaning(Fact.known(key, value, null));
        assertThat(meaning).isNotNull();
        assertThat(meaning.grade()).isEqualTo(grade);
        assertThat(MESSAGES.render(meaning.text())).isNotBlank().doesNotContain("{");
    }

    @Test
    void channelsAreJudgedInTheirBand() {
        assertThat(channel("2.4", "11").grade()).isEqualTo(Grade.GOOD);
        assertThat(channel("2.4", "13").grade()).isEqualTo(Grade.WATCH);
        assertThat(channel("5", "36").grade()).isEqualTo(Grade.GOOD);
        assertThat(channel("5", "52").grade()).isEqualTo(Grade.WATCH);
        assertThat(channel("5", "144").grade()).isEqualTo(Grade.WATCH);
        assertThat(channel("5", "149").grade()).isEqualTo(Grade.GOOD);
        assertThat(meaning(Fact.known("wifi.channel", "13", null))).isNull();
    }

    private static Meaning channel(String band, String channel) {
        return meaning(
                Fact.known("wifi.band", band, "GHz"), Fact.known("wifi.channel", channel, null));
    }

    @Test
    void aCardThatCanOnlyBeReadIsWorseThanAFullOne() {
        Fact free = Fact.known("disk.root.free", "5000", "MB");
        assertThat(meaning(Fact.known("disk.root.full", "false", null), free).grade())
                .isEqualTo(Grade.GOOD);
        assertThat(
                        meaning(
                                        Fact.known("disk.root.full", "true", null),
                                        Fact.known("disk.root.read_only", "true", null),
                                        free)
                                .text()
                                .key())
                .isEqualTo("reading.disk.read_only");
    }

    @Test
    void whatWasNotCheckedMeansNothing() {
        var judge =
                new ReadingJudge(
                        List.of(
                                Fact.notChecked("wifi.signal", "unsupported"),
                                Fact.absent("wifi.band"),
                                Fact.known("host.load.5min", "9", null),
                                Fact.known("host.temperature", "hot", "C")));
        for (String key :
                List.of("wifi.signal", "wifi.band", "host.load.5min", "host.temperature", "x")) {
            assertThat(judge.of(key)).as(key).isEmpty();
        }
    }

    @Test
    void aSocketWithoutCableIsAFaultOnlyWhereItIsTheWayOut() {
        Fact out = Fact.known("ethernet.carrier", "false", null);
        assertThat(meaning(Fact.known("link.kind", "ethernet", null), out).grade())
                .isEqualTo(Grade.BAD);
    }
}
