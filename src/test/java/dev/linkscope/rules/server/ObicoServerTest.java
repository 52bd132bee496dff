package dev.linkscope.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose server an address is, however it was written. */
class ObicoServerTest {
    private static MadeUpPrinter at(String key, String address) {
        return new MadeUpPrinter().fact(Fact.known(key, address, null));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.obico.io, https://app.obico.io, true",
        "' HTTPS://App.Obico.IO:443/path ', https://app.obico.io, true",
        "app.obico.io, app.obico.io, true",
        "app.obico.io/path, app.obico.io, true",
        "http://app.obico.io:80, http://app.obico.io, true",
        "https://app.obico.io:8443, https://app.obico.io:8443, true",
        "http://192.168.1.20:3334/, http://192.168.1.20:3334, false",
        "http://[fd00::1]:3334, http://[fd00::1]:3334, false",
        "https://myapp.obico.io, https://myapp.obico.io, false",
        "http://obico.local:443, http://obico.local:443, false",
    })
    void theCloudIsKnownByItsHost(String address, String plain, boolean cloud) {
        PrinterCase printer = at("server.address", address).build();
        assertThat(ObicoServer.measured(printer)).contains(plain);
        assertThat(ObicoServer.cloud(printer)).isEqualTo(cloud);
        assertThat(ObicoServer.own(printer)).isEqualTo(!cloud);
    }

    @Test
    void withoutAMeasuredAddressThatOfTheSettingsCounts() {
        PrinterCase printer = at("obico.endpoint", "https://app.obico.io/").build();
        assertThat(ObicoServer.measured(printer)).isEmpty();
        assertThat(ObicoServer.inSettings(printer)).contains("https://app.obico.io");
        assertThat(ObicoServer.cloud(printer)).isTrue();
    }

    @Test
    void withoutAnyAddressOnlyAServerOfOnesOwnTellsByItsHealthPage() {
        PrinterCase unknown = new MadeUpPrinter().build();
        assertThat(ObicoServer.own(unknown)).isFalse();
        assertThat(ObicoServer.cloud(unknown)).isFalse();
        PrinterCase healthy =
                new MadeUpPrinter().probe("server.paths", "ok*10", Map.of("hc", "ok")).build();
        assertThat(ObicoServer.health(healthy)).contains("ok");
        assertThat(ObicoServer.own(healthy)).isTrue();
    }
}
