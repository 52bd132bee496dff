package dev.linkscope.rules.confusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.rules.RuleCatalog;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    @Test
    void ofTwoFaultsATrueOneStandsWithinTheTopTwo() {
        var confusion = new Confusion(60);
        assertThat(confusion.oneWithin(2)).as(confusion.missed()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aWorldIsTheSameEachTime() {
        assertThat(new World(7)).hasToString(new World(7).toString());
        assertThat(RuleCatalog.findings(new World(7).printer()))
                .isEqualTo(RuleCatalog.findings(new World(7).printer()));
    }
}
