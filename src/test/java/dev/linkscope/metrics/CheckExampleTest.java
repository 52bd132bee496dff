package dev.linkscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example check says in one line what a monitoring system wants to know. */
@Timeout(60)
class CheckExampleTest {
    private static final String CHECK =
            Path.of("packaging", "examples", "check_linkscope").toString();

    @TempDir private Path folder;

    private record Said(int code, String line) {}

    private Said check(String... words) throws Exception {
        var command = new ArrayList<>(List.of("python3", CHECK));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out);
        assertThat(said.lines()).hasSize(1);
        return new Said(process.exitValue(), said.strip());
    }

    private String file(String json) throws Exception {
        return Files.writeString(folder.resolve("r.json"), json).toString();
    }

    private static String pane(String state, String rate) {
        return "{\"state\": \"%s\", \"errorRate\": %s}".formatted(state, rate);
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, 0.01, 0, OK",
        "clean_so_far, 0, 0, OK",
        "watch, 0.07, 1, WARNING",
        "take_action, 0.3, 2, CRITICAL",
        "no_connection, 1, 2, CRITICAL",
        "no_data, null, 3, UNKNOWN",
        "a_newer_state, 0.5, 3, UNKNOWN"
    })
    void statesBecomeCodes(String state, String rate, int code, String word) throws Exception {
        Said said =
                check(
                        file(
                                "{\"printers\": [{\"name\": \"Prusa-07\", \"server\": %s}]}"
                                        .formatted(pane(state, rate))));
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.line()).startsWith("LINKSCOPE " + word + " - ").contains("Prusa-07 server");
    }

    @Test
    void limitsOfOnesOwnCount() throws Exception {
        String file = file(pane("watch", "0.07"));
        assertThat(check("-w", "10", "-c", "30", file).code()).isZero();
        assertThat(check("-w", "1", "-c", "5", file).code()).isEqualTo(2);
        assertThat(check("-w", "1", file))
                .isEqualTo(new Said(3, "LINKSCOPE UNKNOWN - -w and -c belong together"));
    }

    @Test
    void theWorstCountsAndNoNameBreaksTheLine() throws Exception {
        Said said =
                check(
                        file(
                                "{\"printers\": [{\"name\": \"a|b'\\nc\", \"server\": %s},"
                                                .formatted(pane("healthy", "0"))
                                        + "{\"name\": \"d\", \"server\": null, \"connection\":"
                                        + " {\"error\": {\"message\": \"refused\"}}}]}"));
        assertThat(said)
                .isEqualTo(
                        new Said(
                                3,
                                "LINKSCOPE UNKNOWN - d: refused | 'a b c server'=0.00%;5;20;0;100"));
    }

    @Test
    void whatCannotBeReadIsUnknown() throws Exception {
        assertThat(check("/nonexistent").code()).isEqualTo(3);
        for (String text : List.of("no json", "", "[]", "{\"printers\": [7]}", "7")) {
            assertThat(check(file(text)).code()).as(text).isEqualTo(3);
        }
        assertThat(check("--metrics", "http://127.0.0.1:1/metrics").code()).isEqualTo(3);
    }

    @Test
    void readsTheMetrics() throws Exception {
        var page = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(page, new MadeUpFarm().metrics().collect());
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/metrics",
                call -> {
                    call.sendResponseHeaders(200, page.size());
                    call.getResponseBody().write(page.toByteArray());
                    call.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/metrics";
            Said all = check("--metrics", url);
            assertThat(all.code()).isEqualTo(2);
            assertThat(all.line())
                    .contains("Prusa-07 server take action", "Voron-06 is not measured now");
            assertThat(check("--metrics", url, "--printer", "Prusa-07").line())
                    .contains("'Prusa-07 server'=")
                    .doesNotContain("Down-01");
            assertThat(check("--metrics", url, "--printer", "Nobody"))
                    .isEqualTo(new Said(3, "LINKSCOPE UNKNOWN - no printer found"));
        } finally {
            server.stop(0);
        }
    }
}
