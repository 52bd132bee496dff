package dev.linkscope.ui.update;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * A quiet word at the lower edge of the window: there is a newer release, or what came was not from
 * the makers. Hidden otherwise.
 */
public final class UpdateLine extends Button {
    private final Wording wording;
    private final FontIcon sign = Nodes.icon(MaterialDesignU.UPDATE, "state-icon");

    /**
     * A line.
     *
     * @param onOpen tells more
     */
    public UpdateLine(UpdateDesk desk, Wording wording, Runnable onOpen) {
        this.wording = wording;
        setId("update-line");
        getStyleClass().addAll("flat", "small", "tasks-button", "update-line");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(sign);
        setTooltip(new Tooltip(wording.text("update.line.tip")));
        setOnAction(event -> onOpen.run());
        desk.viewProperty().subscribe(this::show);
    }

    private void show(UpdateView view) {
        String text =
                view.notGenuine()
                        ? wording.text("update.line.not_genuine")
                        : view.newer()
                                .map(version ->
                                        wording.text("update.line.newer", version.toString()))
                                .orElse("");
        setText(text);
        sign.setIconCode(
                view.notGenuine() ? MaterialDesignS.SHIELD_ALERT_OUTLINE : MaterialDesignU.UPDATE);
        (view.notGenuine() ? Tone.BAD : Tone.NEUTRAL).applyTo(this);
        Nodes.show(this, !text.isEmpty());
    }
}
