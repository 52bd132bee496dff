package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.LoginGate.Place;
import dev.linkscope.engine.LoginGate.Reason;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoginGateTest {
    private static final int FARM = 200;

    private long nanos = -77;
    private final LoginGate gate = new LoginGate(() -> nanos);

    private static boolean isIn(Place place) throws InterruptedException {
        return place.await(Duration.ZERO);
    }

    private List<Place> queue(Reason reason, int count) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < count; i++) {
            places.add(gate.queue(reason));
        }
        return places;
    }

    private static List<Place> letIn(List<Place> places) throws InterruptedException {
        var in = new ArrayList<Place>();
        for (Place place : places) {
            if (isIn(place)) {
                in.add(place);
            }
        }
        places.removeAll(in);
        return in;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void firstContactsComeSixteenAtATimeInTheirOrder() throws Exception {
        List<Place> all = queue(Reason.FIRST, FARM);
        int rounds = 0;
        while (!all.isEmpty()) {
            List<Place> expected =
                    List.copyOf(all.subList(0, Math.min(LoginGate.AT_ONCE, all.size())));
            List<Place> in = letIn(all);
            assertThat(in).isEqualTo(expected);
            in.forEach(Place::loggedIn);
            in.forEach(Place::close);
            rounds++;
        }
        assertThat(rounds).isEqualTo(13);
    }

    @Test
    void whileNobodyComesBackOnlyAFewLookAndRarely() throws Exception {
        List<Place> all = queue(Reason.RETURN, FARM);
        int attempts = 0;
        for (int tenths = 0; tenths < 100; tenths++) {
            List<Place> in = letIn(all);
            attempts += in.size();
            in.forEach(Place::close);
            in.forEach(_ -> all.add(gate.queue(Reason.RETURN)));
            pass(Duration.ofMillis(100));
        }
        // Four a second at most, for ten seconds.
        assertThat(attempts).isBetween(30, 41);
    }

    @Test
    void scoutsThatHangAreNotJoinedByOthers() throws Exception {
        List<Place> all = queue(Reason.RETURN, FARM);
        int inside = 0;
        for (int second = 0; second < 20; second++) {
            inside += letIn(all).size();
            pass(Duration.ofSeconds(1));
        }
        assertThat(inside).isEqualTo(LoginGate.SCOUTS);
    }

    @Test
    void onceOneIsBackAllOthersFollow() throws Exception {
        List<Place> all = queue(Reason.RETURN, FARM);
        List<Place> scouts = letIn(all);
        assertThat(scouts).hasSize(1);
        scouts.getFirst().loggedIn();
        int rounds = 0;
        while (!all.isEmpty()) {
            List<Place> in = letIn(all);
            assertThat(in).hasSizeLessThanOrEqualTo(LoginGate.AT_ONCE);
            in.forEach(Place::loggedIn);
            pass(Duration.ofMillis(300));
            rounds++;
        }
        assertThat(rounds).isEqualTo(13);
    }

    @Test
    void theHurryEndsWhenNobodyElseComesBack() throws Exception {
        List<Place> all = queue(Reason.RETURN, FARM);
        letIn(all).getFirst().loggedIn();
        letIn(all).forEach(Place::close);
        pass(LoginGate.HURRY);
        letIn(all).forEach(Place::close);
        assertThat(letIn(all)).hasSize(1);
    }

    @Test
    void aSingleReturnWaitsForNobody() throws Exception {
        try (Place place = gate.queue(Reason.RETURN)) {
            assertThat(isIn(place)).isTrue();
        }
    }

    @Test
    void aNewPrinterGoesBeforeThoseThatWereAway() throws Exception {
        List<Place> away = queue(Reason.RETURN, FARM);
        letIn(away);
        Place fresh = gate.queue(Reason.FIRST);
        assertThat(isIn(fresh)).isTrue();
    }

    @Test
    void theUserIsNotKeptWaiting() throws Exception {
        List<Place> away = queue(Reason.RETURN, FARM);
        letIn(away);
        Place wanted = away.getLast();
        assertThat(isIn(wanted)).isFalse();
        wanted.hurry();
        assertThat(isIn(wanted)).isTrue();
    }

    @Test
    void whoLeavesTheQueueOrThinksMakesRoom() throws Exception {
        List<Place> all = queue(Reason.FIRST, LoginGate.AT_ONCE + 2);
        List<Place> in = letIn(all);
        Place gone = all.removeFirst();
        gone.close();
        in.getFirst().close();
        in.getFirst().close();
        assertThat(letIn(all)).hasSize(1);
        assertThat(isIn(gone)).isFalse();
        assertThat(isIn(gate.queue(Reason.FIRST))).isFalse();
    }

    @Test
    void manyThreadsAllGetThrough() throws Exception {
        var real = new LoginGate(System::nanoTime);
        var done = new CountDownLatch(FARM);
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        for (int i = 0; i < FARM; i++) {
            Reason reason = i % 2 == 0 ? Reason.FIRST : Reason.RETURN;
            NamedThreads.virtual(
                            "login-" + i,
                            () -> {
                                try (Place place = real.queue(reason)) {
                                    while (!place.await(Duration.ofSeconds(1))) {
                                        Thread.onSpinWait();
                                    }
                                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                    Thread.sleep(5);
                                    now.decrementAndGet();
                                    place.loggedIn();
                                    done.countDown();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            })
                    .start();
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValueLessThanOrEqualTo(LoginGate.AT_ONCE);
    }
}
