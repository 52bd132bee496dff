package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.PrinterApiException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The Obico server, asked without a token: a refusal in JSON is its way to be well. */
final class ServerProbe implements Probe {
    private static final String JSON = "application/json";

    private final ConnectionTests tests;
    private final NoReply noReply;
    private final String url;

    ServerProbe(ConnectionTests tests, String url, Duration deadline) {
        this.tests = tests;
        this.noReply = new NoReply(tests, deadline);
        this.url = url;
    }

    @Override
    public Verdict run(Consumer<Verdict> soFar) throws PrinterApiException {
        ConnectionTests.Reply reply = tests.request(url, noReply.limit());
        if (reply.status() == 0) {
            return noReply.why(url, reply.took(), soFar);
        }
        noReply.over();
        return judge(reply).with(Map.of("status", String.valueOf(reply.status())));
    }

    /** As the agent judges, but for redirects, which OctoPrint has followed already. */
    private static Verdict judge(ConnectionTests.Reply reply) {
        int status = reply.status();
        boolean json = reply.mediaType().equals(JSON);
        boolean html = reply.mediaType().contains("html");
        if (status == 429 || (status == 403 && !json)) {
            return Verdict.skipped("rate_limited");
        }
        if (status == 511) {
            return Verdict.failed(Phase.RESPONSE, "captive_portal");
        }
        if (status == 404) {
            return Verdict.failed(Phase.RESPONSE, "not_found");
        }
        if (status / 100 == 5) {
            return Verdict.failed(Phase.RESPONSE, "http_5xx");
        }
        if (status / 100 == 3) {
            return Verdict.failed(Phase.RESPONSE, "redirect");
        }
        if (json && (status / 100 == 2 || status == 401 || status == 403)) {
            return Verdict.ok();
        }
        if (status / 100 != 2) {
            return Verdict.failed(Phase.RESPONSE, "http_4xx");
        }
        return Verdict.failed(Phase.RESPONSE, html ? "captive_portal" : "wrong_content");
    }
}
