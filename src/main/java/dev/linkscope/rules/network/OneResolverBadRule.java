package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/**
 * Of several resolvers one is of no use. The system asks them in order and takes a wrong answer of
 * the first for the truth; for a silent one it waits 5 s (resolv.conf(5)).
 */
final class OneResolverBadRule implements Rule {
    @Override
    public String id() {
        return "dns.one_resolver_bad";
    }

    @Override
    public Layer layer() {
        return Layer.DNS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var names = new NameLookups(printer);
        var failed = new FailedSlots(printer);
        List<NameLookups.Resolver> resolvers = names.resolvers();
        if (resolvers.isEmpty()) {
            clues.missing();
            return clues.conclude(failed.severity(0));
        }
        boolean someOk = resolvers.stream().anyMatch(NameLookups.Resolver::ok);
        resolvers.stream()
                .filter(one -> !one.ok())
                .findFirst()
                .filter(one -> someOk)
                .ifPresent(bad -> {
                    clues.saying(bad.address());
                    clues.strong(
                            "resolver",
                            Statement.of(
                                    "clue.dns.resolver_bad",
                                    bad.address(),
                                    Statement.of("clue.dns.verdict." + known(bad.verdict()))));
                    if (names.slots() > 0 && names.failedQuestions() == 0) {
                        clues.weak(
                                "server", Statement.of("clue.dns.lookups_failed", names.slots()));
                    }
                });
        return clues.conclude(failed.severity(names.slots()));
    }

    private static String known(String verdict) {
        return switch (verdict) {
            case "nxdomain", "servfail", "refused", "timeout", "port_closed", "unreachable" ->
                    verdict;
            default -> "other";
        };
    }
}
