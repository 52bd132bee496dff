package dev.linkscope.engine.farm;

import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Notifier.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can go wrong, over time: opens an incident once it has been bad for long enough,
 * and ends it once it has been well for long enough. Trouble that comes back soon is the same
 * incident again and has to be gone twice as long each time, so that flapping at any rate tells
 * little.
 */
final class Course {
    private static final int MOST_DOUBLINGS = 10;

    private final Incident.Kind kind;
    private final String who;

    private Duration badFor = Duration.ZERO;
    private Duration worseFor = Duration.ZERO;
    private Duration wellFor = Duration.ZERO;
    private Duration sinceEnd = Duration.ZERO;
    private boolean wasBad;
    private boolean wasWorse;
    private boolean wasWell;
    private @Nullable Instant seenBad;
    private @Nullable Instant seenWell;

    /** The last one, open or ended; null if there was none lately. */
    private @Nullable Incident incident;

    /** A course without an incident. */
    Course(Incident.Kind kind, String who) {
        this.kind = kind;
        this.who = who;
    }

    /** The open incident; null if none is. */
    @Nullable Incident open() {
        Incident last = incident;
        return last != null && last.open() ? last : null;
    }

    /** The last incident; null if there was none lately. */
    @Nullable Incident last() {
        return incident;
    }

    /** For how long nothing has been wrong since the trouble, as far as it was watched. */
    Duration wellFor() {
        return wellFor;
    }

    /** Nothing happens here and nothing did lately. */
    boolean idle() {
        return incident == null && !wasBad;
    }

    /**
     * Takes over how it stands.
     *
     * @param printers whom it concerns
     * @param elapsed watched time since the last look
     * @return what that changes; null for nothing
     */
    @Nullable IncidentChange step(
            Sign sign, List<PrinterId> printers, Duration elapsed, Instant now) {
        if (open() == null && incident != null) {
            sinceEnd = sinceEnd.plus(elapsed);
            if (sinceEnd.compareTo(IncidentLimits.RELAPSE) > 0) {
                incident = null;
            }
        }
        return switch (sign) {
            case Sign.Bad bad -> bad(bad, printers, elapsed, now);
            case Sign.Well well -> well(well, elapsed, now);
            case Sign.Unknown _ -> null;
        };
    }

    private @Nullable IncidentChange bad(
            Sign.Bad bad, List<PrinterId> printers, Duration elapsed, Instant now) {
        badFor = wasBad ? badFor.plus(elapsed) : Duration.ZERO;
        Instant seen = wasBad && seenBad != null ? seenBad : now;
        seenBad = seen;
        wasBad = true;
        wasWell = false;
        wellFor = Duration.ZERO;
        Incident current = open();
        if (current == null) {
            return badFor.compareTo(bad.needed()) < 0 ? null : begin(bad, printers, seen, now);
        }
        boolean worse = bad.severity().compareTo(current.severity()) > 0;
        worseFor = worse && wasWorse ? worseFor.plus(elapsed) : Duration.ZERO;
        wasWorse = worse;
        boolean longEnough = worse && worseFor.compareTo(bad.needed()) >= 0;
        Severity severity = longEnough ? bad.severity() : current.severity();
        // What is said stays that of the worst moment.
        boolean asBad = bad.severity().compareTo(severity) >= 0;
        incident =
                new Incident(
                        current.id(),
                        kind,
                        printers,
                        current.began(),
                        null,
                        severity,
                        asBad ? bad.what().title(current.times()) : current.title(),
                        bad.what().cause() == null ? current.cause() : bad.what().cause(),
                        current.acknowledgedAt(),
                        asBad ? bad.what().next() : current.next(),
                        current.times());
        if (longEnough) {
            return new IncidentChange(Change.WORSE, incident, false, seen);
        }
        boolean more = !current.printers().containsAll(printers);
        return more ? new IncidentChange(Change.JOINED, incident, false, now) : null;
    }

    private IncidentChange begin(
            Sign.Bad bad, List<PrinterId> printers, Instant seen, Instant now) {
        Incident before = incident;
        int times = before == null ? 1 : before.times() + 1;
        Instant began = bad.began() == null ? seen : bad.began();
        var next =
                new Incident(
                        before == null ? id(now) : before.id(),
                        kind,
                        printers,
                        before == null || began.isBefore(before.began()) ? began : before.began(),
                        null,
                        bad.severity(),
                        bad.what().title(times),
                        bad.what().cause(),
                        before == null ? null : before.acknowledgedAt(),
                        bad.what().next(),
                        times);
        incident = next;
        worseFor = Duration.ZERO;
        wasWorse = false;
        return new IncidentChange(Change.OPENED, next, false, seen);
    }

    private String id(Instant now) {
        return UUID.nameUUIDFromBytes(
                        (kind + " " + who + " " + now).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private @Nullable IncidentChange well(Sign.Well well, Duration elapsed, Instant now) {
        wellFor = wasWell ? wellFor.plus(elapsed) : Duration.ZERO;
        Instant seen = wasWell && seenWell != null ? seenWell : now;
        seenWell = seen;
        wasWell = true;
        forgetBad();
        Incident current = open();
        Duration gone = well.measured() == null ? wellFor : well.measured();
        if (current == null || gone.compareTo(enough(well.enough(), current.times())) < 0) {
            return null;
        }
        return end(well.since() == null ? seen : well.since(), false);
    }

    private static Duration enough(Duration first, int times) {
        Duration doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, times - 1));
        return doubled.compareTo(IncidentLimits.LONGEST_WELL) > 0
                ? IncidentLimits.LONGEST_WELL
                : doubled;
    }

    /** What was seen counts no more; an open incident stays as it is. */
    void forgetBad() {
        badFor = Duration.ZERO;
        worseFor = Duration.ZERO;
        wasBad = false;
        wasWorse = false;
        seenBad = null;
    }

    /** The open incident is of these printers from now on. */
    void concern(List<PrinterId> printers) {
        Incident current = open();
        if (current != null && !current.printers().equals(printers)) {
            incident = current.of(printers);
        }
    }

    /**
     * The user knows of the last incident.
     *
     * @param now null if he takes that back
     */
    void acknowledge(@Nullable Instant now) {
        Incident current = incident;
        if (current != null && (now == null || current.acknowledgedAt() == null)) {
            incident = current.acknowledged(now);
        }
    }

    /**
     * Ends it now for a reason beyond the measurements; nobody is told, and nothing comes back as
     * the same.
     *
     * @return null if nothing was open
     */
    @Nullable IncidentChange drop(Instant now) {
        forgetBad();
        wasWell = false;
        if (open() == null) {
            incident = null;
            return null;
        }
        IncidentChange ended = end(now, true);
        incident = null;
        return ended;
    }

    private @Nullable IncidentChange end(Instant at, boolean quiet) {
        Incident current = open();
        if (current == null) {
            return null;
        }
        Incident over = current.endedAt(at.isBefore(current.began()) ? current.began() : at);
        incident = over;
        sinceEnd = Duration.ZERO;
        return new IncidentChange(Change.RECOVERED, over, quiet, at);
    }
}
