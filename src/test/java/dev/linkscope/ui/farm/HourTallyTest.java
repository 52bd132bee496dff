package dev.linkscope.ui.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.ui.control.HourShare;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourTallyTest {
    private static final Duration CADENCE = Duration.ofMinutes(10);
    private static final PrinterId PRINTER = PrinterId.random();

    private final HourTally tally = new HourTally(ZoneId.of("Asia/Kolkata"));

    /** A slot each 10 min: X failed, . not measured, everything else ok. */
    private static Trace trace(String from, String states) {
        var slots = new ArrayList<Slot>();
        Instant at = Instant.parse(from);
        for (char state : states.toCharArray()) {
            slots.add(
                    switch (state) {
                        case 'X' ->
                                new Slot(
                                        at,
                                        at,
                                        SlotState.FAILED,
                                        Phase.CONNECT,
                                        "timeout",
                                        null,
                                        -1);
                        case '.' -> Slot.notMeasured(at, NotMeasured.NOT_ASKED);
                        default -> new Slot(at, at, SlotState.OK, null, null, null, 100);
                    });
            at = at.plus(CADENCE);
        }
        return new Trace(List.of(new Segment(CADENCE, slots)));
    }

    private HourShare hour(int ofDay) {
        return tally.hours().get(ofDay);
    }

    @Test
    void hoursAreThoseOfTheUsersClockEvenIfItIsHalfAnHourOff() {
        // 18:30 UTC is midnight in Kolkata.
        tally.add(PRINTER, trace("2026-11-22T18:30:00Z", "oooXXXX....."));

        assertThat(hour(0)).isEqualTo(new HourShare(6, 3));
        assertThat(hour(1)).isEqualTo(new HourShare(1, 1));
        assertThat(hour(2)).isEqualTo(new HourShare(0, 0));
    }

    @Test
    void anHourThatHasPartlyLeftTheTraceKeepsWhatWasKnown() {
        tally.add(PRINTER, trace("2026-11-22T18:30:00Z", "XXXooo"));
        tally.add(PRINTER, trace("2026-11-22T19:10:00Z", "oooooo"));

        assertThat(hour(0)).isEqualTo(new HourShare(6, 3));
        assertThat(hour(1)).isEqualTo(new HourShare(4, 0));
    }

    @Test
    void theSameHourOfSeveralDaysAndPrintersAddsUp() {
        tally.add(PRINTER, trace("2026-11-20T18:30:00Z", "XXXXXX"));
        tally.add(PRINTER, trace("2026-11-21T18:30:00Z", "oooooo"));
        tally.add(PrinterId.random(), trace("2026-11-21T18:30:00Z", "oooooX"));
        assertThat(hour(0)).isEqualTo(new HourShare(18, 7));

        tally.retain(List.of(PRINTER));
        assertThat(hour(0)).isEqualTo(new HourShare(12, 6));
    }
}
