package dev.linkscope.domain.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "octopi.local, -, octopi.local, -",
                "pi@octopi.local, pi, octopi.local, -",
                "pi@192.168.1.20:2222, pi, 192.168.1.20, 2222",
                "octopi:1, -, octopi, 1",
                "::1, -, ::1, -",
                "[::1], -, ::1, -",
                "pi@[fd00::20]:65535, pi, fd00::20, 65535",
                "fe80::1%eth0, -, fe80::1%eth0, -",
                "[fe80::1%wlan0]:22, -, fe80::1%wlan0, 22",
                "DOM\\user@host, DOM\\user, host, -",
                "a@b@host, a@b, host, -",
                "ssh://pi@host:22/, pi, host, 22",
                "'  pi@host  ', pi, host, -",
                "drucker-küche.local, -, drucker-küche.local, -",
                "host., -, host., -",
            })
    void readsWhatPeopleWrite(String text, String user, String host, Integer port)
            throws Exception {
        assertThat(TargetAddress.parse(text)).isEqualTo(new Target.Ssh(host, port, user, null));
    }

    @Test
    void readsThisComputer() throws Exception {
        assertThat(TargetAddress.parse("local")).isEqualTo(new Target.Local());
        assertThat(TargetAddress.parse("pi@local"))
                .isEqualTo(new Target.Ssh("local", null, "pi", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "pi@",
                "@host",
                ":22",
                "host:",
                "host:0",
                "host:65536",
                "host:22x",
                "host:+22",
                "-oProxyCommand=reboot",
                "pi@-oProxyCommand=reboot",
                "-x@host",
                "two words",
                "ho\tst",
                "host\nname",
                "host;reboot",
                "$(reboot)",
                "`reboot`",
                "host/path",
                "a..b",
                ".host",
                "[::1",
                "::1]",
                "[::1]:",
                "[::1]x",
                "[host]:22",
                "1:2:3",
                "fe80::1%",
                "fe80::1%a b",
                "http://host",
                "user name@host",
                "ho\u0000st",
                "host\u200b",
                "ho'st",
                "ho\"st",
                "a,b"
            })
    void refusesWhatCannotBeUsed(String text) {
        assertThatExceptionOfType(BadAddressException.class)
                .isThrownBy(() -> TargetAddress.parse(text))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.BAD_ADDRESS));
    }

    @Test
    void refusesOverlongNames() {
        assertThat(HostName.isUsable("a".repeat(253))).isTrue();
        assertThat(HostName.isUsable("a".repeat(254))).isFalse();
    }

    @Test
    void neverRepeatsPasswords() {
        assertThatExceptionOfType(BadAddressException.class)
                .isThrownBy(() -> TargetAddress.parse("pi:hunter2@octopi.local"))
                .satisfies(e -> assertThat(e.failure().args()).containsExactly("octopi.local"))
                .withMessageNotContaining("hunter2");
    }

    @Property
    void neverFailsOtherwise(@ForAll @StringLength(max = 40) String text) {
        try {
            Target target = TargetAddress.parse(text);
            assertThat(TargetAddress.parse(target.display())).isEqualTo(target);
        } catch (BadAddressException e) {
            assertThat(e.failure().args()).hasSize(1);
        }
    }

    @Property
    void displayReadsBack(@ForAll @IntRange(min = 1, max = 65535) int port) throws Exception {
        Target target = new Target.Ssh("fd00::1", port, "pi", null);
        assertThat(TargetAddress.parse(target.display())).isEqualTo(target);
    }
}
