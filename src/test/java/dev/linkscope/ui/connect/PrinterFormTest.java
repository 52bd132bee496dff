package dev.linkscope.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.connect.PrinterForm.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterFormTest {
    private static PrinterForm form(String address, String user, SignIn signIn, String key) {
        return new PrinterForm(address, "", user, signIn, key, "https://app.obico.io", "", true);
    }

    @Test
    void makesAPrinterOfWhatWasTyped() {
        var form =
                new PrinterForm(
                        "prusa-07.local:2222",
                        " Big one ",
                        "pi",
                        SignIn.KEY,
                        "/keys/id",
                        "http://obico.example:3334",
                        "/webcam/?action=snapshot",
                        false);
        Printer printer = form.printer(List.of()).orElseThrow();
        assertThat(printer.name()).isEqualTo("Big one");
        assertThat(printer.target())
                .isEqualTo(new Target.Ssh("prusa-07.local", 2222, "pi", "/keys/id"));
        assertThat(printer.server().value()).isEqualTo("http://obico.example:3334");
        assertThat(printer.snapshot()).isEqualTo(new TargetUrl("/webcam/?action=snapshot"));
        assertThat(printer.measureWhileAway()).isFalse();
    }

    @Test
    void takesUserFromTheAddressAndNameFromTheHost() {
        Printer printer =
                form("pi@prusa-07.local", "", SignIn.USUAL, "").printer(List.of()).orElseThrow();
        assertThat(printer.target().display()).isEqualTo("pi@prusa-07.local");
        assertThat(printer.name()).isEqualTo("Prusa-07");
        assertThat(printer.snapshot()).isNull();
        assertThat(form("192.168.1.5", "", SignIn.USUAL, "").suggestedName())
                .isEqualTo("192.168.1.5");
    }

    @Test
    void takesTheLoginNameThatTheAddressBringsAlong() {
        assertThat(form("ada@octo.local", "", SignIn.USUAL, "").userOfAddress()).contains("ada");
        assertThat(form("octo.local", "", SignIn.USUAL, "").userOfAddress()).isEmpty();
        assertThat(form("two words", "", SignIn.USUAL, "").userOfAddress()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        List<Printer> none = List.of();
        assertThat(form("", "", SignIn.USUAL, "").problem(Field.ADDRESS, none))
                .contains("add.bad.no_address");
        assertThat(form("a b", "", SignIn.USUAL, "").problem(Field.ADDRESS, none))
                .contains("add.bad.address");
        assertThat(form("a", "-l", SignIn.USUAL, "").problem(Field.USER, none))
                .contains("add.bad.user");
        assertThat(form("a", "", SignIn.KEY, "").problem(Field.KEY_FILE, none))
                .contains("add.bad.key");
        var urls = new PrinterForm("a", "", "", SignIn.USUAL, "", "obico.local", "two words", true);
        assertThat(urls.problem(Field.SERVER, none)).contains("add.bad.server");
        assertThat(urls.problem(Field.SNAPSHOT, none)).contains("add.bad.snapshot");
        assertThat(urls.printer(none)).isEmpty();
    }

    @Test
    void takesTheAddressOfOctoPrintAsTheBrowserDoes() {
        Printer printer =
                form("octopi.local", "", SignIn.OCTOPRINT, "").printer(List.of()).orElseThrow();
        assertThat(printer.target())
                .isEqualTo(new Target.OctoPrint(new TargetUrl("http://octopi.local")));
        assertThat(printer.name()).isEqualTo("Octopi");
        assertThat(form("http://192.168.1.20:5000/", "", SignIn.OCTOPRINT, "").printer(List.of()))
                .isPresent();
        for (String wrong : List.of("pi@octopi.local", "a b", "ftp://octopi.local", "http://")) {
            assertThat(form(wrong, "", SignIn.OCTOPRINT, "").problem(Field.ADDRESS, List.of()))
                    .as(wrong)
                    .contains("add.bad.octoprint");
        }
    }

    @Test
    void knowsAPrinterThatIsWatchedAlready() {
        List<Printer> watched = List.of(FakeSnapshots.printer("Prusa-07"));
        assertThat(form("pi@prusa-07.local", "", SignIn.USUAL, "").problem(Field.ADDRESS, watched))
                .contains("add.bad.known");
    }
}
