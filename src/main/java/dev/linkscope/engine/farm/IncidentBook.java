package dev.linkscope.engine.farm;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All incidents of a farm: what opens, gets worse and recovers from look to look. Depends on
 * nothing but what it is shown; single-threaded.
 *
 * <p>One cause makes one incident: what members of a lasting shared outage suffer at the server,
 * and what all printers suffer when this computer has lost its network, is theirs no more.
 */
final class IncidentBook {
    private static final List<Kind> OWN = List.of(Kind.AWAY, Kind.SERVER, Kind.WEBCAM, Kind.BESIDE);

    private final Map<Key, Course> courses = new LinkedHashMap<>();
    private final OfflineCourse offline = new OfflineCourse();
    private final SharedCourses shared = new SharedCourses();
    private final Deque<Incident> ended = new ArrayDeque<>();
    private final WatchedTime time = new WatchedTime();
    private List<IncidentChange> changes = new ArrayList<>();

    /** What can go wrong with one printer. */
    private record Key(PrinterId printer, Kind kind) {}

    /**
     * Looks at the farm.
     *
     * @param now a clock's time; may go back
     * @return what changed since the last look, in no order that matters
     */
    List<IncidentChange> look(
            List<SessionSnapshot> sessions, FarmView view, Alerts alerts, Instant now) {
        return take(sessions.stream().map(PrinterSigns::of).toList(), view, alerts, now);
    }

    /** Takes over how every printer stands. */
    List<IncidentChange> take(
            List<PrinterSigns> printers, FarmView view, Alerts alerts, Instant now) {
        Duration elapsed = time.until(now);
        changes = new ArrayList<>();
        forgetOthers(printers, now);
        List<PrinterSigns> watched = new ArrayList<>();
        for (PrinterSigns printer : printers) {
            if (alerts.of(printer.printer()).plannedOff()
                    && printer.link() != LinkState.MEASURING) {
                dropAll(printer.printer(), now);
            } else {
                watched.add(printer);
            }
        }
        Set<PrinterId> away = openOf(Kind.AWAY);
        note(offline.step(watched, away, elapsed, now));
        shared.step(view, elapsed, now).forEach(this::note);
        watched.forEach(this::join);
        absorb(now);
        var together = Together.of(watched);
        for (PrinterSigns printer : watched) {
            for (Kind kind : OWN) {
                step(printer, kind, together, elapsed, now);
            }
        }
        offline.without(openOf(Kind.AWAY));
        courses.values().removeIf(Course::idle);
        changes.forEach(this::keepEnded);
        return List.copyOf(changes);
    }

    private void step(
            PrinterSigns printer, Kind kind, Together together, Duration elapsed, Instant now) {
        PrinterId id = printer.printer();
        Sign sign = printer.of(kind);
        Course course = courses.get(new Key(id, kind));
        if (course == null) {
            if (!(sign instanceof Sign.Bad)) {
                return;
            }
            course = new Course(kind, id.toString());
            courses.put(new Key(id, kind), course);
        }
        boolean elsewhere =
                (kind == Kind.AWAY && offline.holds(id))
                        || (kind == Kind.SERVER && (shared.holds(id) || isOver(id, course, sign)));
        if (elsewhere && sign instanceof Sign.Bad) {
            if (course.open() == null) {
                course.forgetBad();
            }
            sign = Sign.UNKNOWN;
        }
        if (kind == Kind.SERVER && course.open() == null && sign instanceof Sign.Bad bad) {
            sign = together.patient(bad);
        }
        note(course.step(sign, List.of(id), elapsed, now));
    }

    /**
     * Whose outage began with a shared one is part of it, whether the comparison sees it or not.
     */
    private void join(PrinterSigns printer) {
        if (printer.of(Kind.SERVER) instanceof Sign.Bad bad && !shared.holds(printer.printer())) {
            Instant began = Together.outage(bad);
            if (began != null) {
                shared.join(printer.printer(), began);
            }
        }
    }

    /** Whether what a printer still suffers from is but a shared outage that is over. */
    private boolean isOver(PrinterId printer, Course course, Sign sign) {
        return course.open() == null
                && sign instanceof Sign.Bad bad
                && bad.latest() != null
                && shared.covers(printer, bad.latest());
    }

    /** What began with a shared outage, or with the loss of the network, is part of it. */
    private void absorb(Instant now) {
        courses.forEach((key, course) -> {
            Incident open = course.open();
            if (open != null
                    && key.kind() == Kind.SERVER
                    && shared.explains(key.printer(), open.began())) {
                note(course.drop(now));
            }
        });
    }

    private void forgetOthers(List<PrinterSigns> printers, Instant now) {
        var present = new HashSet<PrinterId>();
        printers.forEach(printer -> present.add(printer.printer()));
        List<PrinterId> gone =
                courses.keySet().stream()
                        .map(Key::printer)
                        .filter(id -> !present.contains(id))
                        .distinct()
                        .toList();
        gone.forEach(id -> dropAll(id, now));
    }

    private void dropAll(PrinterId id, Instant now) {
        for (Kind kind : OWN) {
            Course course = courses.remove(new Key(id, kind));
            if (course != null) {
                note(course.drop(now));
            }
        }
    }

    private void note(@Nullable IncidentChange change) {
        if (change != null) {
            changes.add(change);
        }
    }

    private void keepEnded(IncidentChange change) {
        Incident incident = change.incident();
        // One that came back is open again, under the same name.
        ended.removeIf(old -> old.id().equals(incident.id()));
        if (change.change() == Change.RECOVERED && !change.quiet()) {
            ended.addFirst(incident);
            if (ended.size() > IncidentLimits.KEPT) {
                ended.removeLast();
            }
        }
    }

    private Set<PrinterId> openOf(Kind kind) {
        var ids = new HashSet<PrinterId>();
        courses.forEach((key, course) -> {
            if (key.kind() == kind && course.open() != null) {
                ids.add(key.printer());
            }
        });
        return ids;
    }

    private Stream<Course> all() {
        return Stream.of(courses.values().stream(), offline.courses(), shared.courses())
                .flatMap(part -> part);
    }

    /** Those that last, newest first, then those that ended, latest end first. */
    List<Incident> list() {
        Comparator<Incident> newest = Comparator.comparing(Incident::began).reversed();
        return Stream.concat(
                        all().flatMap(course -> Stream.ofNullable(course.open()))
                                .sorted(newest.thenComparing(Incident::id)),
                        ended.stream())
                .toList();
    }

    /**
     * The user knows of an incident; one that is not open, or not known, stays as it is.
     *
     * @param now null if he takes that back
     */
    void acknowledge(String id, @Nullable Instant now) {
        all().filter(
                        course -> {
                            Incident open = course.open();
                            return open != null && open.id().equals(id);
                        })
                .forEach(course -> course.acknowledge(now));
    }
}
