package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.port.SettingsStore.FarmLook;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.farm.FarmActions;
import dev.linkscope.ui.farm.FarmCommands;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What menus and keys do with one printer, wherever it is shown. */
final class PrinterActions implements FarmActions {
    private final FarmControl farm;
    private final Wording wording;
    private final FarmCommands commands;
    private final SettingsWriter settings;
    private final Toast toast;
    private final Dialogs dialogs;
    private final Fixes fixes;
    private final Consumer<PrinterId> open;
    private final Runnable changed;
    private final boolean readOnly;

    /**
     * Actions of a window.
     *
     * @param open shows a printer's page
     * @param changed called when what is said of a printer has to be read again
     * @param readOnly whether nothing may be done but look
     */
    PrinterActions(
            FarmControl farm,
            Wording wording,
            FarmCommands commands,
            SettingsWriter settings,
            Toast toast,
            Dialogs dialogs,
            Fixes fixes,
            Consumer<PrinterId> open,
            Runnable changed,
            boolean readOnly) {
        this.farm = farm;
        this.wording = wording;
        this.commands = commands;
        this.settings = settings;
        this.toast = toast;
        this.dialogs = dialogs;
        this.fixes = fixes;
        this.open = open;
        this.changed = changed;
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
    public void remove(PrinterId id) {
        // An earlier removal is settled by the note that replaces its own.
        String name = farm.snapshot(id).map(snapshot -> snapshot.printer().name()).orElse("");
        toast.hide();
        commands.remove(id);
        toast.show(
                wording.text("list.removed", name),
                wording.text("list.undo"),
                () -> commands.undoRemove(id),
                commands::commitRemovals);
    }

    @Override
    public void planOff(PrinterId id, boolean off) {
        commands.planOff(id, off);
        changed.run();
    }

    @Override
    public void mute(PrinterId id, @Nullable Instant until) {
        commands.mute(id, until);
        changed.run();
    }

    @Override
    public void relabel(PrinterId id) {
        farm.snapshot(id)
                .ifPresent(snapshot ->
                        dialogs.relabel(
                                snapshot.printer(),
                                labels -> {
                                    commands.relabel(id, labels);
                                    changed.run();
                                }));
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
