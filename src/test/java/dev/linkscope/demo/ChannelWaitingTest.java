package dev.linkscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting in poll, on the real clock. */
@Timeout(30)
class ChannelWaitingTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void runsAsFastAsItIsTold() throws LinkException {
        // The longest are four slots of dns at 10 s: 30 s, 1 s at 30 times the speed.
        AgentRequest request = Visit.request(4, Duration.ofSeconds(1), Visit.LEASE);
        long begin = System.nanoTime();
        List<AgentFrame> frames = new ArrayList<>();
        try (AgentChannel channel = open(30, request)) {
            AgentFrame frame = channel.poll(LONG);
            while (frame != null) {
                frames.add(frame);
                frame = channel.poll(LONG);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(frames.getLast()).isEqualTo(new AgentFrame.Bye("finished"));
        assertThat(Visit.outcomes(frames, "server"))
                .extracting(Outcome::slot)
                .containsExactly(0L, 1L, 2L, 3L);
        assertThat(took).isBetween(Duration.ofMillis(990), Duration.ofSeconds(10));
    }

    @Test
    void returnsNothingAfterTheWait() throws LinkException {
        AgentRequest nothing = new AgentRequest("s", "i", Visit.LEASE, null, List.of());
        try (AgentChannel channel = open(1, nothing)) {
            Visit.drain(channel);
            long begin = System.nanoTime();
            assertThat(channel.poll(Duration.ofMillis(50))).isNull();
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000L);
        }
    }

    @Test
    void waitingEndsWhenTheChannelIsClosed() throws Exception {
        AgentChannel channel = quiet();
        CompletableFuture<FailureCode> end = new CompletableFuture<>();
        Thread waiting = waitIn(channel, end);

        channel.close();

        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(FailureCode.CANCELLED);
        assertThat(waiting.join(LONG)).isTrue();
    }

    @Test
    void waitingEndsWhenTheThreadIsInterrupted() throws Exception {
        AgentChannel channel = quiet();
        CompletableFuture<FailureCode> end = new CompletableFuture<>();
        Thread waiting = waitIn(channel, end);

        waiting.interrupt();

        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(FailureCode.CANCELLED);
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> channel.poll(Duration.ZERO));
    }

    @Test
    void waitingEndsWithTheLease() throws LinkException {
        AgentRequest request = new AgentRequest("s", "i", Duration.ofMillis(200), null, List.of());
        try (AgentChannel channel = open(1, request)) {
            Visit.drain(channel);
            assertThatExceptionOfType(LinkException.class)
                    .isThrownBy(() -> channel.poll(LONG))
                    .satisfies(
                            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.AGENT_ENDED));
        }
    }

    /** A channel on which nothing is due for 5 s. */
    private static AgentChannel quiet() throws LinkException {
        return open(1, new AgentRequest("s", "i", Visit.LEASE, null, List.of()));
    }

    private static Thread waitIn(AgentChannel channel, CompletableFuture<FailureCode> end) {
        Runnable work =
                () -> {
                    try {
                        Visit.drain(channel);
                        channel.poll(LONG);
                    } catch (LinkException e) {
                        end.complete(e.failure().code());
                    }
                };
        Thread thread = NamedThreads.virtual("waiting", work);
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private static AgentChannel open(double speed, AgentRequest request) throws LinkException {
        var farm = new SimulatedFarm(InstantSource.system(), System::nanoTime, 1, speed);
        return farm.link(Visit.printer("healthy")).open(request, ConnectProgress.NONE);
    }
}
