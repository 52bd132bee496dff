package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.Notifier.Change;
import dev.linkscope.engine.port.Notifier.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts notices into words. */
final class NoticeWords {
    /** Incidents that a notice about many names. */
    private static final int NAMED = 3;

    private final Function<Statement, String> words;

    /** Notices in the language of these words. */
    NoticeWords(Function<Statement, String> words) {
        this.words = words;
    }

    /** A notice of one incident. */
    Notice one(Change change, Incident incident, Instant now) {
        String title = words.apply(incident.title());
        return switch (change) {
            case OPENED, JOINED -> new Notice(now, change, incident, title, advice(incident));
            case WORSE ->
                    new Notice(
                            now,
                            change,
                            incident,
                            say("incident.notice.worse", title),
                            advice(incident));
            case RECOVERED -> {
                Instant end = incident.ended() == null ? now : incident.ended();
                yield new Notice(
                        now,
                        change,
                        incident,
                        say("incident.notice.over", title),
                        say(
                                "incident.notice.lasted",
                                Duration.between(incident.began(), end),
                                incident.times()));
            }
        };
    }

    /** A notice of one or many. */
    Notice of(Telling.Told told, Instant now) {
        List<Incident> incidents = told.incidents();
        Incident worst = incidents.getFirst();
        if (incidents.size() == 1) {
            return one(told.change(), worst, now);
        }
        String key = told.atStart() ? "start" : told.change().name().toLowerCase(Locale.ROOT);
        var text = new ArrayList<String>();
        incidents.stream()
                .limit(NAMED)
                .map(incident -> words.apply(incident.title()))
                .forEach(text::add);
        if (incidents.size() > NAMED) {
            text.add(say("incident.many.more", incidents.size() - NAMED));
        }
        if (told.change() != Change.RECOVERED) {
            text.add(say("incident.many.next"));
        }
        return new Notice(
                now,
                told.change(),
                worst,
                say("incident.many." + key, incidents.size()),
                String.join(" ", text));
    }

    private String advice(Incident incident) {
        var text = new ArrayList<String>();
        if (incident.cause() != null) {
            text.add(words.apply(incident.cause()));
        }
        if (incident.next() != null) {
            text.add(words.apply(incident.next()));
        }
        return String.join(" ", text);
    }

    private String say(String key, Object... args) {
        return words.apply(Statement.of(key, args));
    }
}
