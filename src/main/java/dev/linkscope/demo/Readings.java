package dev.linkscope.demo;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Details of an outcome, by the names that the agent gives them. */
final class Readings {
    /** From a block reserved for documentation (RFC 5737). */
    private static final String SERVER = "203.0.113.20";

    private static final String REFERENCE = "198.51.100.7";

    private Readings() {}

    /** What an attempt read before it ended. */
    static Map<String, String> of(Attempt attempt) {
        ProbeKind kind = attempt.line().spec().kind();
        return switch (kind) {
            case SERVER_HTTP -> server(attempt);
            case WEBCAM_SNAPSHOT -> webcam(attempt);
            case DNS -> dns(attempt);
            case GATEWAY -> gateway(attempt);
            case INTERNET -> Map.of("address", REFERENCE);
            default -> throw new IllegalArgumentException("nothing is made up for " + kind);
        };
    }

    private static Map<String, String> server(Attempt attempt) {
        Fault fault = attempt.fault();
        if (fault == null) {
            // A request without a token is answered with 401: that is the healthy reply.
            return Map.of("address", SERVER, "family", "4", "status", "401");
        }
        return fault.phase() == Phase.DNS ? Map.of() : Map.of("address", SERVER, "family", "4");
    }

    private static Map<String, String> gateway(Attempt attempt) {
        String router = attempt.line().pi().scenario().room().router();
        return attempt.fault() == null
                ? Map.of("address", router, "via", "icmp")
                : Map.of("address", router);
    }

    private static Map<String, String> webcam(Attempt attempt) {
        Map<String, String> readings = new LinkedHashMap<>();
        readings.put("address", "127.0.0.1");
        readings.put("family", "4");
        if (attempt.fault() == null) {
            readings.put("status", "200");
            readings.put("type", "image/jpeg");
            readings.putAll(attempt.line().camera().picture(attempt.slot(), attempt.dueMillis()));
        }
        return readings;
    }

    /** One entry a resolver: its address, what became of the query, and milliseconds. */
    private static Map<String, String> dns(Attempt attempt) {
        String resolver = FactSheet.resolver(attempt.line().pi().scenario());
        String errorClass = attempt.errorClass();
        String verdict = errorClass == null ? "ok" : errorClass;
        long millis = attempt.endMillis() - attempt.startMillis();
        return Map.of("r0", resolver + " " + verdict + " " + millis);
    }
}
