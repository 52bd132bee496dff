package dev.linkscope.ui.printer.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.ui.common.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactLinesTest {
    private static FactLine line(Fact fact) {
        return new FactLines(List.of(fact), false, TabFixture.WORDING).all(fact.key()).getFirst();
    }

    @Test
    void knownAbsentUncheckedAndUntoldAreFourThings() {
        FactLine weak = line(Fact.known("wifi.signal", "-81", "dBm"));
        assertThat(weak.name()).isEqualTo("Wi-Fi signal");
        assertThat(weak.value()).isEqualTo("−81\u00a0dBm");
        assertThat(weak.meaning()).startsWith("Too weak. Below −70 dBm");
        assertThat(weak.tone()).isEqualTo(Tone.BAD);

        FactLine absent = line(Fact.absent("wifi.signal"));
        assertThat(absent.value()).isEqualTo("None");
        assertThat(absent.meaning()).isEqualTo("Looked for, and not there.");

        FactLine unchecked = line(Fact.notChecked("wifi.signal", "the driver does not tell"));
        assertThat(unchecked.value()).isEqualTo("Not checked");
        assertThat(unchecked.meaning()).isEqualTo("The driver does not tell.");
        assertThat(unchecked.tone()).isEqualTo(Tone.NEUTRAL);

        var nothing = new FactLines(List.of(), false, TabFixture.WORDING);
        assertThat(nothing.all("wifi.signal").getFirst().meaning())
                .isEqualTo("The printer's computer did not tell.");
        assertThat(nothing.known("wifi.signal")).isEmpty();
        var report = new FactLines(List.of(), true, TabFixture.WORDING);
        assertThat(report.all("wifi.signal").getFirst().meaning()).isEqualTo("Not in this report.");
    }

    @ParameterizedTest
    @CsvSource({
        "wifi.power_save, on, , On",
        "power.undervoltage.now, true, , Yes",
        "host.temperature, 61, C, 61\u00a0°C",
        "host.memory.available, 420, MB, 420\u00a0MB",
        "disk.root.free, 12345, MB, 12.3\u00a0GB",
        "host.uptime, 30, h, 30\u00a0h",
        "clock.offset, -3, s, −3\u00a0s",
        "service.octoprint, running (no unit), , Running",
        "host.load.5min, 1.5, , 1.5"
    })
    void readingsAreInWordsWithTheirUnit(String key, String value, String unit, String shown) {
        assertThat(line(Fact.known(key, value, unit)).value()).isEqualTo(shown);
    }

    @Test
    void whatTheComputerSendsIsBoundedAndOnOneLine() {
        FactLine line = line(Fact.known("gateway.address", "a\n\u202eb" + "x".repeat(500), null));
        assertThat(line.value()).doesNotContain("\n", "\u202e").hasSizeLessThanOrEqualTo(80);
        FactLine why = line(Fact.notChecked("wifi.signal", "\u001b[31m" + "y".repeat(500)));
        assertThat(why.meaning()).doesNotContain("\u001b").hasSizeLessThan(100);
    }

    @Test
    void eachReasonOfTheAgentHasAnIdOfItsOwn() {
        assertThat(
                        line(Fact.notChecked(
                                        "power.undervoltage.now",
                                        "vcgencmd failed; is the user in group video?"))
                                .meaning())
                .contains("sudo usermod -aG video");
    }
}
