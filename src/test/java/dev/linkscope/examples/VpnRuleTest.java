package dev.linkscope.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VpnRuleTest {
    private static Finding judged(Fact... facts) {
        var printer = new MadeUpPrinter();
        printer.probe("server.http", "(ok*84 connect.timeout*36)*3", Map.of());
        for (Fact fact : facts) {
            printer.fact(fact);
        }
        return new VpnRule().judge(printer.build());
    }

    @Test
    void isAtWorkWhereTwoObservationsSaySo() {
        Finding finding =
                judged(
                        Fact.known("link.kind", "vpn", null),
                        Fact.known("vpn.restarted", "true", null));
        assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(finding.severity()).isNotEqualTo(Severity.INFO);
        assertThat(finding.title().key()).isEqualTo("cause.link.vpn");
    }

    @Test
    void isNotAtWorkOnACable() {
        assertThat(judged(Fact.known("link.kind", "ethernet", null)).verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void isNotKnownWhereNobodyLooked() {
        assertThat(judged().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
