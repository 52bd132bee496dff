package dev.linkscope.rules.confusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a true cause is named first where two faults are at work at once. */
@Tag("bench")
@Timeout(600)
class DiagnosisBench {
    @Test
    void aTrueCauseStandsWithinTheTopTwo() {
        var confusion = new Confusion(500);
        confusion.write();
        assertThat(confusion.oneWithin(2)).as(confusion.missed()).isGreaterThanOrEqualTo(0.95);
        assertThat(confusion.cpuMillis()).as("CPU ms").isLessThan(20);
    }
}
