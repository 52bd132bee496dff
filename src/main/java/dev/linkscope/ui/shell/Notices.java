package dev.linkscope.ui.shell;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.SettingsWriter;
import dev.linkscope.ui.common.Undo;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.notices.NoticeBell;
import dev.linkscope.ui.notices.NoticeCommands;
import dev.linkscope.ui.notices.NoticeList;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The bell, and the list that it opens. */
final class Notices {
    private final Services services;
    private final NoticeList list;
    private final NoticeBell bell;

    /**
     * Notices of the farm.
     *
     * @param goTo shows a printer
     * @param openAlerts opens what says how the user is told
     */
    Notices(
            Services services,
            Wording wording,
            Undo undo,
            SettingsWriter settings,
            Consumer<PrinterId> goTo,
            Runnable openAlerts) {
        this.services = services;
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
                        openAlerts);
        list = new NoticeList(incidents, this::alerts, this::name, commands, wording);
        bell = new NoticeBell(incidents, list, wording, services.clock());
    }

    private Alerts alerts() {
        return services.settings().load().alerts();
    }

    private Optional<String> name(PrinterId id) {
        return services.farm().snapshot(id).map(snapshot -> snapshot.printer().name());
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
