package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotOrderTest {
    private static final long FIRST = 1_000_000;

    private final List<String> seen = new ArrayList<>();

    private SlotOrder order(int limit) {
        return new SlotOrder(
                FIRST,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                limit,
                0,
                outcome -> seen.add("+" + outcome.slot()),
                slot -> seen.add("-" + slot));
    }

    @Test
    void passesOutcomesOnInTheOrderOfTheirSlots() {
        SlotOrder order = order(0);
        order.add(Outcomes.ok("server", 1, FIRST + 1_000, 20));
        order.add(Outcomes.ok("server", 2, FIRST + 2_000, 20));
        assertThat(seen).as("slot 0 may still come").isEmpty();
        order.add(Outcomes.failed("server", 0, FIRST, 10_000));
        assertThat(seen).containsExactly("+0", "+1", "+2");
    }

    @Test
    void givesUpASlotWhenItsTimeIsUp() {
        SlotOrder order = order(0);
        order.add(Outcomes.ok("server", 1, FIRST + 1_000, 20));
        order.advance(FIRST + 13_000);
        assertThat(seen).isEmpty();
        order.advance(FIRST + 13_001);
        assertThat(seen).containsExactly("-0", "+1");
    }

    @Test
    void countsADoubledSlotOnce() {
        SlotOrder order = order(0);
        order.add(Outcomes.ok("server", 0, FIRST, 20));
        order.add(Outcomes.failed("server", 0, FIRST, 20));
        assertThat(seen).containsExactly("+0");
    }

    @Test
    void endsWithWhatItHas() {
        SlotOrder order = order(0);
        order.add(Outcomes.ok("server", 0, FIRST, 20));
        order.add(Outcomes.ok("server", 3, FIRST + 3_000, 20));
        order.end();
        assertThat(seen).containsExactly("+0", "-1", "-2", "+3");
    }

    @Test
    void knowsNoSlotBehindTheLast() {
        SlotOrder order = order(2);
        order.advance(FIRST + 60_000);
        assertThat(seen).containsExactly("-0", "-1");
        assertThatThrownBy(() -> order.add(Outcomes.ok("server", 2, FIRST + 2_000, 20)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotLoopForAClockOrASlotThatCannotBe() {
        SlotOrder order = order(0);
        assertThatThrownBy(() -> order.advance(Long.MAX_VALUE / 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order.add(Outcomes.ok("server", Long.MAX_VALUE, FIRST, 20)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order.add(Outcomes.ok("server", -1, FIRST, 20)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(seen).isEmpty();
    }
}
