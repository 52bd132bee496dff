package dev.linkscope.report;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Cleans the classes of failures in a trace, which an agent names. */
final class TraceCleaner {
    /** As all classes are that agents of this program name. */
    private static final Pattern USUAL =
            Pattern.compile("[a-z0-9_]{1,32}(?:\\.[a-z0-9_]{1,32}){0,3}");

    private TraceCleaner() {}

    /** The trace itself unless something in it is unusual: it may have millions of slots. */
    static Trace clean(Trace trace, UnaryOperator<String> text) {
        Map<String, String> classes = new HashMap<>();
        boolean changed = false;
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                String failure = slot.errorClass();
                if (failure != null && !classes.containsKey(failure)) {
                    String clean = USUAL.matcher(failure).matches() ? failure : text.apply(failure);
                    classes.put(failure, clean);
                    changed |= !clean.equals(failure);
                }
            }
        }
        return changed ? new Trace(segments(trace, classes)) : trace;
    }

    private static List<Segment> segments(Trace trace, Map<String, String> classes) {
        return trace.segments().stream()
                .map(one ->
                        new Segment(
                                one.cadence(),
                                one.slots().stream().map(slot -> slot(slot, classes)).toList()))
                .toList();
    }

    private static Slot slot(Slot slot, Map<String, String> classes) {
        String failure = slot.errorClass();
        return failure == null || Objects.equals(classes.get(failure), failure)
                ? slot
                : new Slot(
                        slot.scheduled(),
                        slot.started(),
                        slot.state(),
                        slot.phase(),
                        classes.get(failure),
                        slot.reason(),
                        slot.latencyMicros());
    }
}
