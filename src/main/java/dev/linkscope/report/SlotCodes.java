package dev.linkscope.report;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slots as letters. {@code states} has one for each slot; {@code phases} one for each failed slot
 * and {@code reasons} one for each slot not measured, so that a reader that knows only the states
 * loses nothing of them.
 */
final class SlotCodes {
    private static final char OK = 'o';
    private static final char FAILED = 'x';
    private static final char NOT_MEASURED = '.';
    private static final char PHASE_UNKNOWN = '?';

    private SlotCodes() {}

    /** Collects the three codes of one grid. */
    static final class Writer {
        private final RunLength.Writer states = new RunLength.Writer();
        private final RunLength.Writer phases = new RunLength.Writer();
        private final RunLength.Writer reasons = new RunLength.Writer();
        private long slots;

        /** Fills up to the slot of that number with slots that nobody asked for. */
        void skipTo(long index) {
            long missing = index - slots;
            if (missing > 0) {
                states.add(NOT_MEASURED, missing);
                reasons.add(letter(NotMeasured.NOT_ASKED), missing);
                slots = index;
            }
        }

        void add(Slot slot) {
            slots++;
            switch (slot.state()) {
                case OK -> states.add(OK, 1);
                case FAILED -> {
                    states.add(FAILED, 1);
                    phases.add(letter(slot.phase()), 1);
                }
                case NOT_MEASURED -> {
                    states.add(NOT_MEASURED, 1);
                    NotMeasured reason = slot.reason();
                    reasons.add(letter(reason == null ? NotMeasured.NOT_ASKED : reason), 1);
                }
            }
        }

        void put(ObjectNode into) {
            into.put("states", states.code());
            into.put("phases", phases.code());
            into.put("reasons", reasons.code());
        }
    }

    /**
     * The slots of a grid.
     *
     * @throws NoSuchElementException if a code is broken
     */
    static List<Slot> read(
            Instant start, Duration cadence, String states, String phases, String reasons) {
        var state = new RunLength.Reader(states);
        var phase = new RunLength.Reader(phases);
        var reason = new RunLength.Reader(reasons);
        List<Slot> slots = new ArrayList<>();
        Instant due = start;
        while (state.hasNext()) {
            slots.add(
                    switch (stateOf(state.next())) {
                        case OK -> Slot.ok(due, -1);
                        case FAILED ->
                                Slot.failed(due, phase.hasNext() ? phaseOf(phase.next()) : null);
                        case NOT_MEASURED ->
                                Slot.notMeasured(
                                        due,
                                        reason.hasNext()
                                                ? reasonOf(reason.next())
                                                : NotMeasured.NOT_ASKED);
                    });
            due = due.plus(cadence);
        }
        return slots;
    }

    private static SlotState stateOf(char letter) {
        return switch (letter) {
            case OK -> SlotState.OK;
            case FAILED -> SlotState.FAILED;
            case NOT_MEASURED -> SlotState.NOT_MEASURED;
            default -> throw new NoSuchElementException();
        };
    }

    private static char letter(@Nullable Phase phase) {
        return switch (phase) {
            case null -> PHASE_UNKNOWN;
            case DNS -> 'd';
            case CONNECT -> 'c';
            case TLS -> 't';
            case REQUEST -> 'q';
            case RESPONSE -> 'r';
            case UPGRADE -> 'u';
            case BODY -> 'b';
        };
    }

    private static @Nullable Phase phaseOf(char letter) {
        for (Phase phase : Phase.values()) {
            if (letter(phase) == letter) {
                return phase;
            }
        }
        return null;
    }

    private static char letter(NotMeasured reason) {
        return switch (reason) {
            case UNREACHABLE_FROM_HERE -> 'u';
            case PI_OFF -> 'p';
            case AGENT_LOST -> 'l';
            case NOT_ASKED -> 'a';
        };
    }

    private static NotMeasured reasonOf(char letter) {
        for (NotMeasured reason : NotMeasured.values()) {
            if (letter(reason) == letter) {
                return reason;
            }
        }
        return NotMeasured.NOT_ASKED;
    }
}
