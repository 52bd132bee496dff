package dev.linkscope.octoprint.vantage;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.engine.port.PrinterApiException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Why a request had no reply: OctoPrint does not say, so its name and its port are tested after it.
 * What ended at once for a reason that cannot be seen from here is {@code broken}. Thread-safe.
 */
final class NoReply {
    private final ConnectionTests tests;
    private final Duration limit;
    private final Duration portLimit;
    private volatile @Nullable Verdict known;

    /** Of attempts that have to be complete by a deadline: part of it is for the further tests. */
    NoReply(ConnectionTests tests, Duration deadline) {
        this.tests = tests;
        this.limit = seconds(deadline.multipliedBy(6).dividedBy(10));
        this.portLimit = seconds(deadline.multipliedBy(2).dividedBy(10));
    }

    /** As OctoPrint takes them. */
    private static Duration seconds(Duration time) {
        return Duration.ofSeconds(Math.max(1, time.toSeconds()));
    }

    /** How long the request itself may take. */
    Duration limit() {
        return limit;
    }

    /** There was a reply: the next failure may have another reason. */
    void over() {
        known = null;
    }

    /**
     * Tests name and port.
     *
     * @param took how long the request took
     * @param soFar told what is known before these tests, which may last too long
     */
    Verdict why(String url, Duration took, Consumer<Verdict> soFar) throws PrinterApiException {
        // Nine tenths: clocks of both sides, and the way between them.
        boolean late = took.compareTo(limit.multipliedBy(9).dividedBy(10)) >= 0;
        String how = late ? "timeout" : "broken";
        Verdict last = known;
        soFar.accept(last == null ? Verdict.failed(Phase.REQUEST, how) : last);
        Verdict found = test(url, how);
        known = found;
        return found;
    }

    private Verdict test(String url, String how) throws PrinterApiException {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Verdict.failed(Phase.REQUEST, "bad_url");
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme();
        String host = address.getHost();
        if (!scheme.toLowerCase(Locale.ROOT).matches("https?")) {
            return Verdict.failed(Phase.REQUEST, "bad_scheme");
        }
        if (host == null) {
            return Verdict.failed(Phase.REQUEST, "bad_url");
        }
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        if (!literal && !tests.resolves(host)) {
            return Verdict.failed(Phase.DNS, "dns_failed");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = address.getPort();
        if (port < 0) {
            port = scheme.equalsIgnoreCase("https") ? 443 : 80;
        }
        Phase phase = tests.connects(bare, port, portLimit) ? Phase.REQUEST : Phase.CONNECT;
        return Verdict.failed(phase, how);
    }
}
