package dev.linkscope.ui.notices;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.farm.Incidents;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import java.time.InstantSource;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The bell with the number of incidents that last and that the user does not know of yet. */
public final class NoticeBell extends Button {
    private static final PseudoClass RINGING = PseudoClass.getPseudoClass("ringing");

    private final Incidents incidents;
    private final NoticeList list;
    private final Wording wording;
    private final FontIcon icon = Nodes.icon(MaterialDesignB.BELL_OUTLINE, "bell-icon");
    private long revision = -1;

    /**
     * A bell.
     *
     * @param list opened and closed by it
     */
    public NoticeBell(Incidents incidents, NoticeList list, Wording wording, InstantSource clock) {
        this.incidents = incidents;
        this.list = list;
        this.wording = wording;
        setId("bell");
        getStyleClass().add("bell");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(wording.text("notices.bell.tip")));
        setOnAction(event -> list.toggle(clock.instant()));
        show(0);
    }

    /** Looks for news; cheap, to be called several times a second. */
    public void refresh(Instant now) {
        long latest = incidents.revision();
        if (latest != revision) {
            revision = latest;
            show(
                    incidents.list().stream()
                            .filter(Incident::open)
                            .filter(incident -> incident.acknowledgedAt() == null)
                            .count());
        }
        list.refresh(now);
    }

    private void show(long count) {
        setText(count == 0 ? "" : String.valueOf(count));
        icon.setIconCode(count == 0 ? MaterialDesignB.BELL_OUTLINE : MaterialDesignB.BELL_RING);
        pseudoClassStateChanged(RINGING, count > 0);
        setAccessibleText(wording.text("notices.bell", count));
    }
}
