package dev.linkscope.report;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trace as JSON. Segments of one cadence share one grid, with the time between them as not
 * measured. Where cadences differ, {@code segments} has them all and the fields beside it repeat
 * the longest, so that a reader of one stretch still finds one.
 */
final class TraceJson {
    private TraceJson() {}

    static ObjectNode write(Trace trace) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (trace.isEmpty()) {
            node.putNull("start");
            node.putNull("cadenceSeconds");
            node.put("states", "");
            return node;
        }
        List<Segment> segments = trace.segments();
        if (fitsOneGrid(segments)) {
            putSegment(node, segments);
            return node;
        }
        Segment longest =
                segments.stream().max(Comparator.comparing(TraceJson::length)).orElseThrow();
        putSegment(node, List.of(longest));
        var list = node.putArray("segments");
        segments.forEach(segment -> putSegment(list.addObject(), List.of(segment)));
        return node;
    }

    static Trace read(Fields fields) {
        List<Segment> segments = new ArrayList<>();
        if (fields.node().has("segments")) {
            fields.list("segments").forEach(part -> segments.add(segment(part)));
        } else if (!fields.code("states").isEmpty()) {
            segments.add(segment(fields));
        }
        return new Trace(segments);
    }

    private static boolean fitsOneGrid(List<Segment> segments) {
        Duration cadence = segments.getFirst().cadence();
        Duration span = Duration.between(segments.getFirst().start(), segments.getLast().end());
        return segments.stream().allMatch(segment -> segment.cadence().equals(cadence))
                && span.dividedBy(cadence) <= ReportJson.MAX_SLOTS;
    }

    private static Duration length(Segment segment) {
        return Duration.between(segment.start(), segment.end());
    }

    /** Writes segments of one cadence on the grid of the first. */
    private static void putSegment(ObjectNode into, List<Segment> segments) {
        Instant start = segments.getFirst().start();
        Duration cadence = segments.getFirst().cadence();
        var codes = new SlotCodes.Writer();
        for (Segment segment : segments) {
            Duration away = Duration.between(start, segment.start());
            long index = away.plus(cadence.dividedBy(2)).dividedBy(cadence);
            codes.skipTo(index);
            segment.slots().forEach(codes::add);
        }
        into.put("start", start.toString());
        JsonValues.putSeconds(into, "cadenceSeconds", cadence);
        codes.put(into);
    }

    private static Segment segment(Fields fields) {
        Instant start = fields.time("start");
        Duration cadence = JsonValues.span(fields.number("cadenceSeconds"));
        String states = fields.code("states");
        if (!cadence.isPositive()) {
            throw fields.wrong("cadenceSeconds");
        }
        try {
            long length = RunLength.length(states);
            if (length == 0 || length > ReportJson.MAX_SLOTS) {
                throw fields.wrong("states");
            }
            return new Segment(
                    cadence,
                    SlotCodes.read(
                            start,
                            cadence,
                            states,
                            Objects.requireNonNullElse(fields.codeOrNull("phases"), ""),
                            Objects.requireNonNullElse(fields.codeOrNull("reasons"), "")));
        } catch (NoSuchElementException e) {
            throw fields.wrong("states");
        }
    }
}
