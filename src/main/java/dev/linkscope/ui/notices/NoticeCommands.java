package dev.linkscope.ui.notices;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Does what the user wants with incidents: in the settings, or by the window. */
public final class NoticeCommands implements NoticeActions {
    private static final Duration MUTE = Duration.ofHours(1);

    private final Incidents incidents;
    private final SettingsWriter settings;
    private final InstantSource clock;
    private final Supplier<Alerts> alerts;
    private final Undo undo;
    private final Wording wording;
    private final Consumer<PrinterId> goTo;
    private final Runnable openAlerts;

    /**
     * Commands.
     *
     * @param alerts what was said of printers; returns at once
     * @param undo offers to take back what was done
     * @param goTo shows a printer
     * @param openAlerts opens the dialog of notices
     */
    public NoticeCommands(
            Incidents incidents,
            SettingsWriter settings,
            InstantSource clock,
            Supplier<Alerts> alerts,
            Undo undo,
            Wording wording,
            Consumer<PrinterId> goTo,
            Runnable openAlerts) {
        this.incidents = incidents;
        this.settings = settings;
        this.clock = clock;
        this.alerts = alerts;
        this.undo = undo;
        this.wording = wording;
        this.goTo = goTo;
        this.openAlerts = openAlerts;
    }

    @Override
    public void acknowledge(String incident) {
        incidents.acknowledge(incident);
        undo.offer(wording.text("notices.done.known"), () -> incidents.takeBack(incident));
    }

    @Override
    public void goTo(PrinterId printer) {
        goTo.accept(printer);
    }

    @Override
    public void mute(List<PrinterId> printers) {
        Instant until = clock.instant().plus(MUTE);
        undoable("notices.done.muted", printers);
        change(printers, old -> new Attention(old.plannedOff(), until));
    }

    @Override
    public void plannedOff(PrinterId printer) {
        undoable("notices.done.off", List.of(printer));
        change(List.of(printer), old -> new Attention(true, old.mutedUntil()));
    }

    private void undoable(String done, List<PrinterId> printers) {
        Alerts before = alerts.get();
        undo.offer(
                wording.text(done, printers.size()),
                () ->
                        settings.change(old -> {
                            Alerts now = old.alerts();
                            for (PrinterId printer : printers) {
                                now = now.attending(List.of(printer), _ -> before.of(printer));
                            }
                            return old.withAlerts(now);
                        }));
    }

    private void change(List<PrinterId> printers, UnaryOperator<Attention> change) {
        settings.change(old -> old.withAlerts(old.alerts().attending(printers, change)));
    }

    @Override
    public void openAlerts() {
        openAlerts.run();
    }
}
