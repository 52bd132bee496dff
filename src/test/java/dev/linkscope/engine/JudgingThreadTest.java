package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JudgingThreadTest {
    @Test
    void allWorkIsDoneInOrderOnOneThreadOfLowestPriority() throws InterruptedException {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(50);
        try (JudgingThread judging = new JudgingThread()) {
            for (int i = 0; i < 50; i++) {
                int number = i;
                judging.ask(() -> {
                    threads.add(Thread.currentThread());
                    order.add(number);
                    done.countDown();
                });
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(order).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(threads.stream().distinct()).hasSize(1);
        Thread only = threads.getFirst();
        assertThat(only.isVirtual()).isFalse();
        assertThat(only.isDaemon()).isTrue();
        assertThat(only.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(only.getName()).isEqualTo("judging");
    }

    @Test
    void aFailureHoldsUpNothing() {
        AtomicInteger done = new AtomicInteger();
        try (JudgingThread judging = new JudgingThread()) {
            judging.ask(() -> {
                throw new IllegalStateException("on purpose");
            });
            judging.ask(done::incrementAndGet);
            await().until(() -> done.get() == 1);
        }
    }

    @Test
    void afterTheEndNothingIsDone() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JudgingThread judging = new JudgingThread();
        judging.ask(() -> {
            began.countDown();
            while (goOn.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        judging.ask(done::incrementAndGet);
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        judging.close();
        judging.ask(done::incrementAndGet);
        goOn.countDown();
        Thread.sleep(100);
        assertThat(done).hasValue(0);
    }
}
