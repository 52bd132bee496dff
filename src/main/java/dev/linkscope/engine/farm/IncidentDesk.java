package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.RepeatedLook;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Watches a farm for incidents on a thread of its own and tells of them. The log is told everything
 * at once; the user is spared in quiet hours, of muted printers and of storms.
 */
public final class IncidentDesk implements Incidents, AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final FarmControl farm;
    private final Supplier<FarmView> view;
    private final Supplier<Alerts> alerts;
    private final Notifier everything;
    private final Notifier user;
    private final NoticeWords words;
    private final InstantSource clock;
    private final ZoneId zone;
    private final RepeatedLook looks = new RepeatedLook("incidents", LOOK, this::look);
    private final IncidentBook book = new IncidentBook();
    private final Telling telling = new Telling();
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private volatile State state = new State(0, List.of());

    /**
     * What the user said of an incident.
     *
     * @param known whether he knows of it, or takes that back
     */
    private record Said(String id, boolean known) {}

    /** What others see. */
    private record State(long revision, List<Incident> list) {}

    /**
     * A desk that does nothing before {@link #start()}.
     *
     * @param farm who is watched
     * @param view what printers have in common; returns at once
     * @param alerts how the user wants to be told, as of now; returns at once
     * @param everything told of every change at once, such as a log
     * @param user told as the user wants it
     * @param words renders statements
     * @param zone the user's, for quiet hours
     */
    public IncidentDesk(
            FarmControl farm,
            Supplier<FarmView> view,
            Supplier<Alerts> alerts,
            Notifier everything,
            Notifier user,
            Function<Statement, String> words,
            InstantSource clock,
            ZoneId zone) {
        this.farm = farm;
        this.view = view;
        this.alerts = alerts;
        this.everything = everything;
        this.user = user;
        this.words = new NoticeWords(words);
        this.clock = clock;
        this.zone = zone;
    }

    /** Looks now, and every few seconds from now on. */
    public void start() {
        looks.start();
    }

    /** Looks once; on one thread at a time. */
    synchronized void look() {
        Instant now = clock.instant();
        Alerts wish = alerts.get();
        for (Said one = said.poll(); one != null; one = said.poll()) {
            book.acknowledge(one.id(), one.known() ? now : null);
        }
        List<SessionSnapshot> sessions = farm.snapshots();
        List<IncidentChange> changes = book.look(sessions, view.get(), wish, now);
        List<Incident> list = book.list();
        if (!list.equals(state.list())) {
            state = new State(state.revision() + 1, list);
        }
        changes.forEach(
                change -> everything.tell(words.one(change.change(), change.incident(), now)));
        Alerts real = withoutSimulated(wish, sessions);
        telling.look(list, changes, real, now.atZone(zone).toLocalTime(), now)
                .forEach(told -> user.tell(words.of(told, now)));
    }

    /** A demonstration is for the window alone: nobody is called for what is made up. */
    private static Alerts withoutSimulated(Alerts wish, List<SessionSnapshot> sessions) {
        var attention = new HashMap<>(wish.attention());
        sessions.stream()
                .map(SessionSnapshot::printer)
                .filter(printer -> printer.target() instanceof Target.Simulated)
                .forEach(printer -> attention.put(printer.id(), new Attention(false, Instant.MAX)));
        return new Alerts(wish.desktop(), wish.quiet(), wish.webhook(), wish.command(), attention);
    }

    @Override
    public long revision() {
        return state.revision();
    }

    @Override
    public List<Incident> list() {
        return state.list();
    }

    @Override
    public void acknowledge(String id) {
        said.add(new Said(id, true));
        looks.soon();
    }

    @Override
    public void takeBack(String id) {
        said.add(new Said(id, false));
        looks.soon();
    }

    /** Looks no more; the notifiers are their owner's to close. */
    @Override
    public void close() {
        looks.close();
    }
}
