package dev.linkscope.ui.fix;

import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Reminds of what was paused, below the bar of the window, until it is taken up or put off. */
public final class FixBanner extends HBox {
    private final FixDesk desk;
    private final FixText text;
    private final Wording wording;
    private final Label said = Nodes.wrapped();
    private final Set<String> putOff = new HashSet<>();
    private @Nullable FixView shown;

    /**
     * A banner with nothing to remind of.
     *
     * @param open opens the wizard of a group
     */
    public FixBanner(FixDesk desk, Wording wording, Consumer<String> open) {
        this.desk = desk;
        this.wording = wording;
        text = new FixText(wording);
        setId("fix-due");
        getStyleClass().addAll("fix-due", "tone-watch");
        setAlignment(Pos.CENTER_LEFT);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var go = new Button(wording.text("fixwizard.due.go"));
        go.setId("fix-due-go");
        go.getStyleClass().add("accent");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(event -> {
            if (shown != null) {
                open.accept(shown.group());
            }
        });
        var later = new Button();
        later.setId("fix-due-later");
        later.getStyleClass().addAll("flat", "button-icon");
        later.setGraphic(Nodes.icon(MaterialDesignC.CLOSE, "muted-icon"));
        later.setAccessibleText(wording.text("fixwizard.due.later"));
        later.setOnAction(event -> {
            if (shown != null) {
                putOff.add(shown.group());
                refresh();
            }
        });
        getChildren()
                .setAll(
                        Nodes.icon(MaterialDesignB.BELL_RING_OUTLINE, "state-icon"),
                        said,
                        go,
                        later);
        Nodes.show(this, false);
    }

    /** Looks for what is due; cheap. */
    public void refresh() {
        List<FixView> due = desk.due();
        // What was put off and taken up since may be paused and become due once more.
        putOff.removeIf(group -> due.stream().noneMatch(view -> view.group().equals(group)));
        shown =
                due.stream()
                        .filter(view -> !putOff.contains(view.group()))
                        .findFirst()
                        .orElse(null);
        Nodes.show(this, shown != null);
        if (shown != null) {
            said.setText(wording.text("fixwizard.due", text.title(shown)));
        }
    }
}
