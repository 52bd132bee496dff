package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.KeyOverLink;
import dev.linkscope.engine.port.OctoPrintSignIn;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.PrintingNow.State;
import dev.linkscope.engine.port.SecretStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OctoPrintPrintingTest {
    private static final Printer PRINTER =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.OctoPrint(new TargetUrl("http://octopi.local")),
                    Printer.CLOUD,
                    null,
                    Printer.DEFAULT_CADENCE);

    private @Nullable Problem problem;
    private int closed;

    private final class Api implements PrinterApi {
        @Override
        public Reading read() throws PrinterApiException {
            throw new PrinterApiException(Problem.NOT_THERE);
        }

        @Override
        public PluginReport pluginReport() throws PrinterApiException {
            throw new PrinterApiException(Problem.NOT_THERE);
        }

        @Override
        public State printing() throws PrinterApiException {
            if (problem != null) {
                throw new PrinterApiException(problem);
            }
            return State.PRINTING;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private OctoPrintPrinting printing(SecretStore secrets) {
        return new OctoPrintPrinting(
                new OctoPrintDesk(
                        host -> List.of(),
                        (octoPrint, page) ->
                                new OctoPrintSignIn.Outcome.Failed(Problem.UNREACHABLE),
                        (printer, octoPrint, key) -> new Api(),
                        secrets,
                        KeyOverLink.NONE));
    }

    @Test
    void asksWhereSomebodySignedIn() {
        OctoPrintPrinting printing =
                printing(
                        new SecretStore() {
                            @Override
                            public boolean keeps() {
                                return true;
                            }

                            @Override
                            public Optional<char[]> find(String name) {
                                return Optional.of("key".toCharArray());
                            }

                            @Override
                            public boolean keep(String name, char[] secret) {
                                return true;
                            }

                            @Override
                            public void forget(String name) {}
                        });
        assertThat(printing.of(PRINTER)).isEqualTo(State.PRINTING);
        problem = Problem.UNREACHABLE;
        assertThat(printing.of(PRINTER)).isEqualTo(State.UNKNOWN);
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void withoutAKeyOrAnOctoPrintNobodyCanBeAsked() {
        OctoPrintPrinting printing = printing(SecretStore.NONE);
        assertThat(printing.of(PRINTER)).isEqualTo(State.UNKNOWN);
        assertThat(printing.of(PRINTER.withTarget(new Target.Local()))).isEqualTo(State.UNKNOWN);
        assertThat(printing.of(PRINTER.withTarget(new Target.Simulated("x"))))
                .isEqualTo(State.UNKNOWN);
        assertThat(closed).isZero();
    }
}
