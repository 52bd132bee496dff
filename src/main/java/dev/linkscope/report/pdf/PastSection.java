package dev.linkscope.report.pdf;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.support.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What logs tell of the time before anything was measured: by log and kind, never in a rate. */
final class PastSection {
    private static final double WHAT = 0.4;
    private static final double HOW = 0.2;
    private static final double TIMES = 0.12;
    private static final double WHEN = 0.14;

    private final Look look;

    PastSection(Look look) {
        this.look = look;
    }

    Row head() {
        return new Row(
                List.of(
                        look.label(WHAT, look.say("report.pages.past.what")),
                        look.label(HOW, look.say("report.pages.past.how")),
                        look.label(TIMES, look.say("report.pages.past.times")),
                        look.label(WHEN, look.say("report.pages.past.first")),
                        look.label(WHEN, look.say("report.pages.past.last"))));
    }

    List<Block> rows(List<PastRecord> records) {
        List<Block> rows = new ArrayList<>();
        for (PastRecord record : records) {
            rows.add(
                    new Row(
                            List.of(
                                    look.strong(
                                            1,
                                            look.say(
                                                    "report.pages.past.log",
                                                    record.source(),
                                                    look.times.span(
                                                            record.from(), record.to()))))));
            for (PastKind kind : PastKind.values()) {
                List<PastEvent> events =
                        record.events().stream().filter(event -> event.kind() == kind).toList();
                if (!events.isEmpty()) {
                    rows.add(row(kind, events));
                }
            }
            if (record.events().isEmpty()) {
                rows.add(look.muted(look.say("report.pages.past.nothing")));
            }
        }
        if (!rows.isEmpty()) {
            rows.add(look.muted(look.say("report.pages.past.note")));
        }
        return rows;
    }

    private Row row(PastKind kind, List<PastEvent> events) {
        Instant first = events.stream().map(PastEvent::from).min(Instant::compareTo).orElseThrow();
        Instant last = events.stream().map(PastEvent::to).max(Instant::compareTo).orElseThrow();
        String classes =
                events.stream()
                        .map(PastEvent::errorClass)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(", "));
        return new Row(
                List.of(
                        look.cell(WHAT, look.say("report.pages.past." + WireName.of(kind))),
                        look.cell(HOW, classes),
                        look.cell(TIMES, look.say("report.pages.count", events.size())),
                        look.cell(WHEN, look.times.moment(first)),
                        look.cell(WHEN, look.times.moment(last))));
    }
}
