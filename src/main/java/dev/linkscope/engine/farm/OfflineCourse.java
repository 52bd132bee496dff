package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.LinkState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether no printer can be reached at all: then it is this computer's own network. */
final class OfflineCourse {
    /** One printer alone that is away says nothing of this computer. */
    private static final int LEAST = 2;

    private final Course course = new Course(Kind.AWAY, "all");
    private Set<PrinterId> held = Set.of();

    /**
     * Looks at all printers.
     *
     * @param alreadyAway those that were lost one by one before
     */
    @Nullable IncidentChange step(
            List<PrinterSigns> printers,
            Set<PrinterId> alreadyAway,
            Duration elapsed,
            Instant now) {
        List<PrinterSigns> distant =
                printers.stream()
                        .filter(PrinterSigns::distant)
                        .filter(printer -> !alreadyAway.contains(printer.printer()))
                        .filter(printer -> printer.link() != LinkState.ENDED)
                        .toList();
        List<PrinterId> ids = distant.stream().map(PrinterSigns::printer).toList();
        Sign sign = sign(distant);
        boolean lasts = sign instanceof Sign.Bad || course.open() != null;
        held = lasts ? new HashSet<>(ids) : Set.of();
        return course.step(sign, ids, elapsed, now);
    }

    private Sign sign(List<PrinterSigns> distant) {
        if (distant.stream().anyMatch(printer -> printer.link() == LinkState.MEASURING)
                || distant.isEmpty()) {
            return Sign.Well.seen(IncidentLimits.BACK);
        }
        long waiting =
                distant.stream().filter(printer -> printer.link() == LinkState.WAITING).count();
        if (waiting < LEAST) {
            return Sign.UNKNOWN;
        }
        return new Sign.Bad(
                Severity.CRITICAL,
                null,
                IncidentLimits.OFFLINE,
                new Sign.What(
                        "incident.offline",
                        List.of(distant.size()),
                        null,
                        Statement.of("incident.offline.next")));
    }

    /** Printers that meanwhile have an incident of their own are not part of it. */
    void without(Set<PrinterId> away) {
        if (course.open() != null) {
            course.concern(
                    course.open().printers().stream().filter(id -> !away.contains(id)).toList());
        }
    }

    /** Whether it explains that a printer is away. */
    boolean holds(PrinterId printer) {
        return held.contains(printer);
    }

    /** Its one course. */
    Stream<Course> courses() {
        return Stream.of(course);
    }
}
