package dev.linkscope.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From 8 attempts and a fifth of errors on, the plugin's own page says to take action. */
class ManyErrorsTest {
    private static PluginReport report(PluginReport.@Nullable Counters server) {
        return new PluginReport(
                MadeUpPrinter.START, server, null, true, true, null, false, null, List.of());
    }

    @ParameterizedTest
    @CsvSource({"8, 2, true", "7, 7, false", "10, 2, true", "10, 1, false", "0, 0, false"})
    void itsErrorsAreMany(int attempts, int errors, boolean many) {
        var counters = new PluginReport.Counters(attempts, errors, null, null);
        assertThat(VersionMismatchRule.manyErrors(report(counters))).isEqualTo(many);
    }

    @Test
    void whatWasNotReadIsNotMany() {
        assertThat(VersionMismatchRule.manyErrors(null)).isFalse();
        assertThat(VersionMismatchRule.manyErrors(report(null))).isFalse();
    }
}
