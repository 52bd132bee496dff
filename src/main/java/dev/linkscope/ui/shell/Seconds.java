package dev.linkscope.ui.shell;

import java.time.Duration;
import java.time.Instant;

/** What the window looks after once a second, also while nothing is measured. */
final class Seconds {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WindowTools tools;
    private final WindowDesks desks;
    private final ShownPrinter shown;
    private final Runnable refresh;
    private final RepeatedReading repeats;
    private final TroubleWatch troubles;
    private Instant ticked = Instant.EPOCH;
    private Runnable outside = () -> {};

    /**
     * Nothing was looked at yet.
     *
     * @param refresh draws what has changed
     */
    Seconds(WindowTools tools, WindowDesks desks, ShownPrinter shown, Runnable refresh) {
        this.tools = tools;
        this.desks = desks;
        this.shown = shown;
        this.refresh = refresh;
        Services services = tools.services();
        repeats = new RepeatedReading(desks.plugin()::again);
        troubles = new TroubleWatch(services.troubles(), services.messages());
    }

    /** Has this done too. */
    void also(Runnable look) {
        outside = look;
    }

    /** Looks, if a second has passed. */
    void tick() {
        Instant clock = tools.services().clock().instant();
        if (Duration.between(ticked, clock).compareTo(SECOND) < 0) {
            return;
        }
        ticked = clock;
        refresh.run();
        desks.notices().refresh(clock);
        desks.papers().tick(clock);
        desks.commands().follow();
        desks.about().tick(clock);
        desks.fixes().refresh();
        shown.pageIfMade().ifPresent(page -> repeats.tick(page.repeated(), clock));
        outside.run();
        if (!tools.toast().isVisible()) {
            troubles.news().ifPresent(tools.toast()::say);
        }
    }
}
