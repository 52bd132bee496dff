package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteQueueTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static Write append(int outcomes) {
        return new Write.Append("r", Made.outcomes(1, outcomes));
    }

    @Test
    void aGroupIsCompleteAtItsSize() throws InterruptedException {
        var queue = new WriteQueue(100, 10, LONG);
        queue.put(append(6));
        queue.put(append(6));
        queue.put(append(6));

        assertThat(queue.nextGroup(LONG)).hasSize(2);
        queue.written(2);
        queue.close();
        assertThat(queue.nextGroup(LONG)).hasSize(1);
    }

    @Test
    void aGroupIsCompleteAfterTheWindow() throws InterruptedException {
        var queue = new WriteQueue(100, 10, Duration.ofMillis(20));
        queue.put(append(1));

        assertThat(queue.nextGroup(LONG)).hasSize(1);
    }

    @Test
    void aFullQueueHoldsUpUntilSomethingIsWritten() {
        var queue = new WriteQueue(10, 10, LONG);
        var put = new AtomicInteger();
        var thread =
                NamedThreads.virtual(
                        "puts",
                        () -> {
                            for (int i = 0; i < 4; i++) {
                                queue.put(append(5));
                                put.incrementAndGet();
                            }
                        });
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);
        assertThat(put).hasValue(2);

        queue.written(2);
        await().until(() -> put.get() == 4);
    }

    @Test
    void whenNothingCanBeWrittenNobodyIsHeldUp() throws InterruptedException {
        var queue = new WriteQueue(10, 10, LONG);
        queue.put(append(10));
        queue.failed(Duration.ZERO);

        assertThat(queue.put(append(1))).isFalse();
        assertThat(queue.put(new Write.ResumeAfter("r", 1L))).isTrue();
        assertThat(queue.nextGroup(LONG)).first().isEqualTo(append(10));
    }

    @Test
    void abandoningLetsTheFlushingGo() {
        var queue = new WriteQueue(10, 10, LONG);
        queue.put(append(3));
        var thread =
                NamedThreads.virtual(
                        "flushes",
                        () -> {
                            try {
                                queue.flush();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);

        assertThat(queue.abandon()).isEqualTo(3);
        await().until(() -> !thread.isAlive());
        assertThat(queue.closed()).isTrue();
        assertThat(queue.abandon()).isZero();
    }
}
