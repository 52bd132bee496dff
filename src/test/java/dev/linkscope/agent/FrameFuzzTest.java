package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever stands on an agent's lines: a frame with bounded, plain texts, or none. */
class FrameFuzzTest {
    private static final int LONGEST = 256;
    private final FrameCodec codec = new FrameCodec();

    @Test
    void everyLineIsAFrameOrNone() throws Exception {
        Fuzzing.of("frames")
                .with("wire/v1")
                .memory(256L << 20)
                .run(input -> {
                    var lines = new LineSource(new ByteArrayInputStream(input));
                    for (var line = lines.next(); line != null; line = lines.next()) {
                        byte[] bytes = line.bytes();
                        if (bytes != null) {
                            Optional<AgentFrame> frame = codec.decode(bytes);
                            frame.ifPresent(FrameFuzzTest::check);
                        }
                    }
                });
    }

    private static void check(AgentFrame frame) {
        switch (frame) {
            case AgentFrame.Observed(Outcome outcome) -> {
                Harmless.line(outcome.target(), LONGEST);
                Harmless.line(Objects.requireNonNullElse(outcome.errorClass(), ""), LONGEST);
                assertThat(outcome.endMillis()).isGreaterThanOrEqualTo(outcome.startMillis());
                assertThat(outcome.details()).hasSizeLessThanOrEqualTo(32);
                outcome.details().forEach((key, value) -> Harmless.line(key + value, 2 * LONGEST));
            }
            case AgentFrame.FactSeen seen -> check(seen.fact());
            case AgentFrame.Hello hello -> {
                Harmless.line(hello.agentVersion() + hello.processId(), 2 * LONGEST);
                Harmless.line(hello.bootId() + hello.python(), 2 * LONGEST);
            }
            case AgentFrame.Subscribed subscribed -> {
                assertThat(subscribed.probes()).hasSizeLessThanOrEqualTo(256);
                subscribed.probes().forEach(one -> Harmless.line(one.target(), LONGEST));
            }
            case AgentFrame.Lost lost ->
                    lost.sums().forEach(one -> Harmless.line(one.target(), LONGEST));
            case AgentFrame.Refused refused ->
                    Harmless.line(refused.code() + refused.message(), 2 * LONGEST);
            case AgentFrame.Bye bye -> Harmless.line(bye.reason(), LONGEST);
            case AgentFrame.Unreadable unreadable -> Harmless.line(unreadable.reason(), LONGEST);
            case AgentFrame.Heartbeat _, AgentFrame.LeftOut _ -> {}
        }
    }

    private static void check(Fact fact) {
        Harmless.line(fact.key(), LONGEST);
        Harmless.line(Objects.requireNonNullElse(fact.value(), ""), LONGEST);
        Harmless.line(Objects.requireNonNullElse(fact.unit(), ""), LONGEST);
        Harmless.line(Objects.requireNonNullElse(fact.reason(), ""), LONGEST);
    }
}
