package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PiProgram;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalProgramTest {
    private static final Printer PRINTER =
            new Printer(
                    new PrinterId(new UUID(0, 1)),
                    "Prusa",
                    new Target.Local(),
                    Printer.CLOUD,
                    null,
                    Printer.DEFAULT_CADENCE);

    private static PiProgram.Output run(String command, String input, Duration longest)
            throws LinkException {
        return new LocalProgram("Linux")
                .run(
                        PRINTER,
                        command,
                        input.getBytes(StandardCharsets.UTF_8),
                        longest,
                        LinkQuestions.NOBODY);
    }

    private static FailureCode failure(String command, Duration longest) {
        return catchThrowableOfType(LinkException.class, () -> run(command, "", longest))
                .failure()
                .code();
    }

    @Test
    void readsWritesAndEnds() throws Exception {
        PiProgram.Output output =
                run(
                        "read l; echo got $l; echo oops >&2; exit 3",
                        "a line\n",
                        Duration.ofSeconds(20));
        assertThat(output.text()).isEqualTo("got a line\n");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.errors()).isEqualTo("oops\n");
    }

    @Test
    void whatDoesNotReadIsNotALostWay() throws Exception {
        assertThat(run("exit 127", "x".repeat(1_000_000), Duration.ofSeconds(20)).exitCode())
                .isEqualTo(127);
    }

    @Test
    void isBoundedInSizeAndTime() throws Exception {
        assertThat(run("exec head -c 3000000 /dev/zero", "", Duration.ofSeconds(20)).text())
                .hasSize(PiProgram.MOST_BYTES);
        assertThat(failure("exec sleep 60", Duration.ofMillis(300)))
                .isEqualTo(FailureCode.LINK_SILENT);
    }

    @Test
    void anInterruptedThreadIsCancelled() {
        Thread.currentThread().interrupt();
        FailureCode code = failure("exec sleep 60", Duration.ofSeconds(30));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(code).isEqualTo(FailureCode.CANCELLED);
    }

    @Test
    void windowsHasNoWay() {
        LinkException e =
                catchThrowableOfType(
                        LinkException.class,
                        () ->
                                new LocalProgram("Windows 11")
                                        .run(
                                                PRINTER,
                                                "true",
                                                new byte[0],
                                                Duration.ofSeconds(1),
                                                LinkQuestions.NOBODY));
        assertThat(e.failure().code()).isEqualTo(FailureCode.FIX_NO_WAY);
    }
}
