package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.notices.AlertsDialog;
import dev.linkscope.ui.notices.NoticeBell;
import dev.linkscope.ui.notices.NoticeCommands;
import dev.linkscope.ui.notices.NoticeList;
import dev.linkscope.ui.notices.SilencedPrinters;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.layout.StackPane;

/** The bell, the list that it opens, and the card that says how the user is told. */
final class Notices {
    private final Services services;
    private final Wording wording;
    private final Overlay overlay;
    private final Background background;
    private final Toast toast;
    private final SettingsWriter settings;
    private final NoticeList list;
    private final NoticeBell bell;

    /**
     * Notices of the farm.
     *
     * @param goTo shows a printer
     */
    Notices(
            Services services,
            Wording wording,
            Overlay overlay,
            Background background,
            Toast toast,
            Undo undo,
            SettingsWriter settings,
            Consumer<PrinterId> goTo) {
        this.services = services;
        this.wording = wording;
        this.overlay = overlay;
        this.background = background;
        this.toast = toast;
        this.settings = settings;
        var incidents = services.many().incidents();
        var commands =
                new NoticeCommands(
                        incidents,
                        settings,
                        services.clock(),
                        this::alerts,
                        undo,
                        wording,
                        goTo,
                        this::openAlerts);
        list = new NoticeList(incidents, this::alerts, this::name, commands, wording);
        bell = new NoticeBell(incidents, list, wording, services.clock());
    }

    private Alerts alerts() {
        return services.settings().load().alerts();
    }

    private Optional<String> name(PrinterId id) {
        return services.farm().snapshot(id).map(snapshot -> snapshot.printer().name());
    }

    private void openAlerts() {
        if (overlay.isOpen()) {
            return;
        }
        Alerts now = alerts();
        Consumer<UnaryOperator<Alerts>> save =
                change -> settings.change(old -> old.withAlerts(change.apply(old.alerts())));
        StackPane box = Dialogs.place();
        var dialog =
                new AlertsDialog(
                        wording,
                        now,
                        services.many().channels(),
                        background,
                        services.clock(),
                        new SilencedPrinters(
                                wording, now, this::name, services.clock().instant(), save),
                        save,
                        toast::say,
                        () -> overlay.close(box));
        box.getChildren().setAll(dialog);
        overlay.open(box, dialog::focusFirst);
    }

    /** Looks for news; cheap. */
    void refresh(Instant now) {
        bell.refresh(now);
    }

    /** For the bar. */
    NoticeBell bell() {
        return bell;
    }

    /** For the side of the window. */
    NoticeList list() {
        return list;
    }
}
