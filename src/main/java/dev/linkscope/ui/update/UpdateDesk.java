package dev.linkscope.ui.update;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.release.Release;
import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.UpdateChoice;
import dev.linkscope.engine.port.Updates;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.SettingsWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a newer release when the user wants it, or once a week if he switched that on, and
 * remembers the newest announcement. Window's thread only.
 */
public final class UpdateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateDesk.class);
    private static final Duration WEEK = Duration.ofDays(7);

    /** Between two looks by itself of which the first learned nothing. */
    private static final Duration AFTER_FAILURE = Duration.ofDays(1);

    /** A computer that just woke up may have no network yet, and a start has enough to do. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private final SettingsStore store;
    private final SettingsWriter writer;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<UpdateView> view;
    private Updates updates = Updates.NONE;
    private String own = "";
    private @Nullable Instant began;
    private @Nullable Instant tried;
    private boolean stopped;

    /** A desk that knows no place to ask before {@link #ask} is called. */
    public UpdateDesk(
            SettingsStore store,
            SettingsWriter writer,
            Background background,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.background = background;
        this.clock = clock;
        view = new ReadOnlyObjectWrapper<>(view(false, null, choice()));
    }

    /**
     * From now on asks here.
     *
     * @param version of this program; empty if it is not known
     */
    public void ask(Updates place, String version) {
        updates = place;
        own = version;
        view.set(view(false, null, choice()));
    }

    /** What is known; changes on the window's thread. */
    ReadOnlyObjectProperty<UpdateView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Whether this build knows where to ask. */
    public boolean canLook() {
        return updates.place().isPresent();
    }

    /** Looks now, unless it does so already. */
    public void look() {
        UpdateView before = view.get();
        if (before.looking() || stopped) {
            return;
        }
        tried = clock.instant();
        Updates asked = updates;
        Instant newestSeen = choice().newestSeen();
        view.set(view(true, before.answer(), choice()));
        background.start(
                "updates",
                () -> asked.look(newestSeen),
                this::learned,
                problem -> {
                    LOG.warn("looking for updates failed", problem);
                    learned(new Answer.CannotTell(Statement.of("update.why.failed")));
                });
    }

    private void learned(Answer answer) {
        if (stopped) {
            return;
        }
        UpdateChoice choice =
                switch (answer) {
                    case Answer.Newer(Release release) -> keep(release);
                    case Answer.UpToDate(Release release) -> keep(release);
                    case Answer.CannotTell _, Answer.NotGenuine _ -> choice();
                };
        view.set(view(false, answer, choice));
    }

    private UpdateChoice keep(Release release) {
        Instant now = clock.instant();
        String version = release.version().toString();
        writer.change(settings ->
                settings.withPreferences(
                        settings.preferences()
                                .withUpdates(
                                        settings.preferences()
                                                .updates()
                                                .learned(now, release.issued(), version))));
        return choice().learned(now, release.issued(), version);
    }

    /** Looks if that is to be done by itself and it is time; once a second or so. */
    public void tick(Instant now) {
        if (began == null) {
            began = now;
        }
        UpdateChoice choice = choice();
        if (choice.weekly() && canLook() && isDue(began, now)) {
            look();
        }
    }

    private boolean isDue(Instant start, Instant now) {
        // What was learned last may not be written yet.
        Instant lookedAt = view.get().lookedAt();
        boolean settled = !now.isBefore(start.plus(AFTER_START));
        boolean again = tried == null || !now.isBefore(tried.plus(AFTER_FAILURE));
        // A time in the future is of a clock that was wrong.
        boolean old =
                lookedAt == null || now.isBefore(lookedAt) || !now.isBefore(lookedAt.plus(WEEK));
        return settled && again && old;
    }

    private UpdateChoice choice() {
        return store.load().preferences().updates();
    }

    private UpdateView view(boolean looking, @Nullable Answer answer, UpdateChoice choice) {
        return new UpdateView(
                own, updates.place(), looking, answer, choice.lookedAt(), choice.newest());
    }

    /** Looks no more and takes no answer any more, as the window closes. */
    public void stop() {
        stopped = true;
    }
}
