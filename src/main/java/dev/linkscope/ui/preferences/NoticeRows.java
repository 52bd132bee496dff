package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Alerts;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.notices.AlertsPart;
import dev.linkscope.ui.notices.AlertsParts;
import dev.linkscope.ui.notices.SilencedPrinters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the user is told. */
final class NoticeRows {
    private final Wording wording;
    private final LiveSettings live;
    private final AlertsParts parts;
    private final SilencedPrinters silenced;

    NoticeRows(SettingsServices services, LiveSettings live) {
        this.wording = services.wording();
        this.live = live;
        Alerts alerts = live.now().alerts();
        parts =
                new AlertsParts(
                        wording,
                        alerts,
                        services.channels(),
                        services.background(),
                        services.clock(),
                        this::save,
                        live::tell);
        silenced =
                new SilencedPrinters(
                        wording,
                        alerts,
                        services.names(),
                        services.clock().instant(),
                        change -> live.apply(now -> now.withAlerts(change.apply(now.alerts()))));
        live.follow(now -> parts.show(now.alerts()));
    }

    private void save(UnaryOperator<Alerts> change, boolean canBeUndone) {
        Alerts before = live.now().alerts();
        if (canBeUndone) {
            live.change(
                    wording.text("preferences.notices.changed"),
                    now -> now.withAlerts(change.apply(now.alerts())),
                    now ->
                            now.withAlerts(
                                    new Alerts(
                                            before.desktop(),
                                            before.quiet(),
                                            before.webhook(),
                                            before.command(),
                                            now.alerts().attention())),
                    () -> {},
                    () -> {});
        } else {
            live.apply(now -> now.withAlerts(change.apply(now.alerts())));
        }
    }

    /** The rows. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (AlertsPart part : parts.all()) {
            rows.add(
                    new Row(
                            wording,
                            Section.NOTICES,
                            "preferences.notices_" + part.name(),
                            "notices-" + part.name(),
                            part.node()));
        }
        if (silenced.isVisible()) {
            rows.add(
                    new Row(
                            wording,
                            Section.NOTICES,
                            "preferences.silenced",
                            "silenced",
                            silenced));
        }
        return rows;
    }

    /** Takes what was typed and not taken yet. */
    void flush() {
        parts.flush();
    }

    /** Forgets what nobody will ask for again. */
    void close() {
        parts.close();
    }
}
