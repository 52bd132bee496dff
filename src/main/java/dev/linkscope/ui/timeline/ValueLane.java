package dev.linkscope.ui.timeline;

import dev.linkscope.domain.history.FactReading;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * One value over the shared clock: a line for numbers, a band for truths. Where nothing was read
 * there is a gap.
 */
public final class ValueLane extends Region {
    private final TimeView view;
    private List<FactReading> shown = List.of();

    /**
     * An empty lane.
     *
     * @param titleKey text that names the value
     */
    public ValueLane(TimeView view, Wording wording, String titleKey) {
        this.view = view;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(wording.text(titleKey));
        view.shownProperty().subscribe(this::requestLayout);
    }

    /** Shows readings of one fact, oldest first. */
    public void show(List<FactReading> readings) {
        shown = List.copyOf(readings);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        setVisible(!shown.isEmpty() && view.whole().length().isPositive());
    }
}
