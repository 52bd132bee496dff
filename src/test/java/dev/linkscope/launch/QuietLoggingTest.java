package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
    @Test
    void theLibraryOfLogsFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class))
                .hasAtLeastOneElementOfType(QuietLogging.class);
    }

    @Test
    void nothingIsSaidUntilItIsDecidedWhere() {
        var context = new LoggerContext();

        assertThat(new QuietLogging().configure(context))
                .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger("dev.linkscope.ssh").getEffectiveLevel()).isEqualTo(Level.OFF);
    }
}
