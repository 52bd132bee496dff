package dev.linkscope.ui.common;

import dev.linkscope.i18n.ClockText;
import java.time.Instant;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Tells beside a point in time on the user's clock what it is in UTC: on hover, and in words. */
public final class TimeTip {
    private TimeTip() {}

    /**
     * Puts the UTC time on a control, or takes it off.
     *
     * @param time null for none
     */
    public static void on(Control shown, @Nullable Instant time, Wording wording) {
        if (time == null) {
            shown.setTooltip(null);
            shown.setAccessibleHelp(null);
            return;
        }
        String utc = text(time, wording);
        Tooltip known = shown.getTooltip();
        if (known == null) {
            shown.setTooltip(new Tooltip(utc));
        } else {
            known.setText(utc);
        }
        shown.setAccessibleHelp(utc);
    }

    /** The UTC time alone, to be put under a text of one's own. */
    public static String text(Instant time, Wording wording) {
        return wording.text("time.utc", ClockText.utc(time));
    }
}
