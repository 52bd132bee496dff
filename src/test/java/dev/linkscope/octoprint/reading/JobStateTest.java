package dev.linkscope.octoprint.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrintingNow.State;
import dev.linkscope.octoprint.OctoPrintHttp;
import dev.linkscope.octoprint.RawServer;
import dev.linkscope.octoprint.RawServer.Answer;
import dev.linkscope.octoprint.klipper.MoonrakerFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStateTest {
    private RawServer server;
    private OctoPrintHttp http;

    @BeforeEach
    void start() throws Exception {
        server = new RawServer();
        http = new OctoPrintHttp(server.url(), "key".toCharArray(), null);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        server.close();
    }

    private void job(String state) {
        server.at("/api/job", Answer.json(200, "{\"state\":\"" + state + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "Printing, PRINTING",
        "Paused, PRINTING",
        "Pausing, PRINTING",
        "Resuming, PRINTING",
        "Cancelling, PRINTING",
        "Finishing, PRINTING",
        "Operational, IDLE",
        "Offline, IDLE",
        "Offline after error, IDLE",
        "'Error: halted', IDLE"
    })
    void byItsWord(String word, State expected) throws Exception {
        job(word);
        assertThat(JobState.of(http)).isEqualTo(expected);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void byItsFlagsWhereTheWordIsNew() throws Exception {
        job("Levitating");
        server.at("/api/printer", Answer.recorded("op111-printer-printing.http"));
        assertThat(JobState.of(http)).isEqualTo(State.PRINTING);
        server.at("/api/printer", Answer.recorded("op111-printer-not-operational.http"));
        assertThat(JobState.of(http)).isEqualTo(State.IDLE);
        server.at("/api/printer", Answer.json(200, "{\"state\":{\"flags\":{\"printing\":false}}}"));
        assertThat(JobState.of(http)).isEqualTo(State.IDLE);
        server.at("/api/printer", Answer.json(200, "{}"));
        assertThat(JobState.of(http)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void asRecorded() throws Exception {
        server.at("/api/job", Answer.recorded("op111-job-printing.http"));
        assertThat(JobState.of(http)).isEqualTo(State.PRINTING);
        server.at("/api/job", Answer.recorded("op111-settings-anon.http"));
        assertThatExceptionOfType(PrinterApiException.class).isThrownBy(() -> JobState.of(http));
    }

    @ParameterizedTest
    @CsvSource({
        "printing, PRINTING",
        "paused, PRINTING",
        "standby, IDLE",
        "complete, IDLE",
        "cancelled, IDLE",
        "error, IDLE",
        "levitating, UNKNOWN"
    })
    void moonrakersWords(String state, State expected) {
        assertThat(
                        MoonrakerFacts.printing(
                                Recorded.quoted(
                                        "{'result':{'eventtime':1.0,'status':{'print_stats':"
                                                + "{'filename':'x','state':'"
                                                + state
                                                + "'}}}}")))
                .isEqualTo(expected);
        assertThat(MoonrakerFacts.printing(Recorded.quoted("{'error':{'code':503}}")))
                .isEqualTo(State.UNKNOWN);
    }
}
