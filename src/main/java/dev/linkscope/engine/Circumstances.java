package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.stats.Circumstance;
import dev.linkscope.stats.CoincidenceOf;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the facts that outages may have to do with, and says with which they fall together: Wi-Fi
 * signal, roams, voltage and throttling, load, printing, watching the video, time of day. Bounded.
 * Not thread-safe.
 */
final class Circumstances {
    /** Obico's own limit for streaming, and that of Cisco's WLAN design guides. */
    private static final double WEAK_DBM = -70;

    /**
     * What a computer sends while somebody watches its video, kbit/s; own limit: several times what
     * a picture every ten seconds takes, and less than the slowest video of Obico.
     */
    private static final double VIDEO_KBPS = 300;

    /** What is read every 10 to 60 s may have set in, or ended, a little before it was read. */
    private static final Duration SHORTLY = Duration.ofSeconds(30);

    /** Getting an address and new connections after a roam takes its time. */
    private static final Duration AFTER_A_ROAM = Duration.ofSeconds(60);

    private final Map<String, Fact> latest = new LinkedHashMap<>();
    private final Spells weakWifi = new Spells("wifi.weak", SHORTLY);
    private final Spells roamed = new Spells("wifi.roamed", AFTER_A_ROAM);
    private final Spells viewing = new Spells("viewing", SHORTLY);
    private final Spells busy = new Spells("host.loaded", SHORTLY);

    /** By the fact that states it. */
    private final Map<String, Spells> stated =
            Map.of(
                    "power.undervoltage.now", new Spells("power.undervoltage", SHORTLY),
                    "power.throttled.now", new Spells("power.throttled", SHORTLY),
                    "octoprint.printing", new Spells("printing", SHORTLY));

    private final HoursOfDay hours;

    /**
     * Nothing seen yet.
     *
     * @param zone whose time of day counts
     */
    Circumstances(ZoneId zone) {
        this.hours = new HoursOfDay(zone);
    }

    /** Takes a fact; those that no circumstance is made of are ignored. */
    void seen(Fact fact, Instant at) {
        switch (fact.key()) {
            case "wifi.signal" -> {
                Double signal = number(fact);
                weakWifi.since(at, signal == null ? null : signal < WEAK_DBM);
            }
            case "wifi.roams" -> roams(fact, at);
            case "link.sent" -> {
                Double sent = number(fact);
                viewing.since(at, sent == null ? null : sent >= VIDEO_KBPS);
            }
            case "host.load.1min", "host.cpus" -> {
                latest.put(fact.key(), fact);
                busy.since(at, overloaded());
            }
            default -> {
                Spells spells = stated.get(fact.key());
                if (spells != null) {
                    spells.since(at, truth(fact));
                }
            }
        }
    }

    /** The agent counts them anew when it begins anew: fewer than before is no roam. */
    private void roams(Fact fact, Instant at) {
        Double now = number(fact);
        Fact before = latest.put(fact.key(), fact);
        Double then = before == null ? null : number(before);
        if (now != null && then != null && now > then) {
            roamed.happened(at);
        } else {
            roamed.since(at, now == null ? null : false);
        }
    }

    private @Nullable Boolean overloaded() {
        Double load = number(latest.get("host.load.1min"));
        Double cpus = number(latest.get("host.cpus"));
        return (load == null || cpus == null) ? null : load > cpus;
    }

    private static @Nullable Double number(@Nullable Fact fact) {
        String value = fact == null ? null : fact.value();
        try {
            return value == null ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Boolean truth(Fact fact) {
        return switch (fact.value()) {
            case "true" -> true;
            case "false" -> false;
            case null, default -> null;
        };
    }

    /**
     * What the panes' outages fell together with more than chance explains.
     *
     * @param webcam null if no camera is configured
     */
    List<Coincidence> of(PaneSnapshot server, @Nullable PaneSnapshot webcam) {
        var all = new ArrayList<>(of(ProbePlan.SERVER, server));
        if (webcam != null) {
            all.addAll(of(ProbePlan.WEBCAM, webcam));
        }
        return all;
    }

    private List<Coincidence> of(String pane, PaneSnapshot snapshot) {
        Trace trace = snapshot.trace();
        if (snapshot.figures().outages().isEmpty()) {
            return List.of();
        }
        Instant from = trace.segments().getFirst().start();
        Instant to =
                trace.segments().stream().map(Segment::end).max(Instant::compareTo).orElse(from);
        List<Circumstance> circumstances =
                Stream.concat(
                                Stream.concat(
                                                Stream.of(weakWifi, roamed, viewing, busy),
                                                stated.values().stream())
                                        .map(spells -> spells.until(to)),
                                hours.within(from, to).stream())
                        .toList();
        return CoincidenceOf.believed(pane, trace, snapshot.figures().outages(), circumstances);
    }
}
