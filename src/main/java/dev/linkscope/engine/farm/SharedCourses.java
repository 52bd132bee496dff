package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shared outages over time. The comparison finds them anew each time, with other bounds and
 * members; what has a member in common is the same. The comparison is of those who began together:
 * who follows within moments, by the same link or where most of the farm is down, joins here.
 */
final class SharedCourses {
    /**
     * A member's own trouble that began so long before the shared outage is still part of it, and
     * so is what begins so long after the last one that joined: name servers and connections that
     * are kept carry some printers on for a while.
     */
    private static final Duration MOMENTS = Duration.ofMinutes(2);

    private final Map<Course, Members> courses = new LinkedHashMap<>();
    private long made;

    /**
     * Whom a course is about.
     *
     * @param from when the first outage of it began
     * @param latest when the last one that joined began
     * @param to how far it went when it was seen last
     * @param measured how many printers were measured then
     * @param where the link that broke; null if that is not known
     * @param lasts whether it goes on
     */
    private record Members(
            Set<PrinterId> printers,
            Instant from,
            Instant latest,
            Instant to,
            int measured,
            @Nullable Layer where,
            boolean lasts) {
        Members lasting(boolean still) {
            return new Members(printers, from, latest, to, measured, where, still);
        }

        /** Whether what began then followed, or went ahead, within moments. */
        boolean near(Instant began) {
            return lasts
                    && !began.isBefore(from.minus(MOMENTS))
                    && !began.isAfter(latest.plus(MOMENTS));
        }

        boolean brokeAt(@Nullable Layer other) {
            return where == null || other == null || where == other;
        }

        boolean isMost() {
            return 2 * printers.size() > measured;
        }

        Members with(PrinterId printer, Instant began) {
            var more = new LinkedHashSet<>(printers);
            more.add(printer);
            return new Members(
                    more,
                    began.isBefore(from) ? began : from,
                    began.isAfter(latest) ? began : latest,
                    to,
                    measured,
                    where,
                    lasts);
        }
    }

    /** Looks at what the farm has in common. */
    List<IncidentChange> step(FarmView view, Duration elapsed, Instant now) {
        var changes = new ArrayList<IncidentChange>();
        var seen = new LinkedHashMap<Course, FarmView.Shared>();
        view.shared().stream()
                .filter(outage -> outage.lasts() && !outage.members().isEmpty())
                .forEach(outage -> match(outage, seen, changes, now));
        for (Map.Entry<Course, Members> entry : courses.entrySet()) {
            Course course = entry.getKey();
            Members members = entry.getValue();
            FarmView.Shared outage = seen.get(course);
            entry.setValue(members.lasting(outage != null));
            add(
                    changes,
                    course.step(
                            outage == null
                                    ? Sign.Well.seen(IncidentLimits.AFTERMATH)
                                    : bad(outage, members.printers().size()),
                            List.copyOf(members.printers()),
                            elapsed,
                            now));
        }
        courses.keySet().removeIf(Course::idle);
        return changes;
    }

    /** Finds the course of an outage; courses that turn out to be one become one. */
    private void match(
            FarmView.Shared outage,
            Map<Course, FarmView.Shared> seen,
            List<IncidentChange> changes,
            Instant now) {
        List<Course> same =
                courses.entrySet().stream()
                        .filter(entry -> isPart(outage, entry.getValue()))
                        .map(Map.Entry::getKey)
                        // What goes on before what was: the sort keeps the order otherwise.
                        .sorted(Comparator.comparing(old -> old.open() == null))
                        .toList();
        Course course =
                same.isEmpty() ? new Course(Kind.SHARED, "shared " + made++) : same.getFirst();
        Members before = courses.get(course);
        // While it lasts members are added and none is lost; the next outage begins with its own.
        var printers = new LinkedHashSet<PrinterId>();
        Instant from = outage.from();
        Instant latest = outage.from();
        if (before != null && course.open() != null) {
            printers.addAll(before.printers());
            from = before.from().isBefore(from) ? before.from() : from;
            latest = before.latest().isAfter(latest) ? before.latest() : latest;
        }
        printers.addAll(outage.members());
        for (Course other : same.subList(Math.min(1, same.size()), same.size())) {
            Incident open = other.open();
            if (open != null) {
                printers.addAll(open.printers());
            }
            add(changes, other.drop(now));
            seen.remove(other);
        }
        courses.put(
                course,
                new Members(
                        printers,
                        from,
                        latest,
                        outage.to(),
                        outage.measured(),
                        outage.where(),
                        true));
        seen.putIfAbsent(course, outage);
    }

    private static boolean isPart(FarmView.Shared outage, Members members) {
        return !Collections.disjoint(members.printers(), outage.members())
                || (members.near(outage.from()) && members.brokeAt(outage.where()));
    }

    /**
     * A printer lost the server by itself: where most of the farm has just done so, it joins them.
     *
     * @param began when its outage began
     */
    void join(PrinterId printer, Instant began) {
        boolean member =
                courses.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getKey().open() != null
                                        && entry.getValue().printers().contains(printer));
        if (member) {
            return;
        }
        for (Map.Entry<Course, Members> entry : courses.entrySet()) {
            Members members = entry.getValue();
            if (entry.getKey().open() != null && members.isMost() && members.near(began)) {
                entry.setValue(members.with(printer, began));
                return;
            }
        }
    }

    private static void add(List<IncidentChange> changes, @Nullable IncidentChange change) {
        if (change != null) {
            changes.add(change);
        }
    }

    private static Sign bad(FarmView.Shared outage, int members) {
        List<Statement> said = outage.explanation();
        return new Sign.Bad(
                Severity.CRITICAL,
                outage.from(),
                Duration.ZERO,
                new Sign.What(
                        "incident.shared",
                        List.of(members, Math.max(members, outage.measured())),
                        said.isEmpty() ? null : said.getFirst(),
                        said.size() < 2 ? Statement.of("incident.shared.next") : said.get(1)));
    }

    /**
     * Whether a printer's own loss of the server now is part of a shared outage, or of the time in
     * which its members come back.
     */
    boolean holds(PrinterId printer) {
        return courses.entrySet().stream()
                .anyMatch(entry -> {
                    Course course = entry.getKey();
                    boolean fresh =
                            course.open() != null
                                    && course.wellFor().compareTo(IncidentLimits.AFTERMATH) < 0;
                    return (entry.getValue().lasts() || fresh)
                            && entry.getValue().printers().contains(printer);
                });
    }

    /** Whether trouble of a printer that began then is part of a shared outage that lasts. */
    boolean explains(PrinterId printer, Instant began) {
        return courses.values().stream()
                .anyMatch(members ->
                        members.lasts()
                                && members.printers().contains(printer)
                                && !began.isBefore(members.from().minus(MOMENTS)));
    }

    /** Whether what a printer suffered at that moment was part of a shared outage, if one over. */
    boolean covers(PrinterId printer, Instant moment) {
        return courses.values().stream()
                .anyMatch(members ->
                        members.printers().contains(printer)
                                && !moment.isBefore(members.from().minus(MOMENTS))
                                && !moment.isAfter(members.to().plus(IncidentLimits.AFTERMATH)));
    }

    /** All of them. */
    Stream<Course> courses() {
        return courses.keySet().stream();
    }
}
