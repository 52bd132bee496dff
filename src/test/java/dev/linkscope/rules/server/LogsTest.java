package dev.linkscope.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsTest {
    private static final Instant START = MadeUpPrinter.START;

    private static PrinterCase log(String source, PastEvent... events) {
        return new MadeUpPrinter()
                .past(new PastRecord(source, START, START.plusSeconds(600), List.of(events)))
                .build();
    }

    private static PastEvent event(PastKind kind, int from, int to, String errorClass) {
        return new PastEvent(kind, START.plusSeconds(from), START.plusSeconds(to), errorClass, 1);
    }

    @ParameterizedTest
    @CsvSource({"octoprint.log, true", "moonraker-obico.log, true", "kernel, false"})
    void onlyTheProgramsOwnLogsCount(String source, boolean read) {
        assertThat(Logs.read(log(source))).isEqualTo(read);
        assertThat(Logs.read(new MadeUpPrinter().build())).isFalse();
    }

    @Test
    void whatEndedBeforeTheLatestStartIsOver() {
        PrinterCase printer =
                log(
                        "octoprint.log",
                        event(PastKind.SERVER_LOST, 0, 99, "connect.refused"),
                        event(PastKind.OCTOPRINT_STARTED, 50, 50, ""),
                        event(PastKind.SERVER_LOST, 60, 100, "dns.timeout"),
                        event(PastKind.OCTOPRINT_STARTED, 100, 100, ""),
                        event(PastKind.SERVER_LOST, 200, 300, "connect.refused"));
        assertThat(Logs.started(printer)).contains(START.plusSeconds(100));
        // What lasted until the start, to the second, belongs to both.
        assertThat(Logs.sinceStart(printer, PastKind.SERVER_LOST).stream().map(PastEvent::from))
                .containsExactly(START.plusSeconds(60), START.plusSeconds(200));
        assertThat(Logs.sinceStart(printer, PastKind.SERVER_LOST, "connect.refused")).hasSize(1);
    }

    @Test
    void whereNoStartIsToldAllCounts() {
        PrinterCase printer =
                log("octoprint.log", event(PastKind.SERVER_LOST, 0, 10, "dns.timeout"));
        assertThat(Logs.started(printer)).isEmpty();
        assertThat(Logs.sinceStart(printer, PastKind.SERVER_LOST)).hasSize(1);
    }
}
