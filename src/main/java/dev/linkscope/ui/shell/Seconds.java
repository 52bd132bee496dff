package dev.linkscope.ui.shell;

import dev.linkscope.ui.printer.PrinterPage;
import java.time.Duration;
import java.time.Instant;

/** What the window looks after once a second, also while nothing is measured. */
final class Seconds {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WindowTools tools;
    private final WindowDesks desks;
    private final PrinterPage page;
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
    Seconds(WindowTools tools, WindowDesks desks, PrinterPage page, Runnable refresh) {
        this.tools = tools;
        this.desks = desks;
        this.page = page;
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
        repeats.tick(page.repeated(), clock);
        outside.run();
        if (!tools.toast().isVisible()) {
            troubles.news().ifPresent(tools.toast()::say);
        }
    }
}
