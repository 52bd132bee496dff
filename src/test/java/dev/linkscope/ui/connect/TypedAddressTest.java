package dev.linkscope.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "octopi.local, -, octopi.local, -",
                " octopi , -, octopi, -",
                "pi@192.168.1.57, pi, 192.168.1.57, -",
                "pi@octopi.local:2222, pi, octopi.local, 2222",
                "pi@[fe80::1%eth0]:22, pi, fe80::1%eth0, 22",
                "2001:db8::7, -, 2001:db8::7, -",
                "[2001:db8::7], -, 2001:db8::7, -",
            })
    void readsWhatPeopleType(String typed, String user, String host, Integer port) {
        assertThat(TypedAddress.parse(typed)).contains(new TypedAddress(user, host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "two words", "-oProxyCommand=x", "-x@host", "pi@-host", "host:0",
                "host:65536", "host:ssh", "@host", "http://host", "host/path", "a\tb", "pi@",
            })
    void refusesWhatCannotBeAnAddress(String typed) {
        assertThat(TypedAddress.parse(typed)).isEmpty();
    }
}
