package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.engine.fix.TrialView;
import dev.linkscope.engine.port.FixAction;
import java.time.Duration;
import java.util.List;

/** What a step would do, and what came of it, made up. */
public final class FixSamples {
    private FixSamples() {}

    /** What a step of Linkscope's would do. */
    public static FixAction.Preview preview(List<FixAction.Obstacle> obstacles) {
        return new FixAction.Preview(
                List.of(
                        "sudo iw dev wlan0 set power_save off",
                        "sudo nmcli connection modify \"preconfigured\" 802-11-wireless.powersave 2"),
                List.of(
                        new ValueChange("Power saving of wlan0, now", "on", "off"),
                        new ValueChange(
                                "802-11-wireless.powersave of \"preconfigured\"", null, "2")),
                "{}",
                obstacles,
                List.of());
    }

    /** Figures as of the look of the window: 24.3 % before, nothing since. */
    public static TrialView figures(TrialState state) {
        boolean good = state != TrialState.NOT_FIXED && state != TrialState.CONFIRMED;
        var judged =
                new FixFigures(
                        FixVerdict.NOT_YET_KNOWN,
                        FixReason.values()[0],
                        7.5,
                        16,
                        31,
                        good ? 0 : 3,
                        2.8,
                        360.0,
                        null);
        return new TrialView(
                state,
                judged,
                0.243,
                Duration.ofHours(2),
                31,
                good ? 0.0 : 0.22,
                Duration.ofMinutes(11),
                good ? 0 : 3,
                2.8,
                Duration.ofMinutes(6),
                0.65,
                Statement.of("fake.fix.sentence"));
    }
}
