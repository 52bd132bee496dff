package dev.linkscope.rules;

import dev.linkscope.domain.probe.ProbeTally;
import org.jspecify.annotations.Nullable;

/** Radio or cable of the printer's computer, as far as it tells of them itself. */
final class NearLink {
    /** Class of an attempt at the router without a default route: no link is up. */
    static final String NO_ROUTE = "no_route";

    private NearLink() {}

    /** Whether it is certain that nothing is plugged in, or that no access point is joined. */
    static boolean down(FactSheet facts) {
        return switch (facts.text("link.kind").orElse("")) {
            case "wifi" -> facts.no("wifi.associated");
            case "ethernet", "usb" -> facts.no("ethernet.carrier");
            // Without a default route it has no kind: then no way at all may be up.
            case "" -> apart(facts) && !joined(facts);
            default -> false;
        };
    }

    /** Whether it is certain that it is plugged in, or that an access point is joined. */
    static boolean up(FactSheet facts) {
        return !down(facts) && joined(facts);
    }

    private static boolean apart(FactSheet facts) {
        return facts.no("wifi.associated") || facts.no("ethernet.carrier");
    }

    private static boolean joined(FactSheet facts) {
        return facts.yes("wifi.associated") || facts.yes("ethernet.carrier");
    }

    /** Whether the newest attempt at the router found no route to it. */
    static boolean noRoute(@Nullable ProbeTally router) {
        return router != null && NO_ROUTE.equals(router.failing());
    }
}
