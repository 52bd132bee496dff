package dev.linkscope.ui.farm;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView.Shared;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.OutageLine;
import dev.linkscope.ui.control.OutageLine.Kind;
import dev.linkscope.ui.control.OutageLine.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the chart of outages from what the servers' panes measured. */
final class OutageLines {
    /** A trace that ends so many slots ago is blind since, and not only waiting for a result. */
    private static final int SLOTS_LATE = 4;

    private final Wording wording;

    OutageLines(Wording wording) {
        this.wording = wording;
    }

    /**
     * The row of a printer.
     *
     * @param shared shared outages that it was a member of
     * @param from start of what the chart can show
     * @param now end of it
     */
    OutageLine of(SessionSnapshot snapshot, List<Shared> shared, Instant from, Instant now) {
        Trace trace = snapshot.server().trace();
        var marks = new ArrayList<Mark>();
        blind(trace, from.toEpochMilli(), now.toEpochMilli(), marks);
        for (Outage outage : snapshot.server().figures().outages()) {
            marks.add(mark(Kind.OWN, outage.start(), outage.end()).at(outage));
        }
        errors(trace, marks);
        long together = together(shared, marks);
        long down =
                marks.stream()
                        .filter(mark -> mark.kind() == Kind.OWN || mark.kind() == Kind.ERROR)
                        .mapToLong(mark -> mark.to() - mark.from())
                        .sum();
        marks.sort(Comparator.comparing(Mark::kind));
        return new OutageLine(
                snapshot.printer().id(),
                snapshot.printer().name(),
                marks,
                Math.max(0, down - together),
                spoken(snapshot, marks, Math.max(0, down - together), together));
    }

    private static Draft mark(Kind kind, Instant from, Instant to) {
        return new Draft(kind, from.toEpochMilli(), to.toEpochMilli());
    }

    /** A mark of which the reason is still to be said. */
    private record Draft(Kind kind, long from, long to) {
        Mark at(Outage outage) {
            return new Mark(kind, from, to, outage.phase(), null);
        }

        Mark at(Slot slot) {
            return new Mark(kind, from, to, slot.phase(), slot.reason());
        }
    }

    /** Runs of failed or unmeasured slots; failures inside an outage are that outage's. */
    private static void errors(Trace trace, List<Mark> marks) {
        List<Mark> outages = marks.stream().filter(mark -> mark.kind() == Kind.OWN).toList();
        for (Segment segment : trace.segments()) {
            List<Slot> slots = segment.slots();
            for (int i = 0; i < slots.size(); ) {
                Slot first = slots.get(i);
                int end = i + 1;
                while (end < slots.size() && slots.get(end).state() == first.state()) {
                    end++;
                }
                Instant until = slots.get(end - 1).scheduled().plus(segment.cadence());
                if (first.state() == SlotState.NOT_MEASURED) {
                    marks.add(mark(Kind.BLIND, first.scheduled(), until).at(first));
                } else if (first.failed() && outside(outages, first.started())) {
                    marks.add(mark(Kind.ERROR, first.scheduled(), until).at(first));
                }
                i = end;
            }
        }
    }

    private static boolean outside(List<Mark> outages, Instant at) {
        long millis = at.toEpochMilli();
        return outages.stream().noneMatch(o -> millis >= o.from() && millis < o.to());
    }

    /** What lies before, between and after the segments was not measured either. */
    private static void blind(Trace trace, long from, long now, List<Mark> marks) {
        long end = from;
        for (Segment segment : trace.segments()) {
            hole(end, segment.start().toEpochMilli(), NotMeasured.NOT_ASKED, 0, marks);
            end = segment.end().toEpochMilli();
        }
        long late =
                trace.isEmpty() ? 0 : trace.segments().getLast().cadence().toMillis() * SLOTS_LATE;
        hole(end, now, null, late, marks);
    }

    private static void hole(
            long from, long to, @Nullable NotMeasured why, long longerThan, List<Mark> marks) {
        if (to - from > longerThan) {
            marks.add(new Mark(Kind.BLIND, from, to, null, why));
        }
    }

    /** Adds the parts that the shared outages cover; returns how long they are. */
    private static long together(List<Shared> shared, List<Mark> marks) {
        var parts = new ArrayList<Mark>();
        for (Shared outage : shared) {
            for (Mark mark : marks) {
                boolean failed = mark.kind() == Kind.OWN || mark.kind() == Kind.ERROR;
                long from = Math.max(mark.from(), outage.from().toEpochMilli());
                long to = Math.min(mark.to(), outage.to().toEpochMilli());
                if (failed && from < to) {
                    parts.add(new Mark(Kind.SHARED, from, to, mark.phase(), null));
                }
            }
        }
        marks.addAll(parts);
        return parts.stream().mapToLong(part -> part.to() - part.from()).sum();
    }

    private String spoken(
            SessionSnapshot snapshot, List<Mark> marks, long downMillis, long together) {
        String name = snapshot.printer().name();
        long outages = marks.stream().filter(mark -> mark.kind() == Kind.OWN).count();
        long blind =
                marks.stream()
                        .filter(mark -> mark.kind() == Kind.BLIND)
                        .mapToLong(mark -> mark.to() - mark.from())
                        .sum();
        if (snapshot.server().trace().isEmpty()) {
            return wording.text("farm.chart.spoken.nothing", name);
        }
        var said = new StringBuilder();
        said.append(
                downMillis == 0
                        ? wording.text("farm.chart.spoken.none", name)
                        : wording.text(
                                "farm.chart.spoken.own",
                                name,
                                outages,
                                Duration.ofMillis(downMillis)));
        if (together > 0) {
            said.append(' ')
                    .append(wording.text("farm.chart.spoken.shared", Duration.ofMillis(together)));
        }
        if (blind > 0) {
            said.append(' ')
                    .append(wording.text("farm.chart.spoken.blind", Duration.ofMillis(blind)));
        }
        return said.toString();
    }
}
