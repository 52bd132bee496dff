package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.common.FxExecutor;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmActions;
import dev.linkscope.ui.farm.FarmCommands;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What menus and keys do with one printer, wherever it is shown. */
final class PrinterActions implements FarmActions {
    private final FarmControl farm;
    private final Wording wording;
    private final FarmCommands commands;
    private final SettingsWriter settings;
    private final Toast toast;
    private final Undo undo;
    private final Supplier<Alerts> alerts;
    private final Dialogs dialogs;
    private final Fixes fixes;
    private final Consumer<PrinterId> open;
    private final Runnable changed;
    private final Runnable pastGone;
    private final boolean readOnly;

    /**
     * Actions of a window.
     *
     * @param open shows a printer's page
     * @param changed called when what is said of a printer has to be read again
     * @param pastGone called when the past of a printer is no longer there
     * @param readOnly whether nothing may be done but look
     */
    PrinterActions(
            WindowTools tools,
            WindowDesks desks,
            Consumer<PrinterId> open,
            Runnable changed,
            Runnable pastGone,
            boolean readOnly) {
        Services services = tools.services();
        farm = services.farm();
        wording = tools.wording();
        commands = desks.commands();
        settings = tools.settings();
        toast = tools.toast();
        undo = tools.undo();
        alerts = () -> services.settings().load().alerts();
        dialogs = desks.dialogs();
        fixes = desks.fixes();
        this.open = open;
        this.changed = changed;
        this.pastGone = pastGone;
        this.readOnly = readOnly;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public void open(PrinterId id) {
        open.accept(id);
    }

    @Override
    public void retry(PrinterId id) {
        commands.retry(id);
    }

    @Override
    public void remove(List<PrinterId> ids) {
        String done =
                ids.size() == 1
                        ? wording.text("list.removed", name(ids.getFirst()))
                        : wording.text("list.removed.many", ids.size());
        // An earlier removal is settled by the note that replaces its own.
        toast.hide();
        commands.remove(ids);
        undo.offer(done, () -> commands.undoRemove(ids), commands::commitRemovals);
    }

    private String name(PrinterId id) {
        return farm.snapshot(id).map(snapshot -> snapshot.printer().name()).orElse("");
    }

    @Override
    public boolean hasPast(PrinterId id) {
        return farm.snapshot(id)
                .map(snapshot -> !(snapshot.printer().target() instanceof Target.Simulated))
                .orElse(false);
    }

    @Override
    public void forgetPast(PrinterId id) {
        String name = name(id);
        // Nothing is lost before the note is gone: what was forgotten cannot come back.
        undo.offer(
                wording.text("history.clear.soon", name),
                () -> toast.say(wording.text("history.clear.kept", name)),
                () ->
                        commands.forgetPast(
                                id, gone -> FxExecutor.FX.execute(() -> forgotten(name, gone))));
    }

    private void forgotten(String name, boolean gone) {
        pastGone.run();
        // What may still be undone matters more than that all went well.
        if (!gone || !toast.isVisible()) {
            toast.say(wording.text(gone ? "history.clear.done" : "history.clear.failed", name));
        }
    }

    @Override
    public void planOff(PrinterId id, boolean off) {
        undoable(id, wording.text(off ? "farm.off" : "farm.back", name(id)));
        commands.planOff(id, off);
        changed.run();
    }

    @Override
    public void mute(PrinterId id, @Nullable Instant until) {
        undoable(id, wording.text(until == null ? "farm.unmuted" : "farm.muted", name(id)));
        commands.mute(id, until);
        changed.run();
    }

    private void undoable(PrinterId id, String done) {
        Attention before = alerts.get().of(id);
        undo.offer(
                done,
                () -> {
                    commands.attend(id, before);
                    changed.run();
                });
    }

    @Override
    public void relabel(List<PrinterId> ids) {
        Map<PrinterId, Labels> before = new LinkedHashMap<>();
        List<Printer> printers =
                ids.stream()
                        .flatMap(id -> farm.snapshot(id).stream())
                        .map(SessionSnapshot::printer)
                        .toList();
        printers.forEach(printer -> before.put(printer.id(), printer.labels()));
        dialogs.relabel(
                printers,
                labels -> {
                    relabel(labels);
                    undo.offer(
                            wording.text("labels.changed", labels.size()), () -> relabel(before));
                });
    }

    private void relabel(Map<PrinterId, Labels> labels) {
        commands.relabel(labels);
        changed.run();
    }

    @Override
    public boolean planned(String rule) {
        return fixes.planned(rule);
    }

    @Override
    public void fix(String rule, List<PrinterId> printers) {
        fixes.fix(rule, printers);
    }

    @Override
    public void look(FarmLook look) {
        settings.change(old -> old.withFarmLook(look));
    }
}
