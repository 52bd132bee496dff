package dev.linkscope.ui.preferences;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.update.UpdatePane;
import java.util.List;
import javafx.scene.control.Label;

/** Whether the program looks for updates by itself, and looking now. */
final class UpdateRows {
    private UpdateRows() {}

    /** The rows. */
    static List<Row> rows(SettingsServices services, LiveSettings live) {
        Wording wording = services.wording();
        var weekly =
                new FieldRow<>(
                        wording, Fields.UPDATES, new SwitchEditor(wording, Fields.UPDATES), live);
        if (!services.updates().canLook()) {
            weekly.setContentDisabled(true);
            Label none = Nodes.wrapped();
            none.setId("no-updates");
            none.setText(wording.text("preferences.updates.none"));
            weekly.below(none);
        }
        return List.of(
                weekly,
                new Row(
                        wording,
                        Section.ABOUT,
                        "preferences.look",
                        "look",
                        new UpdatePane(
                                services.updates(),
                                wording,
                                services.background(),
                                services.clock())));
    }
}
