package dev.linkscope.engine.farm;

import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user is to be told, and when. Keeps what he was told last of each incident; whenever he
 * may be told, he is told the difference. So quiet hours, mute and acknowledging need no rule of
 * their own: what began and ended meanwhile is never told.
 */
final class Telling {
    /** News wait so long for more, so that what belongs together comes together. */
    private static final Duration GATHER = Duration.ofSeconds(10);

    /** More than these at once become one notice. */
    private static final int SINGLE = 3;

    /** At most so many notices in a row, and as many a minute for as long as it takes. */
    private static final int BUDGET = 4;

    private static final Duration REFILL = Duration.ofSeconds(60).dividedBy(BUDGET);

    /** What is bad within this time of the start was bad before it. */
    private static final Duration START = Duration.ofSeconds(90);

    /** By then everything that was bad before is an incident: a little more than the longest. */
    private static final Duration START_TOLD =
            START.plus(IncidentLimits.AWAY).plus(Duration.ofSeconds(30));

    private final Map<String, Known> known = new HashMap<>();
    private final WatchedTime time = new WatchedTime();
    private @Nullable Instant started;
    private Duration running = Duration.ZERO;
    private Duration gathered = Duration.ZERO;
    private Duration saved = REFILL.multipliedBy(BUDGET);
    private boolean startTold;

    /** What the user was told of an incident, and knows by himself. */
    private static final class Known {
        private @Nullable Severity told;
        private @Nullable Instant acknowledgedAt;
        private @Nullable Severity acknowledged;
        private boolean sinceStart;
    }

    /**
     * One notice.
     *
     * @param change what happened
     * @param incidents worst first; more than one if they are told together
     * @param atStart whether all of them were there when Linkscope started
     */
    record Told(Change change, List<Incident> incidents, boolean atStart) {
        Told {
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * Looks at what there is to tell.
     *
     * @param incidents open ones and those that ended
     * @param changes since the last look
     * @param local time of day where the user is
     */
    List<Told> look(
            List<Incident> incidents,
            List<IncidentChange> changes,
            Alerts alerts,
            LocalTime local,
            Instant now) {
        Duration elapsed = time.until(now);
        started = started == null ? now : started;
        running = running.plus(elapsed);
        saved = shorter(saved.plus(elapsed), REFILL.multipliedBy(BUDGET));
        Instant there = started.plus(START);
        changes.forEach(change -> note(change, there));
        keepOnly(incidents);
        Alerts.QuietHours quiet = alerts.quiet();
        boolean silence = quiet != null && quiet.contains(local);
        var pending = new EnumMap<Change, List<Incident>>(Change.class);
        for (Incident incident : incidents) {
            Change change = news(incident, alerts, now);
            if (change != null && !silence) {
                pending.computeIfAbsent(change, _ -> new ArrayList<>()).add(incident);
            }
        }
        boolean starting = running.compareTo(START_TOLD) < 0;
        if (starting) {
            hold(pending);
        }
        gathered = pending.isEmpty() ? Duration.ZERO : gathered.plus(elapsed);
        if (pending.isEmpty() || gathered.compareTo(GATHER) < 0) {
            startTold |= !starting && pending.isEmpty();
            return List.of();
        }
        List<Told> notices = notices(pending);
        if (REFILL.multipliedBy(notices.size()).compareTo(saved) > 0) {
            return List.of();
        }
        saved = saved.minus(REFILL.multipliedBy(notices.size()));
        gathered = Duration.ZERO;
        startTold |= !starting;
        notices.forEach(this::told);
        return notices;
    }

    private void note(IncidentChange change, Instant there) {
        String id = change.incident().id();
        if (change.quiet()) {
            known.remove(id);
        } else if (change.change() == Change.OPENED) {
            Known about = known.computeIfAbsent(id, _ -> new Known());
            about.sinceStart = !change.seen().isAfter(there);
        }
    }

    private void keepOnly(List<Incident> incidents) {
        Set<String> ids = new HashSet<>();
        incidents.forEach(incident -> ids.add(incident.id()));
        known.keySet().retainAll(ids);
    }

    private @Nullable Change news(Incident incident, Alerts alerts, Instant now) {
        Known about = known.computeIfAbsent(incident.id(), _ -> new Known());
        if (incident.acknowledgedAt() == null) {
            about.acknowledgedAt = null;
            about.acknowledged = null;
        }
        if (incident.acknowledgedAt() != null
                && !incident.acknowledgedAt().equals(about.acknowledgedAt)) {
            about.acknowledgedAt = incident.acknowledgedAt();
            about.acknowledged = incident.severity();
        }
        boolean muted =
                !incident.printers().isEmpty()
                        && incident.printers().stream()
                                .allMatch(printer -> alerts.of(printer).silent(now));
        if (!incident.open()) {
            Change news = about.told == null || muted ? null : Change.RECOVERED;
            // What ended in silence is no news later.
            about.told = muted ? null : about.told;
            return news;
        }
        boolean acknowledged = atLeast(about.acknowledged, incident.severity());
        if (muted || acknowledged || atLeast(about.told, incident.severity())) {
            return null;
        }
        return about.told == null && about.acknowledged == null ? Change.OPENED : Change.WORSE;
    }

    private static boolean atLeast(@Nullable Severity known, Severity now) {
        return known != null && known.compareTo(now) >= 0;
    }

    /** What was there at the start waits until all of it is known. */
    private void hold(Map<Change, List<Incident>> pending) {
        pending.values().forEach(list -> list.removeIf(this::wasThere));
        pending.values().removeIf(List::isEmpty);
    }

    private boolean wasThere(Incident incident) {
        Known about = known.get(incident.id());
        return about != null && about.sinceStart && about.told == null;
    }

    private List<Told> notices(Map<Change, List<Incident>> pending) {
        Comparator<Incident> worstFirst =
                Comparator.comparing(Incident::severity).reversed().thenComparing(Incident::began);
        var notices = new ArrayList<Told>();
        if (!startTold && pending.containsKey(Change.OPENED)) {
            List<Incident> opened = pending.get(Change.OPENED);
            List<Incident> there =
                    opened.stream().filter(this::wasThere).sorted(worstFirst).toList();
            opened.removeAll(there);
            if (!there.isEmpty()) {
                notices.add(new Told(Change.OPENED, there, true));
            }
        }
        int all = pending.values().stream().mapToInt(List::size).sum();
        pending.forEach((change, incidents) -> {
            incidents.sort(worstFirst);
            if (all <= SINGLE) {
                incidents.forEach(one -> notices.add(new Told(change, List.of(one), false)));
            } else if (!incidents.isEmpty()) {
                notices.add(new Told(change, incidents, false));
            }
        });
        return notices;
    }

    private void told(Told notice) {
        for (Incident incident : notice.incidents()) {
            Known about = known.get(incident.id());
            if (about != null) {
                about.told = incident.open() ? incident.severity() : null;
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
