package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.SettingsStore;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings while they are being changed: each change counts at once, is stored and taken up in
 * the background, and can be undone for a while. Window's thread only.
 */
final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final SettingsStore store;
    private final SettingsWriter writer;
    private final Consumer<Settings> applied;
    private final Background background;
    private final Wording wording;
    private final WindowLook look;
    private final Consumer<String> later;
    private final Toast toast;
    private final List<Consumer<Settings>> followers = new ArrayList<>();

    /** Changes that are stored and not taken up yet; one thread at a time takes them up. */
    private final AtomicInteger waiting = new AtomicInteger();

    private Settings now;
    private Runnable undo = () -> {};

    /** The settings as they are stored. */
    LiveSettings(SettingsServices services, Toast toast) {
        this.store = services.settings();
        this.writer = services.writer();
        this.applied = services.applied();
        this.background = services.background();
        this.wording = services.wording();
        this.look = services.look();
        this.later = services.say();
        this.toast = toast;
        now = store.load();
    }

    /** As they are now. */
    Settings now() {
        return now;
    }

    /** Calls back after each change. */
    void follow(Consumer<Settings> follower) {
        followers.add(follower);
    }

    /** Sets a field; {@code said} tells the user. */
    <T> void set(Field<T> field, T value, String said) {
        T before = field.get().apply(now);
        if (before.equals(value)) {
            followers.forEach(follower -> follower.accept(now));
            return;
        }
        change(
                said,
                old -> field.put().apply(old, value),
                old -> field.put().apply(old, before),
                () -> {},
                () -> {});
    }

    /**
     * Changes the settings, and something beside them.
     *
     * @param back undoes it
     * @param also done once the change is stored
     * @param alsoBack undoes that
     */
    void change(
            String said,
            UnaryOperator<Settings> change,
            UnaryOperator<Settings> back,
            Runnable also,
            Runnable alsoBack) {
        apply(change);
        also.run();
        undo =
                () -> {
                    undo = () -> {};
                    apply(back);
                    alsoBack.run();
                    toast.say(wording.text("preferences.undone"));
                };
        toast.show(said, wording.text("preferences.undo"), () -> undo.run(), () -> {});
    }

    /** Changes the settings in a way that is not undone here. */
    void apply(UnaryOperator<Settings> change) {
        Settings before = now;
        now = change.apply(now);
        writer.change(change);
        // Behind the change in the writer's row, so that what is taken up is what is stored.
        writer.change(stored -> {
            takeUp();
            return stored;
        });
        followers.forEach(follower -> follower.accept(now));
        look.change(before, now);
    }

    /** Somebody else changed the settings so; it is stored already. */
    void changedElsewhere(UnaryOperator<Settings> change) {
        now = change.apply(now);
        followers.forEach(follower -> follower.accept(now));
    }

    /** Tells the user something, here or in the window that is left. */
    void tell(String text) {
        if (toast.getScene() == null) {
            later.accept(text);
        } else {
            toast.say(text);
        }
    }

    /** Undoes the last change, if that is still possible. */
    void undo() {
        undo.run();
    }

    private void takeUp() {
        if (waiting.getAndIncrement() == 0) {
            background.start(
                    "settings-applied",
                    () -> {
                        applyAll();
                        return true;
                    },
                    done -> {},
                    problem -> {
                        waiting.set(0);
                        LOG.warn("changed settings are not taken up", problem);
                        tell(wording.text("preferences.unapplied"));
                    });
        }
    }

    private void applyAll() {
        int seen;
        do {
            seen = waiting.get();
            applied.accept(store.load());
        } while (!waiting.compareAndSet(seen, 0));
    }
}
